import { type ProviderTerms, readRoles } from '../access/provider/provider.js';
import { secondFactorPolicies } from '../access/second-factor/second-factor.js';
import { httpsAddress, oneOf, passphrase, port, postgresUrl, text, wholeNumber } from './forms.js';
import {
  type ConfigOf,
  type Environment,
  type Form,
  isGiven,
  optional,
  requiredSecret,
  required,
  standard,
} from './setting.js';

const withProvider = (env: Environment): boolean => isGiven(env, 'PASSERELLE_OIDC_ISSUER');

/** As the provider writes it: a slash at its end is part of its name. */
const issuer: Form<string> = {
  ...httpsAddress,
  example: 'https://accounts.coop.example',
  read: (written) => httpsAddress.read(written) && written,
};

/** Settings every program of the product has. */
export const programSettings = {
  databaseUrl: requiredSecret(postgresUrl, {
    name: 'PASSERELLE_DATABASE_URL',
    purpose: 'The PostgreSQL database of this program alone. Its user may create tables.',
  }),
  databasePool: standard(wholeNumber(2, 200, '10'), {
    name: 'PASSERELLE_DATABASE_POOL',
    purpose: 'How many connections to the database are kept at most.',
    standard: '10',
  }),
  databaseReadUrl: optional(postgresUrl, {
    name: 'PASSERELLE_DATABASE_READ_URL',
    purpose:
      'A streaming standby of that database, with the same name in it. Reports, exports and numbers for Prometheus are read there while it is near enough. Without it the database itself answers them.',
    isSecret: true,
  }),
  databaseReadLag: standard(wholeNumber(2, 3600, '10'), {
    name: 'PASSERELLE_DATABASE_READ_LAG',
    purpose: 'How many seconds the standby may be behind before the database itself answers instead.',
    standard: '10',
  }),
  baseUrl: required(httpsAddress, {
    name: 'PASSERELLE_BASE_URL',
    purpose: 'The address at which people reach this program; links in mails begin with it.',
  }),
  host: standard(text('a host name or address to listen on', '127.0.0.1'), {
    name: 'PASSERELLE_HOST',
    purpose: 'The network address to listen on. Behind a proxy on the same machine the loopback address is right.',
    standard: '127.0.0.1',
  }),
  port: standard(port, { name: 'PASSERELLE_PORT', purpose: 'The port to listen on.', standard: '8080' }),
  metricsHost: standard(text('a host name or address to listen on', '127.0.0.1'), {
    name: 'PASSERELLE_METRICS_HOST',
    purpose: 'The network address at which Prometheus may ask.',
    standard: '127.0.0.1',
  }),
  metricsPort: optional(port, {
    name: 'PASSERELLE_METRICS_PORT',
    purpose: 'A port of its own for /metrics. Without it /metrics is answered on the main port.',
  }),
  trustedProxy: standard(text('loopback, or addresses separated by commas', 'loopback'), {
    name: 'PASSERELLE_TRUSTED_PROXY',
    purpose: 'Proxies whose word about the caller’s address is believed.',
    standard: 'loopback',
  }),
  firstEmail: optional(text('an e-mail address', 'sysadmin@coop.example'), {
    name: 'PASSERELLE_FIRST_EMAIL',
    purpose:
      'Who administers a program in which nobody can sign in yet. Without effect as soon as there is an account.',
  }),
  firstPassword: optional(text('12 characters or more', 'a sentence you remember'), {
    name: 'PASSERELLE_FIRST_PASSWORD',
    purpose: 'The password of the first account.',
    isSecret: true,
    neededWhen: (env) => isGiven(env, 'PASSERELLE_FIRST_EMAIL'),
  }),
  secondFactor: standard(oneOf(...secondFactorPolicies), {
    name: 'PASSERELLE_SECOND_FACTOR',
    purpose:
      'Who needs a second factor, an authenticator app or a passkey: staff, or nobody where it is for everybody to choose.',
    standard: 'staff',
  }),
  secretsKey: optional(passphrase, {
    name: 'PASSERELLE_SECRETS_KEY',
    purpose:
      'The key that seals receipts, letters of institutions and the secrets of authenticator apps in the database. Keep a copy of it off the machine, apart from the backups: without it nobody opens them again.',
    isSecret: true,
  }),
  secretsKeyBefore: optional(passphrase, {
    name: 'PASSERELLE_SECRETS_KEY_BEFORE',
    purpose:
      'While keys are changed: the one before, which still opens what it sealed until passerelle secrets rotate has sealed it anew. Remove it then.',
    isSecret: true,
  }),
  oidcIssuer: optional(issuer, {
    name: 'PASSERELLE_OIDC_ISSUER',
    purpose: 'The OpenID Connect provider at which people may sign in besides passwords.',
  }),
  oidcClientId: optional(text('the name the provider knows this program by', 'passerelle'), {
    name: 'PASSERELLE_OIDC_CLIENT_ID',
    purpose: 'This program’s name at the provider, which sends people back to /api/v1/session/provider/return.',
    neededWhen: withProvider,
  }),
  oidcClientSecret: optional(text('the secret the provider gave', 'what the provider shows once'), {
    name: 'PASSERELLE_OIDC_CLIENT_SECRET',
    purpose: 'With which this program proves itself to the provider.',
    isSecret: true,
    neededWhen: withProvider,
  }),
  oidcName: optional(text('what people call the provider', 'Coop account'), {
    name: 'PASSERELLE_OIDC_NAME',
    purpose: 'What stands on the button; the provider’s host where it is not said.',
  }),
  oidcRoles: optional(
    {
      expected: 'a claim and the roles its values give, such as groups:coop-pay=payroll,coop-money=finance',
      example: 'groups:coop-pay=payroll,coop-money=finance',
      read: readRoles,
    },
    {
      name: 'PASSERELLE_OIDC_ROLES',
      purpose:
        'Lets the provider give and take roles of staff, and makes their accounts. Without it only people with an account and the same verified address come in.',
    },
  ),
  oidcFactor: standard(oneOf('amr', 'trusted'), {
    name: 'PASSERELLE_OIDC_FACTOR',
    purpose:
      'When the provider’s word stands for the second factor: only where its token says how somebody proved herself (amr), or always (trusted).',
    standard: 'amr',
  }),
  tracesUrl: optional(httpsAddress, {
    name: 'PASSERELLE_TRACES_URL',
    purpose:
      'An OpenTelemetry collector that takes traces over HTTP, such as http://127.0.0.1:4318. Without it none are made.',
  }),
  logLevel: standard(oneOf('info', 'debug', 'warn', 'error', 'silent'), {
    name: 'PASSERELLE_LOG_LEVEL',
    purpose: 'How much is written to the log.',
    standard: 'info',
  }),
};

/** What the settings say about the provider; undefined where there is none. */
export function providerIn(config: ConfigOf<typeof programSettings>): ProviderTerms | undefined {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcName, oidcRoles: roles, oidcFactor: factor } = config;
  if (oidcIssuer === undefined || oidcClientId === undefined || oidcClientSecret === undefined) return undefined;
  const name = oidcName ?? new URL(oidcIssuer).host;
  return { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret, name, roles, factor };
}

/** The standby that answers reports; undefined where there is none. */
export const replicaIn = ({
  databaseReadUrl: url,
  databaseReadLag: maxLagSeconds,
}: ConfigOf<typeof programSettings>) => (url === undefined ? undefined : { url, maxLagSeconds });
