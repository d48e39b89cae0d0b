import { isConfirmed } from './confirmed.js';

describe('what is typed to confirm', () => {
  it('is the name or the number, however it is written', () => {
    expect(isConfirmed('coopérative du nord', 'Coopérative du Nord')).toBe(true);
    expect(isConfirmed('1 234,50', '1\u202f234,50')).toBe(true);
    expect(isConfirmed('1234,50 EUR', '1.234,50\u00a0EUR')).toBe(true);
  });

  it('is not another one, and not nothing', () => {
    expect(isConfirmed('', 'fr')).toBe(false);
    expect(isConfirmed('fr', 'se')).toBe(false);
    expect(isConfirmed('1234,5', '1 234,50')).toBe(false);
  });
});
