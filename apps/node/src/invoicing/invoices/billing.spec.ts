import { isOcr, isOgm, isRf } from '@passerelle/formats';
import { type CurrencyCode, country, money, percent } from '@passerelle/values';
import { taxed, totalsOf } from './billing.js';
import { numberOf, referenceOf } from './numbers.js';

describe('the VAT of an invoice', () => {
  const line = (net: string) => taxed({ text: 'Rehearsal', days: 1, net: money(net, 'EUR') }, percent('21'));

  it('is nothing where no rate is charged', () => {
    const { vat } = taxed({ text: 'Concert', days: 1, net: money('900.00', 'EUR') }, null);
    expect(vat.isZero()).toBe(true);
  });

  it('is rounded half up line by line, and totals are sums of the lines', () => {
    const { net, vat, gross } = totalsOf([line('0.50'), line('0.50')], 'EUR');
    expect([net, vat, gross].map(String)).toEqual(['1.00 EUR', '0.22 EUR', '1.22 EUR']);
  });
});

describe('the reference of an invoice', () => {
  const first = { year: 2026, ordinal: 1 };

  const atHome = (code: string, currency: CurrencyCode) => ({ seller: country(code), buyer: country(code), currency });
  const belgian = atHome('BE', 'EUR');

  it('has the form that banks of the country check where the money stays in it', () => {
    expect(isOgm(referenceOf(belgian, first).value)).toBe(true);
    expect(isOcr(referenceOf(atHome('SE', 'SEK'), first).value, true)).toBe(true);
    expect(isRf(referenceOf(atHome('FR', 'EUR'), first).value)).toBe(true);
  });

  it.each([
    ['a Belgian seller’s client in France', { ...belgian, buyer: country('FR') }],
    ['a Swedish seller’s client in Germany', { ...atHome('SE', 'SEK'), buyer: country('DE') }],
    ['euros of a Swedish seller', atHome('SE', 'EUR')],
    ['a seller whose country this release does not know', atHome('PT', 'EUR')],
  ])('is an ISO 11649 reference for %s', (_, way) => {
    expect(referenceOf(way, first).kind).toBe('rf');
  });

  it('differs from invoice to invoice and from year to year', () => {
    const references = [first, { year: 2026, ordinal: 2 }, { year: 2027, ordinal: 1 }].map(
      (ordinal) => referenceOf(belgian, ordinal).value,
    );
    expect(new Set(references).size).toBe(3);
  });

  it('is refused as a bug where a year has no room for more', () => {
    expect(() => referenceOf(belgian, { year: 2026, ordinal: 100_000_000 })).toThrow('no room');
    expect(numberOf({ year: 2026, ordinal: 12345 })).toBe('2026-12345');
  });
});
