import { parseArgs } from 'node:util';
import { accountsOf, configOrExit, isLanguage } from '@passerelle/doors';
import { openDatabase } from './app.module.js';
import { type FederationConfig, federationSettings } from './config/federation-settings.js';

const usage = `passerelle user add --email fedadmin@coop.example [--language en]

Makes the account of a federation admin, or brings it into that state: the same twice changes nothing. The password is
read from standard input. Exit codes: 0 done, 2 refused, 64 wrong usage, 78 configuration.
`;

const wrongUsage = 64;
const refused = 2;

async function addUser(config: FederationConfig, email: string, language: string): Promise<number> {
  if (!isLanguage(language)) return say(`no language "${language}"`, wrongUsage);
  const database = await openDatabase(config);
  try {
    const password = await standardInput();
    const made = await accountsOf(database, ['fedadmin']).ensure({ email, password, roles: ['fedadmin'], language });
    return made.ok ? 0 : say(`the account is refused: ${made.refusal.kind}`, refused);
  } finally {
    await database.close();
  }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

function say(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

function asked() {
  const options = {
    email: { type: 'string' },
    language: { type: 'string', default: 'en' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    return { command: positionals.join(' '), ...values };
  } catch (error) {
    say(String(error), wrongUsage);
    return undefined;
  }
}

async function run(): Promise<number> {
  const given = asked();
  if (given?.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (given?.command !== 'user add' || given.email === undefined) return say(usage, wrongUsage);
  return addUser(configOrExit(process.env, federationSettings), given.email, given.language);
}

process.exitCode = await run();
