import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onThePath } from '../debian.js';

const seconds = 10;
/** Each client finds a branch of its own, so that the program measures the server and not a queue before one row. */
const scale = 10;
const packages = '/usr/lib/postgresql';

export interface Pgbench {
  readonly perSecond: number;
  readonly how: string;
}

/**
 * Transactions a second of PostgreSQL's own measuring program, with the script it uses when none is named (TPC-B like),
 * or undefined where the program is not installed.
 */
export function pgbench(databaseUrl: string, clients: number): Pgbench | undefined {
  const program = onThePath('pgbench') ?? packaged();
  if (program === undefined) return undefined;
  run(program, ['--initialize', '--quiet', `--scale=${scale}`, databaseUrl]);
  const said = run(program, [`--client=${clients}`, '--jobs=2', `--time=${seconds}`, databaseUrl]);
  const [, perSecond] = /^tps = ([\d.]+)/m.exec(said) ?? [];
  if (perSecond === undefined) throw new Error(`pgbench said no speed: ${said}`);
  return { perSecond: Number(perSecond), how: `pgbench, its own script, scale ${scale}, ${clients} clients, fsync on` };
}

/** Debian keeps the programs of each release in a folder of its own. */
const packaged = (): string | undefined =>
  existsSync(packages)
    ? readdirSync(packages)
        .map((release) => join(packages, release, 'bin', 'pgbench'))
        .findLast((file) => existsSync(file))
    : undefined;

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pgbench failed: ${error?.message ?? stderr}`);
  return stdout;
}
