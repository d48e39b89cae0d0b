import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Environment, printProblems, readConfig } from '@passerelle/doors';
import {
  type FoundingRefusal,
  type JoinRequest,
  type RosterChange,
  type SignRefusal,
  type SignedRoster,
  type SigningKey,
  extendCalendar,
  followRoster,
  foundingTerms,
  memberFrom,
  readJoinRequest,
  readRosterFile,
  requestToJoin,
  rosterFile,
  signFounding,
  signNext,
  signersOf,
  signingKey,
  withCalendar,
  withKey,
  withMember,
  withStatus,
  withoutKey,
  withoutMember,
  wordsOfRefusal,
} from '@passerelle/protocol';
import { type CurrencyCode, type PlainDate, currency, day } from '@passerelle/values';
import { fromSeed } from '@nats-io/nkeys';
import { nodeSettings } from '../../config/node-settings.js';
import { extensionIn, wordsOfCalendarRefusal } from './roster-extension.js';

export const usage = `passerelle join request --net NET --name "Name" --country PL --currency PLN --nats-url URL [--kid pl-1]
passerelle join accept  --roster FILE --request FILE --from DAY [--cap EUR=1000000 …] [--stake EUR=500000]
passerelle roster found  --request FILE --request FILE … --from DAY --late-interest 10.15 [--cap EUR=5000000 …] [--stake be:EUR=2000000 …] [--roster FILE]
passerelle roster extend --roster FILE --until 2036-05 --from DAY [--cycle 2031-12=CUT,STATEMENTS,PROPOSAL,PAYMENT,GRACE …]
passerelle roster rotate --roster FILE --node be --kid be-2 --public-key KEY --from DAY
passerelle roster revoke --roster FILE --node be --kid be-1 --on DAY [--last fr=1041 …]
passerelle roster status --roster FILE --node be --status member|suspended|leaving|left --from DAY
passerelle roster show   --roster FILE

A cooperative that joins runs the first command and sends what it prints; each member runs the second on the file that
the member before has printed, until enough have signed. Cooperatives that found a federation each make a request, and
each runs "roster found" on the requests of all, in the same order and with the same terms: the first without --roster,
the others on what the founder before has printed, until all have signed. "roster extend" names the cycles of more years,
with their usual days or, where --cycle says so, with five others; 60 cycles are the most. Amounts are minor units. The file goes to every node as
PASSERELLE_ROSTER_FILE. The key is PASSERELLE_SIGNING_KEY of PASSERELLE_NODE.

Exit codes: 0 done, 1 more signatures are needed, 2 refused, 64 wrong usage, 78 configuration.
`;

export interface Ran {
  readonly code: 0 | 1 | 2 | 64 | 78;
  readonly out: string;
  readonly err: string;
}

type Asked = ReturnType<typeof asked>;

