import type { Person } from './people.js';
import type { Place } from './places.js';
import type { Plan } from './plan.js';

/** What the programs are told that is the same for all of them. */
export interface Told {
  readonly rosterFile: string;
  /** An instant such as 2026-03-02T09:00:00Z at which the business clock stands still, or the real clock. */
  readonly clock: string | undefined;
  /** The mailbox of the centre. */
  readonly centreNatsUrl: string;
  readonly people: readonly Person[];
}

/** The settings of a cooperative's node. */
export const nodeEnvironment = (place: Place, plan: Plan, told: Told): NodeJS.ProcessEnv => ({
  ...programEnvironment(plan, told),
  ...firstAccount(told.people.find(({ at, role }) => at === place.id && role === 'sysadmin')),
  PASSERELLE_FEDERATION_NATS_URL: told.centreNatsUrl,
  PASSERELLE_SIGNING_KEY_FILE: plan.keys.signingKeyFile,
  PASSERELLE_NODE: place.id,
  PASSERELLE_COUNTRY: place.country,
  PASSERELLE_MAIL_DIR: plan.mailDir,
});

/** The settings of the directory and its monitoring, which signs nothing. */
export const centreEnvironment = (plan: Plan, told: Told): NodeJS.ProcessEnv => ({
  ...programEnvironment(plan, told),
  ...firstAccount(told.people.find(({ role }) => role === 'fedadmin')),
});

/** Who may sign in to a program that knows nobody yet, and let the others in. */
const firstAccount = (person: Person | undefined): NodeJS.ProcessEnv =>
  person === undefined ? {} : { PASSERELLE_FIRST_EMAIL: person.email, PASSERELLE_FIRST_PASSWORD: person.password };

const programEnvironment = (plan: Plan, told: Told): NodeJS.ProcessEnv => ({
  ...inherited(),
  PASSERELLE_DATABASE_URL: plan.databaseUrl,
  PASSERELLE_HOST: '127.0.0.1',
  PASSERELLE_PORT: String(plan.port),
  PASSERELLE_BASE_URL: plan.url,
  // Invented people on this machine alone sign in without a telephone; their programs allow one all the same.
  PASSERELLE_SECOND_FACTOR: 'nobody',
  // Their receipts are sealed all the same, so that everything is done here as a cooperative does it.
  PASSERELLE_SECRETS_KEY: 'invented people have no secrets',
  PASSERELLE_NATS_URL: plan.natsUrl,
  PASSERELLE_NATS_SEED_FILE: plan.keys.natsSeedFile,
  PASSERELLE_ROSTER_FILE: told.rosterFile,
  ...(told.clock === undefined ? {} : { PASSERELLE_CLOCK: told.clock }),
});

/**
 * The machine's own variables, without those that would change what the programs do: settings of another Passerelle,
 * flags of the Node that runs a test, a database meant for somebody else.
 */
function inherited(): NodeJS.ProcessEnv {
  const ours = /^(PASSERELLE_|NODE_OPTIONS$|NODE_ENV$|DATABASE_URL$|PG[A-Z]|npm_|JEST_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
