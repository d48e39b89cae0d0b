import { Money, money, percent, sum } from '@passerelle/values';
import fc from 'fast-check';
import { netOf, priceOf } from './invoice-totals.js';
import { makeInvoice } from './make-invoice.js';
import { anyDraft, draftIn, line, taxed } from './testing/invoices.js';

const made = (draft: Parameters<typeof makeInvoice>[0]) => {
  const answer = makeInvoice(draft);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal.faults));
  return answer.value;
};

describe('the amounts of an invoice', () => {
  it('are right to the cent, whatever the lines', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { lines, vatBreakdown, totals, currency } = made(draft);
        const total = (amounts: readonly Money[]) => sum(amounts, currency);
        expect(total(lines.map(({ net }) => net))).toEqual(totals.net);
        expect(total(vatBreakdown.map(({ base }) => base))).toEqual(totals.net);
        expect(total(vatBreakdown.map(({ vat }) => vat))).toEqual(totals.vat);
        expect(totals.net.plus(totals.vat)).toEqual(totals.gross);
        for (const { base, vat, rate } of vatBreakdown) expect(base.times(rate!, 'halfUp')).toEqual(vat);
      }),
    );
  });

  it('have as many taxes as rates', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const rates = new Set(draft.lines.map(({ vat }) => vat.rate!.toPercent()));
        expect(new Set(made(draft).vatBreakdown.map(({ rate }) => rate!.toPercent()))).toEqual(rates);
        expect(made(draft).vatBreakdown).toHaveLength(rates.size);
      }),
    );
  });

  it('take tax from the sum of the lines, where taxing each line alone would give another cent', () => {
    const three = Array.from({ length: 3 }, () => line(money('0.02', 'EUR'), taxed('21')));
    const { totals } = made(draftIn('BE', { lines: three }));
    expect([totals.net.toDecimal(), totals.vat.toDecimal()]).toEqual(['0.06', '0.01']);
    expect(money('0.02', 'EUR').times(percent('21'), 'halfUp').isZero()).toBe(true);
  });

  it('round half a cent of tax up', () => {
    const { totals } = made(draftIn('BE', { lines: [line(money('2.50', 'EUR'), taxed('21'))] }));
    expect(totals.vat.toDecimal()).toBe('0.53');
  });

  it('round to whole kronor beside the tax, never in it', () => {
    const lines = [line(money('999.70', 'SEK'), taxed('25'))];
    const { totals } = made(draftIn('SE', { lines, rounding: money('0.37', 'SEK') }));
    expect(totals.vat.toDecimal()).toBe('249.93');
    expect(totals.gross.toDecimal()).toBe('1249.63');
    expect(totals.due.toDecimal()).toBe('1250.00');
  });

  it('take off what was paid before', () => {
    const { totals } = made(draftIn('BE', { prepaid: money('210.00', 'EUR') }));
    expect(totals.due.toDecimal()).toBe('1000.00');
  });
});

describe('the price of one unit', () => {
  it('times the quantity is the net amount to the cent, with no more decimals than that takes', () => {
    expect(priceOf(money('1000.00', 'EUR'), '5')).toBe('200.00');
    expect(priceOf(money('1000.00', 'EUR'), '3')).toBe('333.333');
    expect(priceOf(money('0.01', 'EUR'), '365')).toBe('0.00003');
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), fc.integer({ min: 1, max: 9_999 }), (minor, quantity) => {
        const net = new Money(minor, 'EUR');
        const price = priceOf(net, String(quantity));
        expect(price).toMatch(/^\d+\.\d{2,6}$/);
        expect(netOf(String(quantity), price!, 'EUR')).toEqual(net);
      }),
    );
  });

  it('is not found for no or a negative quantity, nor for a million units of one cent', () => {
    for (const quantity of ['0', '-1', 'many', '1,5', '99999999']) {
      expect([quantity, priceOf(money('0.01', 'EUR'), quantity)]).toEqual([quantity, undefined]);
    }
  });
});
