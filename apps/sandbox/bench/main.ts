import { join } from 'node:path';
import { insertsPerSecond } from './commits.js';
import { measureExchange } from './exchange.js';
import { type Figures, rounded } from './figures.js';
import { benchGround, type BenchGround } from './ground.js';
import { measureHttp } from './http.js';
import { measureMonth } from './month.js';
import { measureNetting } from './netting.js';
import { measurePages } from './pages.js';
import { measurePapers } from './papers.js';
import { measureOfficialModel, measureRules } from './rules.js';
import { measureRun } from './run.js';
import { measureSettlement } from './settlement.js';
import { measureStory } from './story.js';

type Measure = (ground: BenchGround) => AsyncIterable<Figures>;

/** In the order in which they are run; each has a server of its own, so that none works on another's leavings. */
const measures: Readonly<Record<string, Measure>> = {
  rules: async function* () {
    yield* measureRules();
    yield* measureOfficialModel();
  },
  papers: async function* () {
    yield* measurePapers();
  },
  story: async function* (ground) {
    yield* measureStory(ground);
  },
  settlement: async function* (ground) {
    yield* measureSettlement(ground);
    yield await exchanged(ground);
    yield* measureNetting();
  },
  exchange: async function* (ground) {
    yield await exchanged(ground);
  },
  http: async function* (ground) {
    yield* measureHttp(ground);
  },
  pages: async function* (ground) {
    yield* measurePages(ground);
  },
  month: async function* (ground) {
    const memoryMb = Math.round(process.memoryUsage().rss / 1024 / 1024);
    const measured = await measureMonth(await ground.databaseServer(), 30_000);
    yield { ...measured, memoryMb, memoryMbAtMost: Math.round(process.resourceUsage().maxRSS / 1024) };
  },
  run: async function* (ground) {
    yield* measureRun(ground, 30_000);
  },
};

/** The bare channel, beside what one client inserts at all on the same server. */
async function exchanged(ground: BenchGround): Promise<Figures> {
  const databaseServer = await ground.databaseServer();
  const figures = await measureExchange({ dir: join(ground.dir, 'exchange'), databaseServer, messages: 4000 });
  const perSecond = await insertsPerSecond(await ground.emptyDatabase('inserts'), 'm'.repeat(560));
  const { backlog } = figures;
  const ratio = rounded(backlog.appliedPerSecond / perSecond);
  return { what: 'signed messages on a bare channel', ...figures, bareInsertsPerSecond: rounded(perSecond), ratio };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length > 0) {
  process.stderr.write(`there is no measure ${unknown.join(', ')}, only ${Object.keys(measures).join(', ')}\n`);
  process.exitCode = 64;
} else {
  for (const name of wanted.length > 0 ? wanted : Object.keys(measures)) await run(name);
}

async function run(bench: string): Promise<void> {
  const ground = benchGround();
  try {
    for await (const figures of measures[bench]!(ground)) print({ bench, ...figures });
  } catch (error) {
    process.exitCode = 1;
    print({ bench, failed: error instanceof Error ? error.message : String(error) });
  } finally {
    await ground.clear();
  }
}

/** One line of JSON, for programs that keep figures over time. */
function print(line: Figures): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
