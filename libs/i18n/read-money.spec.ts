import { type CurrencyCode, Money, currencyCodes, money } from '@passerelle/values';
import fc from 'fast-check';
import { showMoney } from './format.js';
import { readMoney } from './read-money.js';

const understood = (text: string, currency: CurrencyCode = 'EUR'): string => {
  const answer = readMoney(text, currency);
  return answer.ok ? answer.value.toDecimal() : answer.refusal.kind;
};

describe('an amount that is typed', () => {
  it.each([
    ['40,23', '40.23'],
    ['40.23', '40.23'],
    ['1 234,5', '1234.50'],
    ['€ 1.234,50', '1234.50'],
    ['1,234.50 €', '1234.50'],
    ['1234', '1234.00'],
    ['0,5', '0.50'],
    ['1.234.567', '1234567.00'],
    ['1,234,567.8', '1234567.80'],
    ["1'234.50", '1234.50'],
    ['1\u202F234,50\u00A0€', '1234.50'],
    ['EUR 12', '12.00'],
    ['12 euros', '12.00'],
    ['-40,23', '-40.23'],
    ['\u221240,23', '-40.23'],
    ['€ -40,23', '-40.23'],
    ['  7  ', '7.00'],
  ])('as "%s" is %s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it.each([
    ['1.234', '1234.00', '1.23'],
    ['1,234', '1234.00', '1.23'],
    ['12.345', '12345.00', '12.35'],
    ['999,999 €', '999999.00', '1000.00'],
    ['-1.234', '-1234.00', '-1.23'],
  ])('as "%s" could be %s or %s, and is asked about', (text, large, small) => {
    const answer = readMoney(text, 'EUR');
    expect(answer).toEqual({
      ok: false,
      refusal: { kind: 'ambiguous', text, large: money(large, 'EUR'), small: money(small, 'EUR') },
    });
  });

  it('with three decimals that cannot be thousands has too many', () => {
    expect(understood('0.123')).toBe('too-many-decimals');
    expect(understood('1234.567')).toBe('too-many-decimals');
    expect(understood('1 234,567')).toBe('too-many-decimals');
    expect(understood('40,2345')).toBe('too-many-decimals');
    expect(understood('40,5', 'ISK')).toBe('too-many-decimals');
  });

  it('in a currency without decimals is not ambiguous', () => {
    expect(understood('1.234', 'ISK')).toBe('1234');
  });

  it.each(['', '   '])('as "%s" is empty', (text) => {
    expect(understood(text)).toBe('empty');
  });

  it.each([
    'abc',
    '12 34',
    '1.23.45',
    '1,23.45',
    '1 234.567,50',
    '12.',
    ',5',
    '1e5',
    '--5',
    '1..5',
    '٤٠',
    '1 234 56',
    '0x10',
    '5 % ',
  ])('as "%s" is none', (text) => {
    expect(understood(text)).toBe('not-money');
  });

  it.each([
    ['12 kr', 'EUR'],
    ['$12', 'EUR'],
    ['12 €', 'SEK'],
    ['NOK 12', 'SEK'],
  ] as const)('as "%s" is not in %s', (text, currency) => {
    expect(understood(text, currency)).toBe('other-currency');
  });

  it('as it is shown is the same amount again, in every language and currency', () => {
    const locales = ['fr-BE', 'fr-FR', 'nl-BE', 'nl-NL', 'de-DE', 'de-AT', 'sv-SE', 'en-GB'];
    fc.assert(
      fc.property(
        fc.bigInt(-10_000_000_000_000n, 10_000_000_000_000n),
        fc.constantFrom(...currencyCodes),
        fc.constantFrom(...locales),
        (minor, currency, locale) => {
          const amount = new Money(minor, currency);
          const answer = readMoney(showMoney(amount, locale), currency);
          expect(answer).toEqual({ ok: true, value: amount });
        },
      ),
    );
  });
});
