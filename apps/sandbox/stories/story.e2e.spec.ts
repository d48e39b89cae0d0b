import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { leaksIn } from '@passerelle/coordination';
import { type Federation, startFederation } from '../federation.js';
import { sow } from '../seeds.js';
import { throwawayFolder } from '../testing/throwaway.js';
import { days } from './border.js';
import { enter, type Scene } from './scene.js';
import { type End, tell } from './story.js';
import { audited, exportsOf, wrongIn } from './testing/audit.js';
import { confided } from './testing/confided.js';
import { trouble } from './testing/trouble.js';
import { type OnTheWire, wiretap } from './testing/wiretap.js';

// A federation of real processes starts twice, and in the second telling Paris is away for three minutes.
jest.setTimeout(15 * 60_000);

interface Telling {
  readonly federation: Federation;
  readonly dir: string;
  readonly scene: Scene;
  end(): Promise<void>;
}

async function begin(): Promise<Telling> {
  const folder = throwawayFolder();
  const federation = await startFederation({
    dir: folder.dir,
    addresses: 'any',
    clock: days.registered,
    databaseUrl: process.env.PASSERELLE_TEST_DATABASE_URL,
  });
  await sow({ federation, note: () => undefined });
  const { nodes, centre, people } = federation;
  const scene = await enter({ nodes, centreUrl: centre.url, people }, () => undefined);
  return {
    federation,
    dir: folder.dir,
    scene,
    end: async () => {
      await federation.stop();
      folder.remove();
    },
  };
}

/** What is known of Amina in Brussels and of her other missions, and must be known nowhere else. */
const secrets = [
  'BE71096123456769',
  'Diallo',
  '1990-05-17',
  'amina@demo.example',
  '"80000"',
  'by telephone',
  'residence',
];

/** Of the client, and of the colleagues in Paris and Malmö: it must stand in no log. */
const others = [
  'Festival des Lilas',
  'regie@lilas.example',
  'Petit',
  'FR7630006000011234567890189',
  'Lindqvist',
  'SE3550000000054910000003',
];

/** Cycles name the accounts of the cooperatives themselves, between which legs are paid; all else is about people. */
const leaks = (said: readonly OnTheWire[]): string[] => [
  ...said
    .filter(({ type }) => !type.startsWith('cycle.'))
    .flatMap(({ type, body }) => leaksIn(body).map(({ path }) => `${type} says ${path}`)),
  ...said.flatMap((message) =>
    secrets.filter((secret) => JSON.stringify(message).includes(secret)).map((secret) => `${message.type}: ${secret}`),
  ),
];

/** Which of these stand in the log of a program, a mailbox or a database. */
const inLogs = (dir: string, told: readonly string[]): string[] =>
  readdirSync(join(dir, 'logs')).flatMap((name) => {
    const log = readFileSync(join(dir, 'logs', name), 'utf8');
    return told.filter((each) => log.includes(each)).map((each) => `${name}: ${each}`);
  });

interface LogLine {
  readonly msg: string;
  readonly traceId: string;
  readonly route?: string;
  readonly peer?: string;
  readonly type?: string;
}

/** What a program wrote about requests and messages. */
const linesOf = (dir: string, program: string): readonly LogLine[] =>
  readFileSync(join(dir, 'logs', `${program}.log`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"'))
    .map((line) => JSON.parse(line) as LogLine);

/** Requests at one node whose trace goes on at the other: which route, and which message was heard there. */
const traced = (dir: string, [at, other]: readonly [string, string]): readonly string[] => {
  const requests = linesOf(dir, at).filter(({ route }) => route !== undefined);
  const heard = linesOf(dir, other).filter(({ msg, peer }) => msg === 'messages heard' && peer === at);
  return requests.flatMap(({ route, traceId }) =>
    heard.filter((message) => message.traceId === traceId).map(({ type }) => `${route!.split('/').at(-1)!} ${type!}`),
  );
};

/** The auditor learns nothing about people, and sees it when one digit of what was signed is another. */
async function isProvenToAnAuditor(scene: Scene, dir: string): Promise<void> {
  const files = await exportsOf(scene);
  const rosterFile = join(dir, 'roster.json');
  const told = audited(files, rosterFile);
  expect(wrongIn(told)).toEqual([]);
  expect(told.read.map(({ node, cycles }) => [node, cycles])).toEqual([
    ['be', 1],
    ['fr', 1],
    ['se', 1],
  ]);
  for (const secret of [...secrets, 'Amina', 'Festival des Lilas', 'regie@lilas.example'])
    expect(files.filter(({ text }) => text.includes(secret))).toEqual([]);
  const changed = files.map(({ name, text }) => ({ name, text: text.replace('\\"98000\\"', '\\"98001\\"') }));
  expect(wrongIn(audited(changed, rosterFile)).join()).toContain('bad-signature');
}

describe('one mission crosses a border', () => {
  let quiet: End;

  it('is agreed, invoiced, paid from the fund, settled and proven equal', async () => {
    const { scene, federation, dir, end } = await begin();
    const tap = await wiretap(federation);
    try {
      quiet = await tell(scene);
      expect(quiet.told.net).toBe('508.89');
      const types = new Set(tap.said().map(({ type }) => type));
      expect([...types]).toEqual(
        expect.arrayContaining(['mission.offer', 'mission.formalities', 'obligation.propose']),
      );
      expect(leaks(tap.said())).toEqual([]);
      await isProvenToAnAuditor(scene, dir);
      const people = federation.people.flatMap(({ email, password }) => [email, password]);
      const told = await confided(scene, federation.nodes.find(({ id }) => id === 'be')!.url);
      expect(told.length).toBeGreaterThan(3);
      expect(inLogs(dir, [...secrets, ...others, ...people, ...told])).toEqual([]);
      expect(inLogs(dir, ['/api/v1/confirmations/:token'])).not.toEqual([]);
      expect(traced(dir, ['be', 'fr'])).toContain('approve mission.offer');
      expect(traced(dir, ['fr', 'be'])).toContain('accept mission.accept');
    } finally {
      await tap.close();
      await end();
    }
  });

  it('ends the same to the cent when messages repeat, are forged or wait, and a node is killed', async () => {
    const { scene, federation, end } = await begin();
    const troubled = await trouble(federation);
    try {
      const found = await tell(scene, troubled);
      expect(found.postings).toEqual(quiet.postings);
      expect(found.told.net).toBe(quiet.told.net);
      expect(found.cycle.positions).toEqual(quiet.cycle.positions);
      expect(troubled.forged()).toBe(3);
      const { items } = (await scene.branch('fr').finance.must('GET', '/peers/be/refusals')) as { items: unknown[] };
      expect(items.length).toBeGreaterThanOrEqual(troubled.forged());
    } finally {
      await troubled.stop();
      await end();
    }
  });
});
