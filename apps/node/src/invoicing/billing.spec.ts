import { isOcr, isOgm, isRf } from '@passerelle/formats';
import { country, day, money, percent } from '@passerelle/values';
import { taxed, totalsOf } from './billing.js';
import { numberOf, referenceOf } from './numbers.js';
import { type Supply, vatRateOf } from './vat.js';

describe('the VAT of an invoice', () => {
  const line = (net: string) => taxed({ text: 'Rehearsal', days: 1, net: money(net, 'EUR') }, percent('21'));

  it('is rounded half up line by line, and totals are sums of the lines', () => {
    const { net, vat, gross } = totalsOf([line('0.50'), line('0.50')], 'EUR');
    expect([net, vat, gross].map(String)).toEqual(['1.00 EUR', '0.22 EUR', '1.22 EUR']);
  });

  const lille: Supply = {
    seller: country('FR'),
    buyer: { country: country('FR'), isBusiness: true },
    place: country('FR'),
    on: day('2026-03-27'),
  };
  const rateOf = (change: Partial<Supply>) => {
    const rate = vatRateOf({ ...lille, ...change });
    return rate.ok ? rate.value.toPercent() : rate.refusal.kind;
  };

  it.each([
    ['FR', '20'],
    ['BE', '21'],
    ['SE', '25'],
  ])('is the standard rate between two of %s', (code, expected) => {
    const here = country(code);
    expect(rateOf({ seller: here, buyer: { country: here, isBusiness: true }, place: here })).toBe(expected);
  });

  it('is not guessed for a client abroad, private work abroad, or an unknown law', () => {
    expect(rateOf({ buyer: { country: country('DE'), isBusiness: true } })).toBe('client-abroad');
    expect(rateOf({ place: country('BE') })).toBe('20');
    expect(rateOf({ place: country('BE'), buyer: { country: country('FR'), isBusiness: false } })).toBe('work-abroad');
    const de = country('DE');
    expect(rateOf({ seller: de, buyer: { country: de, isBusiness: true }, place: de })).toBe('no-vat-rate');
    expect(rateOf({ on: day('1990-01-01') })).toBe('no-vat-rate');
  });
});

describe('the reference of an invoice', () => {
  const first = { year: 2026, ordinal: 1 };

  it('has the form that banks of the country check', () => {
    expect(isOgm(referenceOf(country('BE'), first).value)).toBe(true);
    expect(isOcr(referenceOf(country('SE'), first).value, true)).toBe(true);
    expect(isRf(referenceOf(country('FR'), first).value)).toBe(true);
  });

  it('differs from invoice to invoice and from year to year', () => {
    const references = [first, { year: 2026, ordinal: 2 }, { year: 2027, ordinal: 1 }].map(
      (ordinal) => referenceOf(country('BE'), ordinal).value,
    );
    expect(new Set(references).size).toBe(3);
  });

  it('is refused as a bug where a year has no room for more', () => {
    expect(() => referenceOf(country('BE'), { year: 2026, ordinal: 100_000_000 })).toThrow('no room');
    expect(numberOf({ year: 2026, ordinal: 12345 })).toBe('2026-12345');
  });
});
