import { type Manifest, readThrough, written } from './archive.js';

const manifest: Manifest = {
  node: 'be',
  version: '1.0.0',
  at: '2026-03-16T08:00:00.000Z',
  migrations: ['Trees1767225600000'],
  tables: [
    { name: 'leaf', columns: ['name'] },
    { name: 'tree', columns: ['name', 'height'] },
    { name: 'wood', columns: ['name'] },
  ],
  sequences: [],
  standing: { facts: '0', transactions: '0', postings: '0', books: [], heads: [] },
};
const rows: Readonly<Record<string, readonly string[]>> = {
  leaf: [],
  tree: ['oak\t20\nbir', 'ch\t', '12\n'],
  wood: ['a'.repeat(100_000), '\n'],
};

async function* buffers(parts: readonly string[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

const archive = (tables = rows): AsyncGenerator<Buffer> =>
  written({ manifest, keys: { 'nats.seed': 'SU' }, rowsOf: ({ name }) => buffers(tables[name]!) });

async function readAll(bytes: AsyncIterable<Buffer>) {
  const read: Record<string, string> = {};
  const found = await readThrough(bytes, {
    keys: async (files) => void Object.assign(read, files),
    table: async ({ name }, portions) => {
      read[name] = '';
      for await (const portion of portions) read[name] += portion.toString();
    },
  });
  return { read, ...found };
}

describe('an archive', () => {
  it('hands over its parts as they were written, with what was counted', async () => {
    const { read, counts, manifest: told } = await readAll(archive());
    expect(told).toEqual(manifest);
    expect(read).toEqual({
      'nats.seed': 'SU',
      leaf: '',
      tree: 'oak\t20\nbirch\t12\n',
      wood: `${'a'.repeat(100_000)}\n`,
    });
    expect([...counts].map(([name, { rows: count }]) => [name, count])).toEqual([
      ['leaf', 0],
      ['tree', 2],
      ['wood', 1],
    ]);
  });

  it('is read to its end by whoever looks at nothing', async () => {
    const looks = readThrough(archive(), {
      table: async (_table, portions) => {
        for await (const _ of portions);
      },
    });
    expect((await looks).counts.size).toBe(3);
  });

  it('counts the same for the same rows in another order, and otherwise for others', async () => {
    const sumOf = async (...tree: readonly string[]) => (await readAll(archive({ ...rows, tree }))).counts.get('tree');
    expect(await sumOf('birch\t12\n', 'oak\t20\n')).toEqual(await sumOf('oak\t20\nbirch\t12\n'));
    expect(await sumOf('birch\t20\n', 'oak\t12\n')).not.toEqual(await sumOf('oak\t20\nbirch\t12\n'));
    expect(await sumOf('oak\t20\n', 'oak\t20\n')).not.toEqual(await sumOf('oak\t20\n'));
  });

  it('is refused when it ends too early, goes on after its end, or counts what is not there', async () => {
    const parts: Buffer[] = [];
    for await (const part of archive()) parts.push(part);
    const text = Buffer.concat(parts);
    async function* bytes(all: Buffer): AsyncGenerator<Buffer> {
      yield all;
    }
    const changed = Buffer.from(text.toString('latin1').replace('oak', 'elm'), 'latin1');
    for (const wrong of [text.subarray(0, -1), Buffer.concat([text, text]), changed])
      await expect(readAll(bytes(wrong))).rejects.toMatchObject({ kind: 'changed' });
  });
});
