import { TOTP, Secret } from 'otpauth';
import { type KeptFactor, newFactor, stepOf } from './second-factor.js';

const secret = Secret.fromLatin1('12345678901234567890').base32;
const kept: KeptFactor = { secret, isConfirmed: true, lastStep: 0 };

describe('a code of an authenticator app', () => {
  // RFC 6238, appendix B: the last six of the eight digits for SHA-1.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is that of the standard at second %i', (second, code) => {
    expect(stepOf(code, kept, second * 1000)).toBe(Math.floor(second / 30));
  });

  it('is right half a minute early or late, and wrong after', () => {
    const at = (second: number) => stepOf('081804', kept, second * 1000);
    expect([at(1_111_111_109 - 30), at(1_111_111_109 + 30)]).toEqual([37_037_036, 37_037_036]);
    expect(at(1_111_111_109 + 90)).toBeUndefined();
  });

  it('is used once', () => {
    expect(stepOf('081804', { ...kept, lastStep: 37_037_036 }, 1_111_111_109_000)).toBeUndefined();
  });

  it.each(['', '12345', '1234567', 'abcdef', '28708２'])('is six digits, not "%s"', (code) => {
    expect(stepOf(code, kept, 59_000)).toBeUndefined();
  });

  it('comes from a secret of twenty bytes that names program and person', () => {
    const { secret: made, uri } = newFactor({ issuer: 'be.example', email: 'finance@demo.example' });
    expect(Secret.fromBase32(made).bytes).toHaveLength(20);
    expect(uri).toContain('be.example');
    expect(uri).toContain(encodeURIComponent('finance@demo.example'));
    expect(uri).toContain(`secret=${made}`);
    expect(new TOTP({ secret: made }).generate()).toMatch(/^\d{6}$/);
  });
});
