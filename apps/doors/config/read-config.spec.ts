import {
  httpsAddress,
  natsUrl,
  nkeySeed,
  oneOf,
  postgresUrl,
  signingKeyPem,
  text,
  timeZone,
  wholeNumber,
} from './forms.js';
import { printProblems } from './print-problems.js';
import { readConfig } from './read-config.js';
import { type Environment, isGiven, optional, required, requiredSecret, standard } from './setting.js';

const purpose = 'for this spec';
const settings = {
  databaseUrl: requiredSecret(postgresUrl, { name: 'PASSERELLE_DATABASE_URL', purpose }),
  baseUrl: required(httpsAddress, { name: 'PASSERELLE_BASE_URL', purpose }),
  dueDays: standard(wholeNumber(1, 60), { name: 'PASSERELLE_FUND_DUE_DAYS', purpose, standard: '30' }),
  natsUrl: optional(natsUrl, { name: 'PASSERELLE_NATS_URL', purpose }),
  natsSeed: optional(nkeySeed, {
    name: 'PASSERELLE_NATS_SEED',
    purpose,
    isSecret: true,
    neededWhen: (env) => isGiven(env, 'PASSERELLE_NATS_URL'),
  }),
};

const good = {
  PASSERELLE_DATABASE_URL: 'postgres://coop:secret@db:5432/coop',
  PASSERELLE_BASE_URL: 'https://coop.example/',
};
const files: Readonly<Record<string, string>> = {
  '/run/db': 'postgres://coop:other@db:5432/coop\n',
  '/run/empty': '\n',
};

const read = (env: Environment) => readConfig(env, settings, (path) => files[path]);
const printed = (env: Environment): string => {
  const result = read(env);
  return result.ok ? 'no problem' : printProblems(result.refusal);
};

describe('the configuration', () => {
  it('is read into values, with the standard where nothing is set', () => {
    expect(read({ ...good, HOME: '/root', PASSERELLE_FUND_DUE_DAYS: ' ' })).toEqual({
      ok: true,
      value: {
        config: {
          databaseUrl: 'postgres://coop:secret@db:5432/coop',
          baseUrl: 'https://coop.example',
          dueDays: 30,
          natsUrl: undefined,
          natsSeed: undefined,
        },
        unknown: [],
      },
    });
  });

  it('tells all problems together, in columns', () => {
    const env = {
      PASSERELLE_BASE_URL: 'coop.example',
      PASSERELLE_FUND_DUE_DAYS: 'seven',
      PASSERELLE_DATABSE_URL: 'postgres://a:b@c:5432/d',
    };
    expect(printed(env)).toBe(
      [
        '3 configuration problems (see docs/ops/env.md)',
        '  PASSERELLE_DATABASE_URL      missing          expected postgres://user:pass@host:5432/name',
        '  PASSERELLE_BASE_URL          "coop.example"   expected an absolute https:// address',
        '  PASSERELLE_FUND_DUE_DAYS     "seven"          expected a whole number 1–60',
        'warning: PASSERELLE_DATABSE_URL is not known; did you mean PASSERELLE_DATABASE_URL?',
      ].join('\n'),
    );
  });

  it('keeps the columns apart when a value is long', () => {
    expect(printed({ ...good, PASSERELLE_BASE_URL: 'an address that is long' })).toBe(
      [
        '1 configuration problem (see docs/ops/env.md)',
        '  PASSERELLE_BASE_URL          "an address that is long"  expected an absolute https:// address',
      ].join('\n'),
    );
  });

  it('never shows a secret', () => {
    const text = printed({ ...good, PASSERELLE_DATABASE_URL: 'mysql://coop:secret@db/coop' });
    expect(text).toContain('  PASSERELLE_DATABASE_URL      (hidden)         expected postgres://');
    expect(text).not.toContain('mysql');
  });

  it('reads a secret from a file, without its last line break', () => {
    const result = read({ PASSERELLE_BASE_URL: good.PASSERELLE_BASE_URL, PASSERELLE_DATABASE_URL_FILE: '/run/db' });
    expect(result.ok && result.value.config.databaseUrl).toBe('postgres://coop:other@db:5432/coop');
  });

  it.each([
    [
      { PASSERELLE_DATABASE_URL_FILE: '/run/db' },
      'PASSERELLE_DATABASE_URL_FILE "/run/db" expected either this or PASSERELLE_DATABASE_URL',
    ],
    [
      { PASSERELLE_DATABASE_URL: '', PASSERELLE_DATABASE_URL_FILE: '/gone' },
      'PASSERELLE_DATABASE_URL_FILE "/gone" expected a readable file that is not empty',
    ],
    [
      { PASSERELLE_DATABASE_URL: '', PASSERELLE_DATABASE_URL_FILE: '/run/empty' },
      'PASSERELLE_DATABASE_URL_FILE "/run/empty" expected a readable file that is not empty',
    ],
    [
      { PASSERELLE_NATS_URL: 'nats://127.0.0.1:4222' },
      'PASSERELLE_NATS_SEED missing expected an nkey user seed that begins with SU',
    ],
  ])('with %j says: %s', (part, line) => {
    expect(
      printed({ ...good, ...part })
        .replaceAll(/ +/g, ' ')
        .split('\n ')[1],
    ).toBe(line);
  });

  it('warns of names nobody knows, and guesses only when it is close', () => {
    const result = read({ ...good, PASSERELLE_BASEURL: 'x', PASSERELLE_WEATHER: 'x', PASSERELLE_BASE_URL_FILE: 'x' });
    expect(result.ok && result.value.unknown).toEqual([
      { name: 'PASSERELLE_BASEURL', didYouMean: 'PASSERELLE_BASE_URL' },
      { name: 'PASSERELLE_WEATHER', didYouMean: undefined },
      { name: 'PASSERELLE_BASE_URL_FILE', didYouMean: undefined },
    ]);
  });
});

