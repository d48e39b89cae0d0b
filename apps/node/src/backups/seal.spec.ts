import { sealed, unsealed } from './seal.js';

const passphrase = 'a sentence for the safe';
const portion = 64 * 1024;

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const plainOf = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, at) => (at * 31 + at / 997) % 256));
const seal = (plain: Buffer, size = 10_000): Promise<Buffer> => whole(sealed(pieces(plain, size), passphrase));
const open = (archive: Buffer, key = passphrase): Promise<Buffer> => whole(unsealed(pieces(archive, 7_001), key));

describe('a sealed stream', () => {
  let archive: Buffer;
  beforeAll(async () => {
    archive = await seal(plainOf(4 * portion));
  });

  it('comes back as it was, whatever its length and the portions in which it came', async () => {
    for (const length of [0, portion - 1, portion, portion + 1])
      expect((await open(await seal(plainOf(length), 8_191))).equals(plainOf(length))).toBe(true);
  });

  it('is another one each time, and shows nothing of what is in it', async () => {
    const plain = Buffer.from('Amina Diallo '.repeat(50));
    const [one, other] = [await seal(plain), await seal(plain)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('Amina')).toBe(false);
  });

  it('tells a wrong key from a damaged file', async () => {
    await expect(open(archive, 'another sentence')).rejects.toMatchObject({ kind: 'wrong-key' });
    const hit = Buffer.from(archive);
    hit[hit.length >> 1]! ^= 1;
    await expect(open(hit)).rejects.toMatchObject({ kind: 'changed' });
  });

  it('is refused when its end is missing, also exactly between two portions', async () => {
    const header = archive.indexOf('\n') + 1;
    for (const length of [header + 2 * (portion + 16), archive.length - 1, header, header - 3])
      await expect(open(archive.subarray(0, length))).rejects.toMatchObject({ kind: 'cut-short' });
  });

  it('is refused when portions have changed places, are repeated or are left out', async () => {
    const header = archive.indexOf('\n') + 1;
    const part = (number: number): Buffer =>
      archive.subarray(header + number * (portion + 16), header + (number + 1) * (portion + 16));
    for (const order of [
      [1, 0, 2, 3],
      [0, 0, 2, 3],
      [0, 2, 3],
    ])
      await expect(open(Buffer.concat([archive.subarray(0, header), ...order.map(part)]))).rejects.toMatchObject({
        kind: 'changed',
      });
  });

  it('is told from other files and from those of a newer release', async () => {
    await expect(open(Buffer.from('PGDMP and so on'))).rejects.toMatchObject({ kind: 'not-a-backup' });
    await expect(open(Buffer.alloc(0))).rejects.toMatchObject({ kind: 'not-a-backup' });
    const newer = archive.toString('latin1').replace('backup 1', 'backup 2');
    await expect(open(Buffer.from(newer, 'latin1'))).rejects.toMatchObject({
      kind: 'newer-format',
      message: expect.stringContaining('format 2'),
    });
  });
});
