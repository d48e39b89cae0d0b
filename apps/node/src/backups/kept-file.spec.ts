import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFile } from './kept-file.js';

async function* saying(...parts: readonly (string | Error)[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield Buffer.from(part);
  }
}

describe('a file that is kept', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'passerelle-kept-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is there whole, in a folder made for it, and only its owner can read it', async () => {
    const file = join(dir, 'backups', 'one.backup');
    await keepFile(file, saying('one, ', 'two'));
    expect(readFileSync(file, 'utf8')).toBe('one, two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'backups'))).toEqual(['one.backup']);
  });

  it('leaves the one before untouched when the writing fails half way', async () => {
    const file = join(dir, 'one.backup');
    writeFileSync(file, 'the old one');
    await expect(keepFile(file, saying('half of', new Error('the database is gone')))).rejects.toThrow('is gone');
    expect([readFileSync(file, 'utf8'), readdirSync(dir)]).toEqual(['the old one', ['one.backup']]);
  });

  it('is not there when the disk is full, and says so', async () => {
    const file = join(dir, 'one.backup');
    symlinkSync('/dev/full', `${file}.partial`);
    await expect(keepFile(file, saying('x'.repeat(100_000)))).rejects.toMatchObject({
      kind: 'no-space',
      message: expect.stringContaining(`no room for the backup in ${dir}`),
    });
    expect([existsSync(file), readdirSync(dir)]).toEqual([false, []]);
  });
});
