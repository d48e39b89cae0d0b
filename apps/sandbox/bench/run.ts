import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database, RandomIds, publicId } from '@passerelle/doors';
import { migrations } from '../../node/src/database/migrations.js';
import { built } from '../checkout.js';
import { Child } from '../child.js';
import { Door } from '../door.js';
import { Register } from '../left-over.js';
import { Ports } from '../ports.js';
import { type Figures, rounded } from './figures.js';
import type { BenchGround } from './ground.js';
import { residentMb, residentMbAtMost } from './memory.js';
import { payAll } from './month.js';
import { enrol } from './month-roster.js';

const program = built('node/src/passerelle');
const password = 'a sentence to remember';
const period = '2026-03';
const everyItems = 3_000;

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly items: Readonly<Record<'left' | 'done' | 'failed' | 'published', number>>;
  readonly total: unknown;
}

/**
 * The payroll runs of a month as a cooperative does them: one node that serves collects what so many workers are owed,
 * proves each payslip, and gives each to its worker after a second person has approved; how much memory it holds then.
 */
export async function* measureRun(ground: BenchGround, workers: number): AsyncGenerator<Figures> {
  const url = await ground.emptyDatabase('run');
  const entities = await owed(url, workers);
  const node = await nodeOn(url, ground.dir);
  try {
    await pause(10_000);
    yield { what: 'a node rests before its payroll runs', workers, memoryMb: residentMb(node.child) };
    const [payroll, finance] = [await node.as('payroll'), await node.as('finance')];
    const runs: Shown[] = [];
    for (const entity of entities)
      runs.push((await payroll.must('POST', '/payroll-runs', { entity, period }, `collect-${entity}`)) as Shown);
    yield* worked(node.child, payroll, runs, 'checking');
    for (const { id } of runs) {
      const { items, total } = await shown(payroll, id);
      await finance.must('POST', `/payroll-runs/${id}/approve`, { payslips: items.done, total }, `approve-${id}`);
      await finance.must('POST', `/payroll-runs/${id}/publish`, {}, `publish-${id}`);
    }
    yield* worked(node.child, payroll, runs, 'published');
  } finally {
    await node.child.stop();
  }
}

/** Payslips that nobody has given to their workers yet; the legal entities that owe them. */
async function owed(url: string, workers: number): Promise<readonly string[]> {
  const database = await Database.open({ url, migrations });
  try {
    const ids = new RandomIds();
    const roster = await enrol(database, ids, workers);
    await payAll(database, ids, roster);
    return [...new Set(roster.map(({ entity }) => publicId('ent', entity)))];
  } finally {
    await database.close();
  }
}

/** How much the node holds each time so many more payslips are worked, until all runs are as far as wanted. */
async function* worked(
  node: Child,
  payroll: Door,
  runs: readonly Shown[],
  wanted: 'checking' | 'published',
): AsyncGenerator<Figures> {
  const counted = wanted === 'checking' ? 'done' : 'published';
  const began = performance.now();
  for (let told = 0, all = false; !all; await pause(1_000)) {
    const now = await Promise.all(runs.map(({ id }) => shown(payroll, id)));
    all = now.every(({ state }) => state === wanted);
    const payslips = now.reduce((so, { items }) => so + items[counted], 0);
    const failed = now.reduce((so, { items }) => so + items.failed, 0);
    if (!all && payslips < told + everyItems) continue;
    told = payslips;
    const seconds = rounded((performance.now() - began) / 1000);
    const memory = { memoryMb: residentMb(node), memoryMbAtMost: residentMbAtMost(node) };
    yield { what: `payslips of payroll runs, ${counted}`, payslips, failed, seconds, ...memory };
  }
}

const shown = async (payroll: Door, id: string): Promise<Shown> =>
  (await payroll.must('GET', `/payroll-runs/${id}`)) as Shown;

async function nodeOn(databaseUrl: string, dir: string) {
  const port = await new Ports(join(dir, 'run-port.json')).take('run');
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env['PATH'],
    PASSERELLE_NODE: 'be',
    PASSERELLE_COUNTRY: 'BE',
    PASSERELLE_BASE_URL: url,
    PASSERELLE_PORT: String(port),
    PASSERELLE_DATABASE_URL: databaseUrl,
    PASSERELLE_CLOCK: '2026-04-01T08:00:00Z',
    PASSERELLE_SECOND_FACTOR: 'nobody',
    PASSERELLE_MAIL_DIR: join(dir, 'mail'),
  };
  for (const role of ['payroll', 'finance']) letIn(role, env);
  const child = serving(url, env, dir);
  await child.start();
  return { child, as: (role: string) => Door.signIn(url, { email: emailOf(role), password }) };
}

const emailOf = (role: string): string => `${role}@be.example`;

function letIn(role: string, env: NodeJS.ProcessEnv): void {
  const args = [program, 'user', 'add', '--email', emailOf(role), '--role', role];
  const { status, stderr } = spawnSync(process.execPath, args, { env, input: password, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${role} is not let in: ${stderr}`);
}

const serving = (url: string, env: NodeJS.ProcessEnv, dir: string): Child =>
  new Child(
    {
      name: 'node of payroll runs',
      command: process.execPath,
      // As the image starts it.
      args: ['--max-semi-space-size=64', program, 'serve'],
      env,
      cwd: dir,
      stopSignal: 'SIGTERM',
      logFile: join(dir, 'run.log'),
      isReady: async () => (await fetch(`${url}/readyz`)).ok,
      readyWithinSeconds: 60,
    },
    new Register(join(dir, 'run-children.json')),
  );
