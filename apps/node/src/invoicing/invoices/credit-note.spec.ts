import { makeRf } from '@passerelle/formats';
import { printPostings } from '@passerelle/ledger';
import { type CurrencyCode, type Money, country, day, money, percent } from '@passerelle/values';
import type { ClientId } from '../../clients/client.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { MissionId } from '../../missions/mission.js';
import { rounded, taxed, totalsOf } from './billing.js';
import { type CreditNoteId, credit, creditNoteOf, creditPostings } from './credit-note.js';
import { type Invoice, type InvoiceId, stateOf } from './invoice.js';

const reference = makeRf('2600000001');
if (!reference.ok) throw new Error(reference.refusal.detail);

function invoice(net: string, code: 'FR' | 'SE' = 'FR', changed: Partial<Invoice> = {}): Invoice {
  const currency: CurrencyCode = code === 'SE' ? 'SEK' : 'EUR';
  const line = taxed({ text: 'Two concerts', days: 5, net: money(net, currency) }, percent('20'));
  const none = money('0.00', currency);
  return {
    id: 'invoice' as InvoiceId,
    entity: 'entity' as EntityId,
    number: '2026-0001',
    mission: 'mission' as MissionId,
    client: 'client' as ClientId,
    member: null,
    issuedOn: day('2026-03-27'),
    dueOn: day('2026-04-26'),
    reference: reference.ok ? reference.value : null!,
    buyer: null!,
    tax: null!,
    paid: none,
    setOff: none,
    isTakenBack: false,
    replaces: null,
    ...rounded(totalsOf([line], currency), country(code)),
    ...changed,
  };
}

const nothing = (of: Invoice) => ({ net: of.net.minus(of.net), due: of.net.minus(of.net) });
const taking = (of: Invoice, net: Money | null = null, soFar = nothing(of)) =>
  credit({ invoice: of, soFar, net, reason: 'Billed twice', issuedOn: day('2026-04-07') });
const eur = (amount: string) => money(amount, 'EUR');

function postingsOf(of: Invoice): string {
  const decided = taking(of);
  if (!decided.ok) throw new Error(decided.refusal.kind);
  const note = creditNoteOf(decided.value, 'note' as CreditNoteId, { year: 2026, ordinal: 1 });
  return printPostings([creditPostings(note, of, 'transaction')]).replace(/ +/g, ' ');
}

describe('a credit note', () => {
  it('takes back the whole invoice in the books, under a number of its own', () => {
    expect(postingsOf(invoice('1000.00'))).toBe(
      [
        '2026-04-07 credit-note-issued · Credit note CN-2026-0001 for invoice 2026-0001',
        ' sales 1000.00 EUR',
        ' vat.output 200.00 EUR',
        ' client:client 1200.00 EUR',
      ].join('\n'),
    );
  });

  it('leaves with the client what she has paid already', () => {
    const printed = postingsOf(invoice('1000.00', 'FR', { paid: eur('500.00') }));
    expect(printed).toContain(' client:client 700.00 EUR');
    expect(printed).toContain(' client.credit:client 500.00 EUR');
  });

  it('takes back the rounding of a sum in kronor with the last of it', () => {
    const swedish = invoice('12345.51', 'SE');
    expect([swedish.gross, swedish.rounding].map(String)).toEqual(['14814.61 SEK', '0.39 SEK']);
    expect(postingsOf(swedish)).toContain(' client:client 14815.00 SEK');
    expect(postingsOf(swedish)).toContain(' rounding 0.39 SEK');
  });

  it('in parts makes exactly the invoice, to the last cent of VAT', () => {
    const odd = invoice('0.05');
    const first = taking(odd, eur('0.03'));
    if (!first.ok) throw new Error(first.refusal.kind);
    const soFar = { net: first.value.net, due: first.value.gross.plus(first.value.rounding) };
    const last = taking({ ...odd, setOff: first.value.setOff }, null, soFar);
    if (!last.ok) throw new Error(last.refusal.kind);
    const due = [first.value, last.value].map(({ gross, rounding }) => gross.plus(rounding));
    expect(due[0]!.plus(due[1]!).equals(odd.gross)).toBe(true);
    expect(first.value.setOff.plus(last.value.setOff).equals(odd.gross)).toBe(true);
  });

  it('is refused for more than is left, for nothing, in another currency, and when nothing is left', () => {
    const whole = invoice('1000.00');
    const soFar = { net: eur('600.00'), due: eur('720.00') };
    expect(taking(whole, eur('400.01'), soFar)).toEqual({
      ok: false,
      refusal: { kind: 'more-than-billed', left: eur('400.00') },
    });
    expect(taking(whole, eur('400.00'), soFar).ok).toBe(true);
    expect(taking(whole, eur('0.00'))).toMatchObject({ refusal: { kind: 'nothing-to-credit' } });
    expect(taking(whole, money('1.00', 'SEK'))).toMatchObject({ refusal: { kind: 'credit-in-another-currency' } });
    const gone = { net: eur('1000.00'), due: eur('1200.00') };
    expect(taking(whole, null, gone)).toEqual({ ok: false, refusal: { kind: 'taken-back', number: '2026-0001' } });
  });

  it('shows the invoice as credited, whatever was paid before', () => {
    expect(stateOf({ ...invoice('10.00'), isTakenBack: true, paid: eur('12.00') })).toBe('credited');
    expect(stateOf({ ...invoice('10.00'), setOff: eur('2.00') })).toBe('issued');
  });
});
