import fc from 'fast-check';
import { type CurrencyCode, day } from '@passerelle/values';
import { type Fixing, convert, ecbRatesOn, fixingInto } from './fixing.js';

/** The shape of the ECB's file, newest day first, with invented figures. */
const history = [
  'Date,USD,SEK,PLN,ISK,CYP,',
  '2026-04-08,1.0945,10.9480,4.2790,142.70,N/A,',
  '2026-04-07,1.0950,10.9955,4.2811,143.10,N/A,',
  '2026-04-02,1.0899,11.2000,4.2700,N/A,N/A,',
  '',
].join('\n');

const ratesOn = (date: string) => {
  const rates = ecbRatesOn(history, day(date));
  if (!rates.ok) throw new Error(rates.refusal.detail);
  return rates.value;
};

describe('the reference rates', () => {
  it('are those of the day', () => {
    const { date, perEuro } = ratesOn('2026-04-08');
    expect(date).toBe('2026-04-08');
    expect([...perEuro].map(([code, { text }]) => `${code} ${text}`)).toEqual([
      'SEK 10.9480',
      'PLN 4.2790',
      'ISK 142.70',
    ]);
    expect(perEuro.get('SEK')?.rate.toString()).toBe('10.948');
  });

  it('are those of the last day before when the bank was closed', () => {
    expect(ratesOn('2026-04-06').date).toBe('2026-04-02');
    expect(ratesOn('2026-04-07').date).toBe('2026-04-07');
    expect(ratesOn('2026-12-31').date).toBe('2026-04-08');
  });

  it('leave out a currency without a rate that day', () => {
    expect(ratesOn('2026-04-02').perEuro.has('ISK')).toBe(false);
  });

  it('read a file with Windows line ends alike', () => {
    expect(ecbRatesOn(history.replaceAll('\n', '\r\n'), day('2026-04-08'))).toEqual({
      ok: true,
      value: ratesOn('2026-04-08'),
    });
  });

  it.each([
    ['', 'not-ecb-history'],
    ['<html>', 'not-ecb-history'],
    ['Date,SEK,\nyesterday,11.2,', 'not-ecb-history'],
    ['Date,SEK,\n2026-04-02,11,2,\n2026-04-01,eleven,', 'not-ecb-history'],
    ['Date,SEK,\n2026-04-01,0.0000,', 'not-ecb-history'],
    ['Date,SEK,\n2026-04-02,11.2,', 'no-rates-yet'],
  ])('are refused when the file is %j', (text, kind) => {
    expect(ecbRatesOn(text, day('2026-04-01'))).toMatchObject({ ok: false, refusal: { kind } });
  });
});

describe('a fixing', () => {
  it('converts minor units exactly, with the decimals of both currencies', () => {
    const fixing = fixingInto('EUR', ratesOn('2026-04-02'));
    expect(fixing.table.SEK).toEqual({ num: '10000', den: '112000', text: '11.2000' });
    expect(convert(1960000n, 'SEK', fixing)).toBe(175000n);
    expect(convert(-1960000n, 'SEK', fixing)).toBe(-175000n);
    expect(convert(142_70n, 'ISK', fixingInto('EUR', ratesOn('2026-04-08')))).toBe(100_00n);
  });

  it('goes over the euro between two other currencies', () => {
    const fixing = fixingInto('SEK', ratesOn('2026-04-08'));
    expect(convert(100_00n, 'EUR', fixing)).toBe(1094_80n);
    expect(convert(4_279_00n, 'PLN', fixing)).toBe(10_948_00n);
    expect(convert(5n, 'SEK', fixing)).toBe(5n);
  });

  it('does not convert what the table does not have', () => {
    const fixing = fixingInto('EUR', ratesOn('2026-04-02'));
    expect(convert(1n, 'ISK', fixing)).toBeUndefined();
    expect(convert(1n, 'doubloons', fixing)).toBeUndefined();
    expect(() => fixingInto('ISK', ratesOn('2026-04-02'))).toThrow(RangeError);
  });

  it('gives both sides of a debt the same number with opposite signs', () => {
    const currencies: CurrencyCode[] = ['SEK', 'PLN', 'ISK'];
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom(...currencies),
        fc.bigInt({ min: 1n, max: 10n ** 8n }),
        fc.bigInt({ min: 1n, max: 10n ** 8n }),
        (minor, from, num, den) => {
          const fixing: Fixing = {
            source: 'drawn at random',
            date: day('2026-04-08'),
            into: 'EUR',
            table: { [from]: { num: `${num}`, den: `${den}`, text: '' } },
          };
          expect(convert(-minor, from, fixing)).toBe(-convert(minor, from, fixing)!);
        },
      ),
    );
  });

  it('rounds halves to even', () => {
    const half: Fixing = {
      source: 'one half',
      date: day('2026-04-08'),
      into: 'EUR',
      table: { SEK: { num: '1', den: '2', text: '0.5' } },
    };
    expect([1n, 3n, 5n, -1n, -3n].map((minor) => convert(minor, 'SEK', half))).toEqual([0n, 2n, 2n, 0n, -2n]);
  });
});
