import { parseArgs } from 'node:util';
import {
  accountsOf,
  type Database,
  isLanguage,
  leaveTrail,
  missingKeys,
  rotatedLines,
  SealedRowsStore,
  Sealing,
  secretsOfApps,
} from '@passerelle/doors';
import type { FederationConfig } from './config/federation-settings.js';

const usage = `passerelle user add --email fedadmin@coop.example [--language en]

Makes the account of a federation admin, or brings it into that state: the same twice changes nothing. The password is
read from standard input.

passerelle secrets rotate

Seals anew with PASSERELLE_SECRETS_KEY what PASSERELLE_SECRETS_KEY_BEFORE has sealed: the secrets of authenticator apps. The
program goes on meanwhile.

Exit codes: 0 done, 1 something is left, 2 refused, 64 wrong usage, 78 configuration.
`;

/** What a command is given: its settings and database are asked for when it is known that the command is. */
export interface Ground {
  config(): FederationConfig;
  open(config: FederationConfig): Promise<Database>;
  input(): Promise<string>;
}

/** What a command leaves: its exit code, and what goes to each stream. */
export interface Ran {
  readonly code: number;
  readonly out?: string;
  readonly err?: string;
}

const exit = { ok: 0, left: 1, refused: 2, usage: 64, configuration: 78 };

interface Given {
  readonly email?: string | undefined;
  readonly language: string;
}

type Command = (given: Given, ground: Ground) => Promise<Ran>;

const commands: Readonly<Record<string, Command>> = { 'user add': addUser, 'secrets rotate': rotateSecrets };

/** Runs the command that the arguments name. */
export async function runCommand(args: readonly string[], ground: Ground): Promise<Ran> {
  const options = {
    email: { type: 'string' },
    language: { type: 'string', default: 'en' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { code: exit.ok, out: usage };
    const command = commands[positionals.join(' ')];
    return command ? await command(values, ground) : { code: exit.usage, err: usage };
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    return { code: exit.usage, err: `${error.message}\n` };
  }
}

async function addUser({ email, language }: Given, ground: Ground): Promise<Ran> {
  if (email === undefined) return { code: exit.usage, err: usage };
  if (!isLanguage(language)) return { code: exit.usage, err: `no language "${language}"\n` };
  return withDatabase(ground, ground.config(), async (database) => {
    const password = await ground.input();
    const made = await accountsOf(database, ['fedadmin']).ensure({ email, password, roles: ['fedadmin'], language });
    return made.ok ? { code: exit.ok } : { code: exit.refused, err: `the account is refused: ${made.refusal.kind}\n` };
  });
}

async function rotateSecrets(_given: Given, ground: Ground): Promise<Ran> {
  const config = ground.config();
  const missing = missingKeys(config).map((name) => `${name} is missing\n`);
  if (missing.length > 0) return { code: exit.configuration, err: missing.join('') };
  return withDatabase(ground, config, async (database) => {
    await database.transact((work) => leaveTrail(work, 'secrets rotate'));
    const rotated = await new SealedRowsStore(new Sealing(config), [secretsOfApps]).rotate(database);
    const out = rotatedLines(rotated).map((line) => `${line}\n`);
    return { code: rotated.before + rotated.unknown > 0 ? exit.left : exit.ok, out: out.join('') };
  });
}

async function withDatabase(
  ground: Ground,
  config: FederationConfig,
  use: (database: Database) => Promise<Ran>,
): Promise<Ran> {
  const database = await ground.open(config);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
