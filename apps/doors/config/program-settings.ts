import { secondFactorPolicies } from '../access/second-factor.js';
import { httpsAddress, oneOf, port, postgresUrl, text, wholeNumber } from './forms.js';
import { isGiven, optional, requiredSecret, required, standard } from './setting.js';

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
    purpose: 'Who needs an authenticator app besides a password: staff, or nobody where it is for everybody to choose.',
    standard: 'staff',
  }),
  logLevel: standard(oneOf('info', 'debug', 'warn', 'error', 'silent'), {
    name: 'PASSERELLE_LOG_LEVEL',
    purpose: 'How much is written to the log.',
    standard: 'info',
  }),
};
