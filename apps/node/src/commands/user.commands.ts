import {
  type Account,
  type AccountRefusal,
  type Accounts,
  type Role,
  accountsOf,
  doorsEntities,
  isLanguage,
  leaveTrail,
} from '@passerelle/doors/at-rest';
import type { Result } from '@passerelle/values';
import { nodeRoles } from '../access/node-roles.js';
import { type Given, type Outcome, Refused, exit, need, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';

const staff = nodeRoles.filter((role) => role !== 'worker');

export const add: Run = async (given) => {
  const language = given.values['language'] ?? 'en';
  if (!isLanguage(language))
    throw new Refused(exit.usage, `--language is "${String(language)}", expected one of en, fr, nl, sv, de`);
  const [email, roles] = [need(given, 'email'), staffRoles(given)];
  return change(given, `user add: ${roles.join(' ')}`, (accounts, password) =>
    accounts.create({ email, password, roles, language }),
  );
};

export const reset: Run = async (given) => {
  const email = need(given, 'email');
  return change(given, 'user reset', (accounts, password) => accounts.reset(email, password));
};

/** A worker's account is made with her membership, which this program's own pages do. */
function staffRoles({ values }: Given): readonly Role[] {
  const given = [values['role'] ?? []].flat();
  const known = given.filter((role) => staff.some((each) => each === role));
  if (given.length > 0 && known.length === given.length) return known as readonly Role[];
  const unknown = given.find((role) => !known.includes(role));
  const found = unknown === undefined ? 'missing' : `"${String(unknown)}"`;
  throw new Refused(exit.usage, `--role is ${found}, expected one of ${staff.join(', ')}`);
}

async function change(
  { env, input }: Given,
  act: string,
  use: (accounts: Accounts, password: string) => Promise<Result<Account, AccountRefusal>>,
): Promise<Outcome> {
  const config = configIn(env);
  return withCurrentSchema(
    config,
    async (database) => {
      const done = await use(accountsOf(database, nodeRoles), await input());
      if (!done.ok) throw new Refused(exit.failed, `the account is refused: ${wordsFor(done.refusal)}`);
      const { id, email, roles, language } = done.value;
      await database.transact((work) => leaveTrail(work, act, [id]));
      return { code: exit.ok, lines: [`${email}: ${roles.join(', ')}`], json: { email, roles, language } };
    },
    doorsEntities,
  );
}

function wordsFor(refusal: AccountRefusal): string {
  switch (refusal.kind) {
    case 'email-taken':
      return `${refusal.email} has an account already; passerelle user reset gives it another password`;
    case 'not-an-email':
      return `"${refusal.email}" is no e-mail address`;
    case 'password-too-short':
      return `the password has fewer than ${refusal.least} characters`;
    case 'password-too-long':
      return `the password has more than ${refusal.most} characters`;
    case 'unknown-account':
      return `nobody signs in as ${refusal.email}`;
    case 'no-role':
    case 'unknown-role':
    case 'worker-without-subject':
      return refusal.kind;
  }
}
