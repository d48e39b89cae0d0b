import { hideSecrets } from './hide-secrets.js';

const logged = (text: string): string =>
  (JSON.parse(hideSecrets(JSON.stringify({ msg: text }))) as { msg: string }).msg;

describe('the log', () => {
  it.each([
    'BE68539007547034',
    'BE68 5390 0754 7034',
    'SE45 5000 0000 0583 9825 7466',
    'FR7630006000011234567890189',
    '85.07.30-033.28',
    '1 85 05 78 006 084 36',
    '185057800608436',
    '19850730-0331',
    '850730-0331',
    'amina@demo.example',
    `SU${'A'.repeat(56)}`,
  ])('hides %s wherever it stands', (secret) => {
    expect(logged(`before ${secret}, after`)).toBe('before [hidden], after');
    expect(logged(secret)).toBe('[hidden]');
  });

  it('hides the token of a link with which a password is chosen', () => {
    const token = 'iTJv1b-_Q'.padEnd(43, 'x');
    expect(logged(`open https://coop.example/password#${token}`)).toBe('open https://coop.example/password#[hidden]');
  });

  it('hides the password in the address of a server', () => {
    expect(logged('cannot reach postgres://coop:s3cret@db:5432/coop')).not.toContain('s3cret');
  });

  it.each([
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    '19850730-0331-7cc3-98c4-dc0c0c07398f',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '2026-03-24T10:00:00.000Z',
    'invoice 2026/000123 over 1000.00 EUR',
    'Access1767225500001',
    'at Object.<anonymous> (apps/doors/http/log.ts:31:25)',
  ])('leaves %s as it is', (text) => {
    expect(logged(text)).toBe(text);
  });

  it('stays JSON, numbers and escapes included', () => {
    const line = JSON.stringify({
      level: 30,
      time: 1767225600000,
      position: 185057800608436,
      msg: 'a "BE68539007547034"\n\\',
    });
    expect(JSON.parse(hideSecrets(line))).toEqual({
      level: 30,
      time: 1767225600000,
      position: 185057800608436,
      msg: 'a "[hidden]"\n\\',
    });
  });
});
