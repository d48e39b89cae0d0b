import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian puts servers where an ordinary user's path does not look. */
const furtherFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** A program's file on the path, or where Debian and Homebrew put it. */
export const onThePath = (program: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), ...furtherFolders]
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));

/** Installs a package of Debian's when we are root on a machine that has apt, and answers where its program is then. */
export function installed(name: string, note: (text: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  note(`installing ${name} (apt-get)`);
  if (apt('install', name) !== 0) {
    // The lists of packages may be missing or old: fetch them, then try once more.
    apt('update');
    apt('install', name);
  }
  return onThePath(name);
}

function apt(...args: string[]): number | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', '-y', '--no-install-recommends', ...args], { env, stdio: 'ignore' }).status;
}
