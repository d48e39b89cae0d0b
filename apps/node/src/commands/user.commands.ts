import {
  type Account,
  type AccountRefusal,
  type Accounts,
  type Role,
  type Work,
  ProgramAddress,
  RandomIds,
  RealClock,
  accountsOf,
  doorsEntities,
  isLanguage,
  leaveTrail,
} from '@passerelle/doors/at-rest';
import type { Result } from '@passerelle/values';
import { nodeRoles } from '../access/node-roles.js';
import type { NodeConfig } from '../config/node-settings.js';
import { Facts } from '../facts/facts.service.js';
import { PostgresFactsStore } from '../facts/facts.store.js';
import { Mail } from '../mail/mail.service.js';
import { MailRow, MailStore } from '../mail/mail.store.js';
import { PasswordLinks } from '../password-links/password-links.service.js';
import { PasswordLinksStore } from '../password-links/password-links.store.js';
import { type Given, type Outcome, Refused, exit, need, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';

const staff = nodeRoles.filter((role) => role !== 'worker');

export const add: Run = async (given) => {
  const language = given.values['language'] ?? 'en';
  if (!isLanguage(language))
    throw new Refused(exit.usage, `--language is "${String(language)}", expected one of en, fr, nl, sv, de`);
  const [email, roles] = [need(given, 'email'), staffRoles(given)];
  return change(given, `user add: ${roles.join(' ')}`, (accounts, work, password) =>
    accounts.createIn(work, { email, password, roles, language }),
  );
};

export const reset: Run = async (given) => {
  const email = need(given, 'email');
  return change(given, 'user reset', (accounts, work, password) => accounts.resetIn(work, email, password));
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

/** With a password from standard input, or without one and with a letter in which she is asked to choose it. */
async function change(
  { env, input, values }: Given,
  act: string,
  use: (accounts: Accounts, work: Work, password?: string) => Promise<Result<Account, AccountRefusal>>,
): Promise<Outcome> {
  const config = configIn(env);
  const byMail = values['by-mail'] === true;
  return withCurrentSchema(
    config,
    async (database) => {
      const accounts = accountsOf(database, nodeRoles);
      const password = byMail ? undefined : await input();
      const { email, roles, language } = await database.transact(async (work) => {
        const done = await use(accounts, work, password);
        if (!done.ok) throw new Refused(exit.failed, `the account is refused: ${wordsFor(done.refusal)}`);
        if (byMail) await linksAtRest(config, accounts).send(work, { ...done.value, hasPassword: false });
        await leaveTrail(work, byMail ? `${act}, by mail` : act, [done.value.id]);
        return done.value;
      });
      const lines = [
        `${email}: ${roles.join(', ')}`,
        ...(byMail ? [`a link to choose a password goes to ${email}`] : []),
      ];
      return { code: exit.ok, lines, json: { email, roles, language, byMail } };
    },
    [...doorsEntities, MailRow],
  );
}

/** The letter is sent by the node, as soon as it runs. */
function linksAtRest(config: NodeConfig, accounts: Accounts): PasswordLinks {
  const [ids, facts] = [new RandomIds(), new Facts(new PostgresFactsStore())];
  return new PasswordLinks({
    store: new PasswordLinksStore(),
    accounts,
    mail: new Mail(new MailStore(), facts, ids),
    facts,
    clock: new RealClock(),
    ids,
    address: new ProgramAddress(config.baseUrl),
  });
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
