import { shownIban } from './iban.js';

describe('an account number', () => {
  it.each([
    ['BE71096123456769', 'BE71 0961 2345 6769'],
    ['SE4550000000058398257466', 'SE45 5000 0000 0583 9825 7466'],
    ['NO9386011117947', 'NO93 8601 1117 947'],
  ])('is read in groups of four: %s', (iban, shown) => {
    expect(shownIban(iban).replaceAll('\u00A0', ' ')).toBe(shown);
  });
});
