import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';

/** What `make` made when the file did not exist yet: made once, then kept where only its owner can read it. */
export function keptSecret(file: string, make: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = draftOf(file);
    writeFileSync(draft, make(), { mode: 0o600 });
    try {
      // Linking fails when another start was first: its secret is the one in use.
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, 'utf8');
}

/** A value kept as JSON, or undefined when there is none yet or what is there cannot be read any more. */
export function readKept<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Replaces the file in one step: a reader, or a start after a power cut, finds the old or the new value whole. */
export function keep(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = draftOf(file);
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(draft, file);
}

/** A password for a machine to use: 192 bits in letters that no address or configuration file needs to escape. */
export const newPassword = (): string => randomBytes(24).toString('base64url');

const draftOf = (file: string): string => `${file}.${randomBytes(4).toString('hex')}`;