const pem = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB
-----END PRIVATE KEY-----`;

describe('a form of a setting', () => {
  it.each([
    ['1', 1],
    ['60', 60],
    ['0', undefined],
    ['61', undefined],
    ['1.0', undefined],
    ['-1', undefined],
    ['1e1', undefined],
  ])('reads the whole number %s between 1 and 60 as %p', (written, value) => {
    expect(wholeNumber(1, 60).read(written)).toBe(value);
  });

  it.each([
    ['https://coop.example/node/', 'https://coop.example/node'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://coop.example', undefined],
    ['https://coop.example/?x=1', undefined],
    ['ftp://coop.example', undefined],
  ])('reads the address %s as %p', (written, value) => {
    expect(httpsAddress.read(written)).toBe(value);
  });

  it.each(['postgres://db', 'postgres://db/', 'mysql://db/coop', 'db/coop', ''])(
    'refuses the database %p',
    (written) => {
      expect(postgresUrl.read(written)).toBeUndefined();
    },
  );

  it('reads a signing key as its 32 secret bytes, and only an Ed25519 one', () => {
    expect(Buffer.from(signingKeyPem.read(pem)!)).toEqual(Buffer.alloc(32, 1));
    expect(signingKeyPem.read('-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----')).toBeUndefined();
    expect(signingKeyPem.read(pem.replace('MC4CAQAwBQYDK2Vw', 'MC4CAQAwBQYDK2Vu'))).toBeUndefined();
  });

  it('reads time zones, choices and seeds by their exact names', () => {
    expect([timeZone.read('Europe/Brussels'), timeZone.read('Europe/Bruges')]).toEqual(['Europe/Brussels', undefined]);
    expect([oneOf('info', 'debug').read('debug'), oneOf('info', 'debug').read('Debug')]).toEqual(['debug', undefined]);
    expect(nkeySeed.read(`SU${'A'.repeat(56)}`)).toBe(`SU${'A'.repeat(56)}`);
    expect(nkeySeed.read(`SA${'A'.repeat(56)}`)).toBeUndefined();
    expect(text('anything', 'x').read('anything')).toBe('anything');
  });
});
