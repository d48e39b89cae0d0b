import {
  type ConfigOf,
  countryCode,
  type Environment,
  instant,
  isGiven,
  natsUrl,
  nkeySeed,
  nodeId,
  oneOf,
  optional,
  passphrase,
  path,
  postgresUrl,
  programSettings,
  required,
  signingKeyPem,
  standard,
  timeZone,
} from '@passerelle/doors/config';
import { onlyZoneOf } from './time-zone.js';

/** A node that talks to others needs all that proves who it is. */
const withPeers = (env: Environment): boolean => isGiven(env, 'PASSERELLE_NATS_URL');

/** Everything an operator may set for a node. */
export const nodeSettings = {
  ...programSettings,
  node: required(nodeId, { name: 'PASSERELLE_NODE', purpose: 'The short name by which other nodes know this one.' }),
  country: required(countryCode, {
    name: 'PASSERELLE_COUNTRY',
    purpose: 'The country of the cooperative, whose public holidays and rules apply.',
  }),
  role: standard(oneOf('all', 'web', 'worker', 'exchange'), {
    name: 'PASSERELLE_ROLE',
    purpose:
      'Which part of the work this process does, where several share a database: pages and API alone (web), what follows from them (worker), or the channels to other nodes (exchange).',
    standard: 'all',
  }),
  timeZone: optional(timeZone, {
    name: 'PASSERELLE_TIME_ZONE',
    purpose: 'Where the cooperative’s days begin. Needed only when its country has several time zones.',
    neededWhen: ({ PASSERELLE_COUNTRY: country }) => Boolean(country) && onlyZoneOf(country ?? '') === undefined,
  }),
  natsUrl: optional(natsUrl, {
    name: 'PASSERELLE_NATS_URL',
    purpose: 'The node’s own NATS server. Without it the node works alone.',
  }),
  natsReplicas: standard(oneOf('1', '3', '5'), {
    name: 'PASSERELLE_NATS_REPLICAS',
    purpose: 'How many servers of the node’s own NATS cluster keep each letter; 1 where it is a single server.',
    standard: '1',
  }),
  natsSeed: optional(nkeySeed, {
    name: 'PASSERELLE_NATS_SEED',
    purpose: 'The nkey with which the node signs in at its own server and at those of its peers.',
    isSecret: true,
    neededWhen: withPeers,
  }),
  signingKey: optional(signingKeyPem, {
    name: 'PASSERELLE_SIGNING_KEY',
    purpose: 'The key that signs what the node says to others. Its public half stands in the roster.',
    isSecret: true,
    neededWhen: withPeers,
  }),
  nextSigningKey: optional(signingKeyPem, {
    name: 'PASSERELLE_NEXT_SIGNING_KEY',
    purpose:
      'The key that follows the one in use: each channel signs with it once passerelle keys rotate has announced it there.',
    isSecret: true,
  }),
  rosterFile: optional(path, {
    name: 'PASSERELLE_ROSTER_FILE',
    purpose: 'The signed list of the federation’s members. A newer one is taken in at the next start.',
    neededWhen: withPeers,
  }),
  ratesFile: optional(path, {
    name: 'PASSERELLE_RATES_FILE',
    purpose: 'The European Central Bank’s eurofxref-hist.csv, where the federation settles in one currency.',
  }),
  federationNatsUrl: optional(natsUrl, {
    name: 'PASSERELLE_FEDERATION_NATS_URL',
    purpose: 'The NATS server of the federation, which receives signed reports without personal data.',
  }),
  mailDir: standard(path, {
    name: 'PASSERELLE_MAIL_DIR',
    purpose: 'The folder in which mails are laid, one file each, for a mail program to fetch.',
    standard: '.passerelle/mail',
  }),
  schemaDir: optional(path, {
    name: 'PASSERELLE_SCHEMA_DIR',
    purpose:
      'A folder with the official schemas of declarations, one file a form, such as be.dimona.xsd. What breaks its schema is not sent.',
  }),
  backupKey: optional(passphrase, {
    name: 'PASSERELLE_BACKUP_KEY',
    purpose:
      'The key that seals backups and opens them again. Keep a copy of it off the machine: without it they are worthless.',
    isSecret: true,
  }),
  backupDir: standard(path, {
    name: 'PASSERELLE_BACKUP_DIR',
    purpose: 'The folder in which backups are laid, one file each, to be copied to another place.',
    standard: '.passerelle/backups',
  }),
  drillDatabaseUrl: optional(postgresUrl, {
    name: 'PASSERELLE_DRILL_DATABASE_URL',
    purpose:
      'An empty PostgreSQL database in which drills restore backups. Without it they use a schema of the node’s own database, and leave nothing behind.',
    isSecret: true,
  }),
  clock: optional(instant, {
    name: 'PASSERELLE_CLOCK',
    purpose: 'For demonstrations only: the instant at which the business clock stands still until somebody moves it.',
  }),
};

export type NodeConfig = ConfigOf<typeof nodeSettings>;

/** The key under which rooms ask Nest for the configuration: `@Inject(NODE_CONFIG) config: NodeConfig`. */
export const NODE_CONFIG = Symbol('NODE_CONFIG');

/** The time zone in which the cooperative's days begin. */
export function zoneOf({ timeZone: given, country }: Pick<NodeConfig, 'timeZone' | 'country'>): string {
  const zone = given ?? onlyZoneOf(country);
  if (zone === undefined) throw new Error(`${country} has several time zones: PASSERELLE_TIME_ZONE must be set`);
  return zone;
}
