import { Sealing, headBytes } from './sealing.js';

const sealing = new Sealing({ secretsKey: 'a sentence for the safe' });
const other = new Sealing({ secretsKey: 'another sentence for it' });
const without = new Sealing({});
const place = { table: 'receipt', id: '019a0000-0000-7000-8000-000000000001' };
const photo = Buffer.from('\xff\xd8\xff a photo of a till roll \xff\xd9', 'latin1');
const sealed = sealing.seal(photo, place);

describe('what is sealed in the database', () => {
  it('is opened by the same sentence in another process, and shows nothing of what it is', () => {
    expect(new Sealing({ secretsKey: 'a sentence for the safe' }).open(sealed, place)).toEqual(photo);
    expect(sealed.includes('till roll')).toBe(false);
    expect(sealing.seal(photo, place)).not.toEqual(sealed);
  });

  it('is opened whole, an empty file too, and a secret as text', () => {
    expect(sealing.open(sealing.seal(Buffer.alloc(0), place), place)).toEqual(Buffer.alloc(0));
    const text = sealing.sealText('JBSWY3DPEHPK3PXP', place);
    expect(text).toMatch(/^[\w-]+$/);
    expect(text).not.toContain('JBSWY3DPEHPK3PXP');
    expect(sealing.openText(text, place)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('is not opened when any byte of it was changed or its end is missing', () => {
    for (let at = headBytes; at < sealed.length; at += 1) {
      const bytes = Buffer.from(sealed);
      bytes[at] = bytes[at]! ^ 1;
      expect(() => sealing.open(bytes, place)).toThrow('was changed after it was sealed');
    }
    for (const end of [headBytes, headBytes + 12, sealed.length - 1])
      expect(() => sealing.open(sealed.subarray(0, end), place)).toThrow('was changed after it was sealed');
  });

  it('is not opened in another row or another table', () => {
    const moved = { ...place, id: '019a0000-0000-7000-8000-000000000002' };
    expect(() => sealing.open(sealed, moved)).toThrow('belongs to another row');
    expect(() => sealing.open(sealed, { ...place, table: 'a1_document' })).toThrow('belongs to another row');
  });

  it('is left to the newer program that sealed it', () => {
    const newer = Buffer.from(sealed);
    newer[headBytes - 5] = 2;
    expect(() => sealing.open(newer, place)).toThrow('this receipt was sealed by a newer program: install that one');
  });

  it('names the setting when the key is another one or missing', () => {
    const message = 'PASSERELLE_SECRETS_KEY is not the key with which this receipt was sealed';
    expect(() => other.open(sealed, place)).toThrow(message);
    expect(() => without.open(sealed, place)).toThrow('this receipt is sealed, and PASSERELLE_SECRETS_KEY is missing');
    expect(() => without.openText(sealing.sealText('JBSWY3DP', place), place)).toThrow('PASSERELLE_SECRETS_KEY');
  });

  it('is opened with the key before while keys are changed, and sealed with the new one', () => {
    const both = new Sealing({ secretsKey: 'another sentence for it', secretsKeyBefore: 'a sentence for the safe' });
    expect([both.stateOf(sealed), both.open(sealed, place)]).toEqual(['before', photo]);
    const anew = both.seal(photo, place);
    expect([both.stateOf(anew), other.open(anew, place)]).toEqual(['sealed', photo]);
    expect(() => sealing.open(anew, place)).toThrow('PASSERELLE_SECRETS_KEY is not the key');
    const third = new Sealing({ secretsKey: 'a third one, never used', secretsKeyBefore: 'a fourth one, never used' });
    expect(third.stateOf(sealed)).toBe('other-key');
    expect(() => third.open(sealed, place)).toThrow('PASSERELLE_SECRETS_KEY is not the key');
  });

  it('lies beside what was kept before there was a key, which stays readable', () => {
    expect(without.seal(photo, place)).toBe(photo);
    expect(sealing.open(photo, place)).toBe(photo);
    expect(without.sealText('JBSWY3DPEHPK3PXP', place)).toBe('JBSWY3DPEHPK3PXP');
    expect(sealing.openText('JBSWY3DPEHPK3PXP', place)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('tells from its head alone who can open it', () => {
    const head = sealed.subarray(0, headBytes);
    expect([sealing, other, without].map((each) => each.stateOf(head))).toEqual(['sealed', 'other-key', 'other-key']);
    expect(sealing.stateOf(photo)).toBe('plain');
  });
});
