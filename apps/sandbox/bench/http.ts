import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { staffOf } from '../branches.js';
import { built } from '../checkout.js';
import { Child } from '../child.js';
import { type Federation, type Running, startFederation } from '../federation.js';
import { Register } from '../left-over.js';
import type { Person } from '../people.js';
import { Ports } from '../ports.js';
import { sow } from '../seeds.js';
import { enter } from '../stories/scene.js';
import { agree, days, register } from '../stories/border.js';
import { fillDesk } from './desk.js';
import { type Figures, quantile, rounded } from './figures.js';
import type { BenchGround } from './ground.js';
import { residentMb } from './memory.js';

/** What people read all day, and as whom. All of it is asked for at the same time, by an equal share of the users. */
const routes: readonly (readonly [as: Person['role'], path: string])[] = [
  ['worker', '/missions'],
  ['worker', '/payslips'],
  ['worker', '/session'],
  ['adviser', '/missions'],
  ['adviser', '/members'],
  ['adviser', '/inbox'],
  ['finance', '/obligations'],
  ['finance', '/invoices'],
  ['finance', '/cycles/current'],
];

const crowds = [50, 500] as const;
const seconds = 15;
const missions = 12;
/** As many as one adviser looks after. */
const members = 300;

interface Answered {
  /** From a question to its whole answer. */
  readonly ms: number[];
  /** How often there was no answer or another than yes. */
  failed: number;
}

/**
 * A node with the members and missions of a whole desk, read by 50 and by 500 users who each ask once a second, each at a moment of her
 * own, at one process and at two that share its database. The crowd runs on the same machine and takes its share of the cores.
 */
export async function* measureHttp(ground: BenchGround): AsyncGenerator<Figures> {
  const federation = await startFederation({
    dir: join(ground.dir, 'federation'),
    addresses: 'any',
    clock: days.registered,
    databaseUrl: await ground.databaseServer(),
  });
  try {
    await sow({ federation, note: () => undefined });
    const { nodes, centre, people } = federation;
    const scene = await enter({ nodes, centreUrl: centre.url, people }, () => undefined);
    for (let told = 0; told < missions; told += 1) await agree(scene, await register(scene));
    const be = federation.node('be');
    await fillDesk(scene.branch('be'), { members, day: days.registered.slice(0, 10) });
    yield await startAndRest(be);
    yield* crowded(federation, be, [be.url]);
    const second = await webReplica(be, ground.dir);
    yield* crowded(federation, be, [be.url, second.url]);
    await second.child.stop();
  } finally {
    kept.destroy();
    await federation.stop();
  }
}

async function startAndRest({ app }: Running): Promise<Figures> {
  await app.stop();
  const began = performance.now();
  await app.start();
  const startMs = rounded(performance.now() - began);
  await pause(10_000);
  return { what: 'a node starts and rests', startMs, restMb: residentMb(app) };
}

async function* crowded({ people }: Federation, node: Running, urls: readonly string[]): AsyncGenerator<Figures> {
  const cookies = new Map<string, string>();
  for (const role of new Set(routes.map(([as]) => as)))
    cookies.set(role, await cookieOf(node, staffOf(people, node.id, role)));
  for (const users of crowds) {
    const asked = routes.map(([as, path]) => ({ as, path, answered: nothingYet() }));
    const beganMs = performance.now() + 100;
    const crowd = Array.from({ length: users }, (_, number): Promise<void> => {
      const { as, path, answered } = asked[number % asked.length]!;
      const url = `${urls[Math.floor(number / asked.length) % urls.length]}/api/v1${path}`;
      return ask({ url, cookie: cookies.get(as)!, answered }, beganMs + (number / users) * 1000);
    });
    await Promise.all(crowd);
    const tookSeconds = (performance.now() - beganMs) / 1000;
    const load = { users, replicas: urls.length };
    for (const { as, path, answered } of asked) yield { ...load, as, path, ...figuresOf(answered) };
    const ms = asked.flatMap(({ answered }) => answered.ms);
    const failed = asked.reduce((so, { answered }) => so + answered.failed, 0);
    const perSecond = rounded(ms.length / tookSeconds);
    yield { ...load, path: 'all', perSecond, ...figuresOf({ ms, failed }), nodeMb: residentMb(node.app) };
  }
}

interface User {
  readonly url: string;
  readonly cookie: string;
  readonly answered: Answered;
}

/** Asks once a second, at this user's own moment of the second, but never before the last answer is there. */
async function ask({ url, cookie, answered }: User, firstAtMs: number): Promise<void> {
  for (let asked = 0; asked < seconds; asked += 1) {
    await pause(Math.max(0, firstAtMs + asked * 1000 - performance.now()));
    const beganMs = performance.now();
    const status = await statusOf(url, cookie).catch(() => 0);
    answered.ms.push(performance.now() - beganMs);
    if (status !== 200) answered.failed += 1;
  }
}

/** The crowd keeps its connections, as browsers do, and costs the machine as little as it can. */
const kept = new Agent({ keepAlive: true });

/** The status of a whole answer. */
const statusOf = (url: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent: kept, headers: { cookie } }, (answer) =>
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0)),
    ).once('error', reject);
  });

const nothingYet = (): Answered => ({ ms: [], failed: 0 });

const figuresOf = ({ ms, failed }: Answered): Figures => ({
  p50Ms: rounded(quantile(ms, 0.5)),
  p95Ms: rounded(quantile(ms, 0.95)),
  p99Ms: rounded(quantile(ms, 0.99)),
  errors: failed,
});

async function cookieOf({ url }: Running, { email, password }: Person): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password });
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`${email} is not let in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
}

async function webReplica(node: Running, dir: string): Promise<{ readonly url: string; readonly child: Child }> {
  const port = await new Ports(join(dir, 'second.json')).take('second');
  const url = `http://127.0.0.1:${port}`;
  const { program } = node.app;
  const child = new Child(
    {
      ...program,
      name: 'second replica',
      args: [built('node/src/passerelle'), 'serve', '--role', 'web'],
      env: { ...program.env, PASSERELLE_PORT: String(port) },
      logFile: join(dir, 'second.log'),
      isReady: async () => (await fetch(`${url}/readyz`)).ok,
    },
    new Register(join(dir, 'second-children.json')),
  );
  await child.start();
  return { url, child };
}
