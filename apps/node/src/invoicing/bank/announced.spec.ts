import fc from 'fast-check';
import { day, money } from '@passerelle/values';
import { type Announced, type Recognised, recognise, saysMore } from './announced.js';

type Told = Omit<Announced, 'id' | 'entity'>;
type Change = Partial<Omit<Told, 'amount'>>;

const movement = (amount: string, change: Change = {}): Told => ({
  bookedOn: day('2026-04-08'),
  valueOn: null,
  amount: money(amount, 'EUR'),
  bankReference: null,
  counterparty: { name: 'Théâtre de Lille', iban: null },
  text: '',
  references: [],
  isReversal: false,
  account: 'FR1420041010050500013M02606',
  entryReference: change.bankReference ?? null,
  ...change,
});

const line = (amount: string, change: Change = {}, recognised: readonly Recognised[] = []) => ({
  ...movement(amount, change),
  partOf: null,
  recognised,
});

const amountsOf = (found: ReturnType<typeof recognise<ReturnType<typeof line>, Told>>) =>
  found.map(({ as, lines, announced }) => [
    as,
    lines.map(({ amount }) => amount.toDecimal()),
    announced.map(({ amount }) => amount.toDecimal()),
  ]);
const paired = (lines: ReturnType<typeof line>[], announced: Told[]) => amountsOf(recognise(lines, announced));

describe('an announced movement', () => {
  it('is the line with the bank’s reference, or that of the payer, or with all the rest the same', () => {
    expect(paired([line('10.00', { bankReference: 'B1' })], [movement('10.00', { bankReference: 'B1' })])).toEqual([
      ['whole', ['10.00'], ['10.00']],
    ]);
    const told = movement('10.00', { bankReference: 'N1', references: ['RF18539007547034'] });
    expect(paired([line('10.00', { bankReference: 'S1', references: ['RF18539007547034'] })], [told])).toHaveLength(1);
    expect(paired([line('10.00')], [movement('10.00')])).toHaveLength(1);
  });

  it('is no line that has another amount, day, account, direction or payer, or was recognised before', () => {
    const told = movement('10.00');
    const others = [
      line('10.01'),
      line('-10.00'),
      line('10.00', { bookedOn: day('2026-04-09') }),
      line('10.00', { account: 'BE68539007547034' }),
      line('10.00', { isReversal: true }),
      line('10.00', { counterparty: { name: 'Opéra', iban: null } }),
      line('10.00', {}, ['whole']),
    ];
    expect(paired(others, [told])).toEqual([]);
    const [stated, announced] = [{ bankReference: 'B1' }, { bankReference: 'B2' }];
    expect(paired([line('10.00', stated)], [movement('10.00', announced)])).toEqual([]);
  });

  it('stays one of two when two are equal', () => {
    expect(paired([line('10.00')], [movement('10.00'), movement('10.00')])).toHaveLength(1);
    expect(paired([line('10.00'), line('10.00')], [movement('10.00')])).toHaveLength(1);
  });

  it('takes the surest sign first', () => {
    const [vague, sure] = [line('10.00', { references: ['R'] }), line('10.00', { bankReference: 'B1' })];
    const told = movement('10.00', { bankReference: 'B1', references: ['R'] });
    expect(recognise([vague, sure], [told])[0]!.lines).toEqual([sure]);
  });

  it('is part of a line that has the sum under the bank’s reference, and one of a line’s parts the other way round', () => {
    const batch = { entryReference: 'B1', bankReference: 'B1' };
    const parts = [movement('6.00', batch), movement('4.00', { ...batch, bankReference: 'B1-2' })];
    expect(paired([line('10.00', batch)], parts)).toEqual([['part', ['10.00'], ['6.00', '4.00']]]);
    expect(paired([line('9.00', batch)], parts)).toEqual([]);
    expect(paired([line('10.00', { bankReference: 'B2' })], parts)).toEqual([]);
    const lines = [line('6.00', batch), line('4.00', { ...batch, bankReference: 'B1-2' })];
    expect(paired(lines, [movement('10.00', batch)])).toEqual([['sum', ['6.00', '4.00'], ['10.00']]]);
  });

  it('is never taken twice, and what is taken makes the same money on both sides', () => {
    const some = fc
      .record({ cents: fc.integer({ min: 1, max: 4 }), bank: fc.constantFrom('B1', 'B2', null), own: fc.boolean() })
      .map(({ cents, bank, own }): [string, Change] => [
        `0.0${cents}`,
        { bankReference: own && bank !== null ? `${bank}-${cents}` : bank, entryReference: bank },
      ]);
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.array(some, { maxLength: 8 }), (stated, told) => {
        const found = recognise(
          stated.map(([amount, change]) => line(amount, change)),
          told.map(([amount, change]) => movement(amount, change)),
        );
        const taken = found.flatMap(({ announced }) => announced);
        expect(new Set(taken).size).toBe(taken.length);
        for (const kind of ['whole', 'part', 'sum'] as const) {
          const lines = found.filter(({ as }) => as === kind).flatMap((one) => one.lines);
          expect(new Set(lines).size).toBe(lines.length);
        }
        for (const { lines, announced } of found)
          expect(lines.reduce((total, { amount }) => total + amount.minor, 0n)).toBe(
            announced.reduce((total, { amount }) => total + amount.minor, 0n),
          );
      }),
    );
  });

  it('says more than a line when it is one of several, or has a reference that the line lacks', () => {
    const bare = { references: ['R1'] };
    expect(saysMore(bare, [movement('1.00', { references: ['R1'] })])).toBe(false);
    expect(saysMore(bare, [movement('1.00', { references: ['R2'] })])).toBe(true);
    expect(saysMore(bare, [movement('1.00'), movement('2.00')])).toBe(true);
  });
});