/** Runs one command about the roster. Files are only read; what is new is printed. */
export function runRosterCommand(args: readonly string[], env: Environment): Ran {
  try {
    const given = asked(args);
    const command = given.positionals.join(' ');
    if (given.values.help) return done(usage);
    if (command === 'roster show') return show(versionsIn(need(given, 'roster')));
    if (command === 'join request') return request(given, env);
    if (command === 'roster found') return found(given, env);
    const change = changes[command as keyof typeof changes];
    return change ? sign(given, change(given, env), env) : wrong(usage);
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, out: '', err: `${error.message}\n` };
    return wrong(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}

class Refused extends Error {
  constructor(
    readonly code: 2 | 64 | 78,
    why: string,
  ) {
    super(why);
  }
}

const changes = {
  'join accept': (given: Asked): RosterChange => {
    const [file, ...more] = given.values.request ?? [];
    if (file === undefined || more.length > 0) throw new Refused(64, `--request is needed once\n\n${usage}`);
    const asked = requestIn(file);
    const stake = amounts(given.values.stake ?? [])[0];
    return withMember(memberFrom(asked, dayOf(given)), {
      caps: Object.fromEntries(amounts(given.values.cap ?? [])),
      ...(stake && { stake: { node: asked.id, currency: stake[0], amount: stake[1] } }),
    });
  },
  'roster extend': (given: Asked): RosterChange => {
    const extension = { ...extensionIn(need(given, 'until'), given.values.cycle ?? []), from: dayOf(given) };
    return (content) => {
      const extended = extendCalendar(content.calendar, extension);
      if (!extended.ok) throw new Refused(2, wordsOfCalendarRefusal(extended.refusal));
      return withCalendar(extended.value)(content);
    };
  },
  'roster rotate': (given: Asked, env: Environment): RosterChange =>
    withKey(given.values.node ?? nodeOf(env), {
      kid: need(given, 'kid'),
      publicKey: need(given, 'public-key'),
      from: dayOf(given),
    }),
  'roster revoke': (given: Asked): RosterChange =>
    withoutKey(need(given, 'node'), {
      kid: need(given, 'kid'),
      revoked: day(need(given, 'on')),
      last: Object.fromEntries((given.values.last ?? []).map(pairOf)),
    }),
  'roster status': (given: Asked): RosterChange => {
    const status = need(given, 'status');
    if (status === 'left') return withoutMember(need(given, 'node'));
    if (status !== 'member' && status !== 'suspended' && status !== 'leaving')
      throw new Refused(64, `"${status}" is none of member, suspended, leaving, left`);
    return withStatus(need(given, 'node'), status);
  },
};

function request(given: Asked, env: Environment): Ran {
  const seed = config(env).natsSeed;
  if (seed === undefined)
    throw new Refused(78, 'PASSERELLE_NATS_SEED is missing: it proves who signs in at the others');
  const transportKey = fromSeed(new TextEncoder().encode(seed)).getPublicKey();
  const sealed = requestToJoin(
    {
      net: need(given, 'net'),
      name: need(given, 'name'),
      country: need(given, 'country') as never,
      currency: currency(need(given, 'currency')),
      natsUrl: need(given, 'nats-url'),
      transportKey,
    },
    keyOf(env, given.values.kid ?? `${nodeOf(env)}-1`),
  );
  return done(`${JSON.stringify(sealed)}\n`);
}

/** The first roster: each founder signs what the requests of all of them and the terms make. */
function found(given: Asked, env: Environment): Ran {
  const requests = (given.values.request ?? []).map(requestIn);
  const [first, ...others] = requests;
  if (!first || others.length === 0) throw new Refused(64, `--request is needed once for each founder\n\n${usage}`);
  const stranger = others.find(({ net }) => net !== first.net);
  if (stranger) throw new Refused(2, `${stranger.id} asks to join ${stranger.net}, and ${first.id} ${first.net}`);
  const ids = requests.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Refused(2, `two requests are of ${twice}`);
  const from = dayOf(given);
  const terms = foundingTerms({
    from,
    founders: requests,
    caps: Object.fromEntries(amounts(given.values.cap ?? [])),
    stakes: (given.values.stake ?? []).map((text) => stakeOf(text, ids)),
    lateInterestPercent: percentIn(given),
  });
  const { roster } = given.values;
  const before = roster === undefined ? null : onlyVersion(versionsIn(roster));
  const members = requests.map((each) => memberFrom(each, from));
  const signed = signFounding({ net: first.net, members, terms }, before, keyOf(env, ''));
  if (!signed.ok) throw new Refused(2, wordsFor(signed.refusal));
  const { version, signers, needed } = signed.value;
  const err = `signed by ${signers.join(', ')}: ${signers.length} of ${needed}\n`;
  return { code: signers.length >= needed ? 0 : 1, out: `${rosterFile([version])}\n`, err };
}

const wordsFor = (refusal: FoundingRefusal): string =>
  refusal.kind === 'not-a-founder'
    ? `no request is of ${refusal.node} with the key in PASSERELLE_SIGNING_KEY`
    : 'the founder before has signed something else: compare the requests, their order, and each option with hers';

function onlyVersion([version, ...later]: readonly SignedRoster[]): SignedRoster {
  if (!version || later.length > 0)
    throw new Refused(2, 'this federation is founded already: passerelle join request asks to join it');
  return version;
}

/** "be:EUR=2000000": what one founder puts into the guarantee fund. */
function stakeOf(text: string, founders: readonly string[]) {
  const [node = '', rest = ''] = text.split(':');
  const [stake] = amounts([rest]);
  if (!stake || !founders.includes(node)) throw new Refused(64, `"${text}" is not written as founder:EUR=2000000`);
  return { node, currency: stake[0], amount: stake[1] };
}

function percentIn(given: Asked): string {
  const percent = need(given, 'late-interest');
  if (/^(0|[1-9]\d{0,2})(\.\d{1,6})?$/.test(percent)) return percent;
  throw new Refused(64, `--late-interest is "${percent}", expected a percentage a year such as 10.15`);
}

function requestIn(file: string): JoinRequest {
  const read = readJoinRequest(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Refused(2, `${file}: the request is refused: ${read.refusal.kind}`);
  return read.value;
}

function sign(given: Asked, change: RosterChange, env: Environment): Ran {
  const versions = versionsIn(need(given, 'roster'));
  const from = day(given.values.from ?? need(given, 'on'));
  const signed = signNext(versions, { change, from }, keyIn(versions, env));
  if (!signed.ok) throw new Refused(2, wordsOfSignRefusal(signed.refusal));
  const { signers, needed } = signed.value;
  const err = `signed by ${signers.join(', ') || 'nobody who may'}: ${signers.length} of ${needed}\n`;
  return { code: signers.length >= needed ? 0 : 1, out: `${rosterFile(signed.value.versions)}\n`, err };
}

const wordsOfSignRefusal = (refusal: SignRefusal): string =>
  refusal.kind === 'chain-refused'
    ? `the roster is refused: ${wordsOfRefusal(refusal.why)}`
    : 'the file holds another change that waits for signatures: give the same options as its first signer, or take the file from before it';

function show(versions: readonly SignedRoster[]): Ran {
  const followed = followRoster([], versions);
  if (!followed.ok) throw new Refused(2, `the roster is refused: ${wordsOfRefusal(followed.refusal)}`);
  const lines = followed.value.added.map(({ content, signed }) => {
    const members = content.members.map(({ id, status }) => (status === 'member' ? id : `${id} (${status})`));
    const signers = signersOf(signed.m, signed.sigs, content);
    return `version ${content.version}, from ${content.from}: ${members.join(', ')}; signed by ${signers.join(', ')}`;
  });
  return done(`${lines.join('\n')}\n`);
}

function versionsIn(file: string): readonly SignedRoster[] {
  const read = readRosterFile(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Refused(2, `${file}: ${wordsOfRefusal(read.refusal)}`);
  return read.value;
}

/** The key under the name that the newest version gives it. */
function keyIn(versions: readonly SignedRoster[], env: Environment): SigningKey {
  const key = keyOf(env, '');
  for (const { m } of [...versions].reverse()) {
    const { members } = JSON.parse(m) as { members: { signingKeys: { kid: string; publicKey: string }[] }[] };
    const known = members
      .flatMap(({ signingKeys }) => signingKeys)
      .find(({ publicKey }) => publicKey === key.publicKey);
    if (known) return { ...key, kid: known.kid };
  }
  throw new Refused(2, `the roster does not list the key of ${key.node}`);
}

function keyOf(env: Environment, kid: string): SigningKey {
  const { signingKey: seed } = config(env);
  if (seed === undefined) throw new Refused(78, 'PASSERELLE_SIGNING_KEY is missing');
  return signingKey({ node: nodeOf(env), kid, seed });
}

const nodeOf = (env: Environment): string => config(env).node;

function config(env: Environment) {
  const { node, signingKey: key, natsSeed } = nodeSettings;
  const read = readConfig(env, { node, signingKey: key, natsSeed }, (path) => readFileSync(path, 'utf8'));
  if (!read.ok) throw new Refused(78, printProblems(read.refusal));
  return read.value.config;
}

function asked(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const options = {
    ...{
      net: text,
      name: text,
      country: text,
      currency: text,
      'nats-url': text,
      kid: text,
      roster: text,
      'late-interest': text,
    },
    ...{
      from: text,
      on: text,
      node: text,
      status: text,
      'public-key': text,
      until: text,
      request: texts,
      cap: texts,
      stake: texts,
      last: texts,
      cycle: texts,
    },
    help: { type: 'boolean', default: false },
  } as const;
  // A key may begin with a dash, and is no option then.
  const at = args.indexOf('--public-key');
  const joined = at < 0 ? args : args.toSpliced(at, 2, `--public-key=${args[at + 1] ?? ''}`);
  return parseArgs({ args: [...joined], options, allowPositionals: true });
}

type Text =
  | ('net' | 'name' | 'country' | 'currency' | 'nats-url' | 'kid' | 'roster' | 'late-interest' | 'from' | 'on' | 'node')
  | 'until';

function need(given: Asked, name: Text | 'status' | 'public-key'): string {
  const value = given.values[name];
  if (value === undefined) throw new Refused(64, `--${name} is missing\n\n${usage}`);
  return value;
}

const dayOf = (given: Asked): PlainDate => day(need(given, 'from'));

const pairOf = (text: string): [string, string] => {
  const [name, value, ...more] = text.split('=');
  if (!name || !value || more.length > 0) throw new Refused(64, `"${text}" is not written as name=value`);
  return [name, value];
};

const amounts = (texts: readonly string[]): [CurrencyCode, string][] =>
  texts.map(pairOf).map(([code, minor]) => [currency(code), minor]);

const done = (out: string): Ran => ({ code: 0, out, err: '' });

const wrong = (err: string): Ran => ({ code: 64, out: '', err });
