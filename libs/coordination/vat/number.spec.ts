import { country } from '@passerelle/values';
import fc from 'fast-check';
import { isConfirmedBy, readVatNumber, vatNumberIn } from './number.js';

describe('a VAT number', () => {
  it.each([
    ['BE0428759497', 'BE'],
    ['BE1000000021', 'BE'],
    ['FR40303265045', 'FR'],
    ['FRK7399859412', 'FR'],
    ['SE556012579001', 'SE'],
    ['DE136695976', 'DE'],
    ['ATU13585627', 'AT'],
    ['IT00743110157', 'IT'],
    ['ESX2482300W', 'ES'],
    ['ESB58378431', 'ES'],
    ['NL004495445B01', 'NL'],
    ['HU12892312', 'HU'],
    ['LU15027442', 'LU'],
    ['EL094259216', 'GR'],
    ['PT501964843', 'PT'],
  ])('%s has the form and the check digits of %s', (number, state) => {
    expect(readVatNumber(number)).toEqual({ number, country: state, formatValid: true, checkDigitsValid: true });
  });

  it.each([
    'BE2428759497',
    'BE428759497',
    'FRIO303265045',
    'SE556012579002',
    'DE036695976',
    'AT13585627',
    'IT0074311015',
    'ES123456789',
    'NL004495445C01',
    'HU128923120',
    'LU1502744',
    'EL09425921',
  ])('%s has not the form of its country', (number) => {
    expect(readVatNumber(number)).toMatchObject({
      country: expect.any(String),
      formatValid: false,
      checkDigitsValid: false,
    });
  });

  it.each(['BE0428759498', 'FR41303265045', 'SE556012578001', 'DE136695977', 'LU15027443'])(
    '%s has the form and wrong check digits',
    (number) => {
      expect(readVatNumber(number)).toMatchObject({ formatValid: true, checkDigitsValid: false });
    },
  );

  it('is read with spaces, dots and small letters', () => {
    expect(readVatNumber('be 0428.759.497')).toMatchObject({ number: 'BE0428759497', checkDigitsValid: true });
    expect(readVatNumber('BE0428-759-497').formatValid).toBe(false);
  });

  it('of Northern Ireland, Switzerland, or nothing at all is told apart', () => {
    expect(readVatNumber('XI110305878')).toMatchObject({ country: 'GB', formatValid: true, checkDigitsValid: null });
    for (const text of ['CHE107787577', 'GR094259216', 'GB110305878', '', '428759497', 'constructor'])
      expect(readVatNumber(text)).toMatchObject({ country: null, formatValid: false });
  });

  it('never fails to be read', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readVatNumber(text).formatValid === 'boolean'));
  });
});

describe('the VAT number of a client', () => {
  const kindOf = (state: string, text: string): string => {
    const read = vatNumberIn(country(state), text);
    return read.ok ? read.value : read.refusal.kind;
  };

  it('is kept as VIES writes it', () => {
    expect(kindOf('BE', 'be 0428.759.497')).toBe('BE0428759497');
    expect(kindOf('GR', 'EL094259216')).toBe('EL094259216');
    expect(kindOf('MC', 'FR40303265045')).toBe('FR40303265045');
  });

  it('is refused with the rule it breaks', () => {
    expect(kindOf('BE', '0428759497')).toBe('vat-number-without-prefix');
    expect(kindOf('BE', 'FR40303265045')).toBe('vat-number-of-another-country');
    expect(kindOf('GB', 'XI110305878')).toBe('vat-number-for-goods-only');
    expect(kindOf('BE', 'BE428759497')).toBe('vat-number-of-wrong-form');
    expect(kindOf('BE', 'BE0428759498')).toBe('vat-number-with-wrong-check-digits');
  });

  it('is refused in words that name both countries, in five languages', () => {
    const read = vatNumberIn(country('BE'), 'FR40303265045');
    if (read.ok) throw new Error('it was taken');
    expect(read.refusal.detail.words.en).toBe('“FR40303265045” is a VAT number of France, not of Belgium.');
    expect(read.refusal.detail.words.sv).toContain('Belgien');
    expect(read.refusal.remedy.words.fr).toContain('Corrigez');
  });

  it('is confirmed by an answer about that number only', () => {
    const answer = { vatNumber: 'BE0428759497', valid: true };
    expect(isConfirmedBy('BE0428759497', answer)).toBe(true);
    expect(isConfirmedBy('BE0428759497', { ...answer, valid: false })).toBe(false);
    expect(isConfirmedBy('BE0417497106', answer)).toBeNull();
    expect(isConfirmedBy(null, answer)).toBeNull();
    expect(isConfirmedBy('BE0428759497', null)).toBeNull();
  });
});
