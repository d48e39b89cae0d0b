import { join } from 'node:path';
import { startFederation } from '../federation.js';
import { sow } from '../seeds.js';
import { agree, confirm, days, estimate, owe, refuse, register, work } from '../stories/border.js';
import { withFreeWorker } from '../stories/free-worker.js';
import { clear } from '../stories/gates.js';
import { enter, type Scene } from '../stories/scene.js';
import type { BenchGround } from './ground.js';
import { type Figures, quantile, rounded } from './figures.js';

/** Missions told one after the other in one federation. */
const missions = 12;

/** The first ones meet programs that have done nothing yet, and are not counted. */
const warmUp = 2;

type Samples = Map<string, number[]>;

/**
 * How long each step of a mission across the border takes to come about on both nodes, from the first request to the
 * answer that shows it. A real federation on this machine, alone with itself; the story looks every 50 ms, so no step
 * that crosses the border is told more exactly than that.
 */
export async function* measureStory(ground: BenchGround): AsyncGenerator<Figures> {
  const federation = await startFederation({
    dir: join(ground.dir, 'federation'),
    addresses: 'any',
    clock: days.registered,
    databaseUrl: await ground.databaseServer(),
  });
  try {
    await sow({ federation, note: () => undefined });
    const { nodes, centre, people } = federation;
    const samples: Samples = new Map();
    for (let told = 0; told < missions; told += 1) {
      const where = await withFreeWorker({ nodes, centreUrl: centre.url, people }, 'be', days.first);
      const scene = await enter(where, () => undefined);
      await tellOne(scene, told < warmUp ? new Map<string, number[]>() : samples);
    }
    for (const [step, all] of samples)
      yield { step, samples: all.length, p50Ms: rounded(quantile(all, 0.5)), p95Ms: rounded(quantile(all, 0.95)) };
  } finally {
    await federation.stop();
  }
}

/** From the order to the debt between the branches. The month's end, which is settled once for all, is left out. */
async function tellOne(scene: Scene, samples: Samples): Promise<void> {
  const timed = timedInto(samples);
  await scene.clock(days.registered);
  const { mission, client } = await timed('register and submit', () => register(scene));
  await timed('agree, amend and agree again', () => agree(scene, { mission, client }));
  await timed('another mission is refused', () => refuse(scene, client));
  await timed('estimate', () => estimate(scene, mission));
  await timed('the client confirms', () => confirm(scene, mission));
  await timed('the formalities are seen to', () => clear(scene, mission));
  await timed('complete, invoice and payslip', () => work(scene, mission));
  await timed('the debt is agreed', () => owe(scene, mission));
}

const timedInto =
  (samples: Samples) =>
  async <T>(step: string, act: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const told = await act();
    samples.set(step, [...(samples.get(step) ?? []), performance.now() - began]);
    return told;
  };
