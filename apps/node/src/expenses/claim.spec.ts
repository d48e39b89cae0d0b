import { type Money, country, currency, day, money, percent } from '@passerelle/values';
import fc from 'fast-check';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import { allowanceWords } from './allowance.js';
import { claimOf } from './claim.js';
import { type ExpenseForm, type ExpenseState, expenseMoves, mayMove } from './expense.js';
import { claimDocument, claimFrom } from './expense-document.js';
import type { ReceiptId } from './receipt.js';

const eur = (amount: string): Money => money(amount, 'EUR');
const today = day('2026-03-27');

const entityIn = (code: string, money: string) =>
  ({ country: country(code), currency: currency(money) }) as unknown as LegalEntity;
const brussels = { entity: entityIn('BE', 'EUR'), today };

const microphone: ExpenseForm = {
  kind: 'material',
  spentOn: day('2026-03-20'),
  purpose: 'Microphone for the concerts in Lille',
  country: country('BE'),
  madeOutTo: 'cooperative',
  lines: [{ net: eur('200.00'), rate: percent('19'), vat: eur('38.00') }],
  receipts: ['r1' as ReceiptId],
};

const shown = (form: ExpenseForm, of = brussels) => {
  const claim = claimOf(form, of);
  return claim.ok ? [claim.value.refund, claim.value.vat, claim.value.cost].map(String) : claim.refusal;
};

describe('a claim', () => {
  it('refunds 238.00 of which the budget loses 200.00, because the VAT comes back', () => {
    expect(shown(microphone)).toEqual(['238.00 EUR', '38.00 EUR', '200.00 EUR']);
  });

  it.each([
    ['made out to the worker', { madeOutTo: 'worker' }],
    ['bought in another country', { country: country('FR') }],
  ] as const)('costs the budget the VAT of a receipt %s', (_, change) => {
    expect(shown({ ...microphone, ...change })).toEqual(['238.00 EUR', '0.00 EUR', '238.00 EUR']);
  });

  it('takes a receipt with several rates, each rounded as the till did', () => {
    const lines = [
      { net: eur('10.03'), rate: percent('6'), vat: eur('0.61') },
      { net: eur('5.00'), rate: null, vat: eur('0.00') },
    ];
    expect(shown({ ...microphone, lines })).toEqual(['15.64 EUR', '0.61 EUR', '15.03 EUR']);
  });

  it('names every field that is still empty', () => {
    expect(shown({})).toMatchObject({ kind: 'incomplete', fields: expect.arrayContaining(['kind', 'receipts']) });
    expect(shown({ kind: 'kilometres' })).toEqual({ kind: 'incomplete', fields: ['spentOn', 'purpose', 'quantity'] });
    expect(shown({ ...microphone, receipts: [] })).toEqual({ kind: 'incomplete', fields: ['receipts'] });
  });

  it.each([
    ['a share of the cooperative', { kind: 'membership_share' }, { kind: 'shares-are-personal' }],
    ['a day to come', { spentOn: day('2026-03-28') }, { kind: 'not-spent-yet' }],
    [
      'VAT of another rate',
      { lines: [{ net: eur('200.00'), rate: percent('21'), vat: eur('38.00') }] },
      { kind: 'vat-does-not-fit', line: 0, expected: eur('42.00') },
    ],
    [
      'VAT without a rate',
      { lines: [{ net: eur('200.00'), rate: null, vat: eur('0.01') }] },
      { kind: 'vat-does-not-fit' },
    ],
    [
      'another currency',
      { lines: [{ net: money('200.00', 'SEK'), rate: null, vat: money('0.00', 'SEK') }] },
      { kind: 'another-currency', expected: 'EUR', found: 'SEK' },
    ],
    ['nothing', { lines: [{ net: eur('0.00'), rate: null, vat: eur('0.00') }] }, { kind: 'nothing-spent' }],
  ] as const)('for %s is refused', (_, change, refusal) => {
    expect(shown({ ...microphone, ...change })).toMatchObject(refusal);
  });

  it('splits every receipt into what comes back and what the budget loses', () => {
    const lines = fc.array(
      fc.tuple(fc.bigInt({ min: 1n, max: 1_000_000n }), fc.constantFrom('6', '12', '21')).map(([minor, percents]) => {
        const net = eur(`${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`);
        return { net, rate: percent(percents), vat: net.times(percent(percents), 'halfUp') };
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('cooperative', 'worker'), (all, madeOutTo) => {
        const claim = claimOf({ ...microphone, lines: all, madeOutTo }, brussels);
        if (!claim.ok) throw new Error(claim.refusal.kind);
        const { refund, vat, cost } = claim.value;
        expect(vat.plus(cost).equals(refund)).toBe(true);
        expect(all.reduce((left, line) => left.minus(line.net).minus(line.vat), refund).isZero()).toBe(true);
      }),
    );
  });
});

describe('a journey', () => {
  const drive: ExpenseForm = {
    kind: 'kilometres',
    spentOn: day('2026-03-20'),
    purpose: 'Brussels – Lille and back',
    quantity: 233,
  };

  it('is paid by the kilometre as the country’s rule says, and names the rule', () => {
    expect(shown(drive)).toEqual(['103.66 EUR', '0.00 EUR', '103.66 EUR']);
    const claim = claimOf(drive, brussels);
    if (!claim.ok) throw new Error('the journey is not claimed');
    const said = allowanceWords(claim.value.rule!);
    expect(said.en).toMatch(
      /^233 × 0[.]4449 EUR, in force since 1 Jul 2025: State personnel, .*[(]be[.]allowance-per-kilometre[)]$/,
    );
    expect(said.fr).toMatch(/^233 × 0,4449 EUR, en vigueur depuis le 1 juil[.] 2025\u00a0: Personnel de l’État, /);
  });

  it('names the rule of a claim that was kept as one line of text', () => {
    const claim = claimOf(drive, brussels);
    if (!claim.ok) throw new Error('the journey is not claimed');
    const { figure, quantity, each, currency, from, source } = claim.value.rule!;
    const line = `${figure}, ${quantity} × ${each} ${currency} from ${from}: ${source}`;
    expect(claimFrom({ ...claimDocument(claim.value), rule: line })).toEqual(claim.value);
  });

  it('of two days is paid by the day in Sweden', () => {
    const malmo = { entity: entityIn('SE', 'SEK'), today };
    expect(shown({ ...drive, kind: 'per_diem', quantity: 2 }, malmo)).toEqual(['600.00 SEK', '0.00 SEK', '600.00 SEK']);
  });

  it('is refused where the country’s rule is not known', () => {
    const paris = { entity: entityIn('FR', 'EUR'), today };
    expect(shown(drive, paris)).toEqual({ kind: 'no-allowance', of: 'kilometres', country: 'FR', on: '2026-03-20' });
    expect(shown({ ...drive, kind: 'per_diem' })).toMatchObject({ kind: 'no-allowance', of: 'per_diem' });
    expect(shown({ ...drive, spentOn: day('2024-06-30') })).toMatchObject({ kind: 'no-allowance' });
  });
});

describe('the states of an expense', () => {
  it('can all be reached from a draft, and end paid or refused', () => {
    const reached = new Set<ExpenseState>(['draft']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of Object.values(expenseMoves)) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual(['approved', 'draft', 'paid', 'refused', 'submitted']);
    expect(mayMove({ state: 'paid' }, 'pay')).toBe(false);
    expect(mayMove({ state: 'refused' }, 'approve')).toBe(false);
    expect(mayMove({ state: 'submitted' }, 'change')).toBe(false);
  });
});
