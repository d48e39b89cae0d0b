import { type ApiKey, type ApiKeyRefusal, apiKeysOf, commandLine, scopeText } from '@passerelle/doors/at-rest';
import { nodeRoles } from '../access/node-roles.js';
import { type Given, Refused, exit, need, onlyWord, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';

export const create: Run = async (given) => {
  const name = need(given, 'name');
  const scopes = [given.values['scope'] ?? []].flat().map(String);
  const days = Number(given.values['days'] ?? '90');
  const made = await withKeys(given, (keys) => keys.create({ name, scopes, days }, commandLine));
  if (!made.ok) throw refused(made.refusal);
  const { key, secret } = made.value;
  return {
    code: exit.ok,
    lines: [secret, `# ${lineOf(key)}`, '# keep it now: it is shown this once, and only its hash is kept'],
    json: { secret, ...shown(key) },
  };
};

export const revoke: Run = async (given) => {
  const name = onlyWord(given, 'the name of the key');
  const done = await withKeys(given, (keys) => keys.revoke(name, commandLine));
  if (!done.ok) throw refused(done.refusal);
  return { code: exit.ok, lines: [lineOf(done.value)], json: shown(done.value) };
};

export const list: Run = async (given) => {
  const all = await withKeys(given, (keys) => keys.list());
  const lines = all.length > 0 ? all.map(lineOf) : ['no keys'];
  return { code: exit.ok, lines, json: all.map(shown) };
};

const withKeys = <T>({ env }: Given, use: (keys: ReturnType<typeof apiKeysOf>) => Promise<T>): Promise<T> =>
  withCurrentSchema(configIn(env), (database) => use(apiKeysOf(database, nodeRoles)));

const shown = ({ scopes, ...key }: ApiKey) => ({ ...key, scopes: scopes.map(scopeText), state: stateOf(key) });

const stateOf = ({ revokedAt, endsAt }: Pick<ApiKey, 'revokedAt' | 'endsAt'>): string =>
  revokedAt ? 'revoked' : endsAt.getTime() <= Date.now() ? 'ended' : 'in use';

function lineOf(key: ApiKey): string {
  const used = key.usedAt === null ? 'never used' : `used ${dayOf(key.usedAt)}`;
  return `${key.name}  ${key.prefix}…  ${key.scopes.map(scopeText).join(' ')}  ${stateOf(key)}, until ${dayOf(key.endsAt)}, ${used}`;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What is wrong in what was typed is wrong usage; what is so in the database has failed. */
const refused = (refusal: ApiKeyRefusal): Refused =>
  new Refused(
    refusal.kind === 'name-taken' || refusal.kind === 'unknown-key' ? exit.failed : exit.usage,
    wordsFor(refusal),
  );

function wordsFor(refusal: ApiKeyRefusal): string {
  switch (refusal.kind) {
    case 'bad-name':
      return `--name is "${refusal.name}", expected 3 to 40 small letters, digits and dashes`;
    case 'no-scope':
      return '--scope is missing, such as --scope finance:read';
    case 'unknown-scope':
      return `--scope is "${refusal.scope}", expected one of ${refusal.known.join(', ')}`;
    case 'bad-days':
      return `--days is expected to be a whole number 1–${refusal.most}`;
    case 'name-taken':
      return `a key named ${refusal.name} is in use; passerelle apikey revoke ${refusal.name} ends it`;
    case 'unknown-key':
      return `no key named ${refusal.name} is in use; passerelle apikey list shows all`;
  }
}
