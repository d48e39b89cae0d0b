import { cutAt, months } from './calendar.js';
import { core as realCore, type Core } from './core.js';
import { Federated, type Things, soundThings } from './federation.js';
import { type Plan, type Wish, planOf } from './faults.js';
import { atTheEnd } from './invariants.js';
import { World } from './world.js';

/** What is put in the place of the real thing, from outside, to see whether the simulation notices. */
export interface Change {
  readonly core?: (core: Core) => Core;
  readonly things?: Partial<Things>;
  readonly wish?: Wish;
}

export interface Outcome {
  readonly plan: Plan;
  readonly members: readonly string[];
  /** Stands for everything that happened: two runs of one seed have the same. */
  readonly traceHash: string;
  /** The name of an invariant and what breaks it. */
  readonly violations: readonly string[];
  readonly lastEvents: readonly string[];
  readonly tally: Federated['auditor']['tally'];
  readonly ticks: number;
}

const afterTheLastCut = 600;
const calmTicks = 5000;
const restTicks = 150;

/** One run of one seed: trouble first, then calm, then the questions. */
export function run(
  seed: number,
  { core = (same) => same, things, wish }: Change = {},
  inspect?: (federated: Federated) => void,
): Outcome {
  const plan = planOf(seed, wish);
  const world = new World(plan);
  const federated = new Federated(world, core(realCore), { ...soundThings, ...things });
  const end = cutAt(months[plan.business.cycles - 1]!) + afterTheLastCut;
  try {
    federated.begin(end);
    world.runUntil(end);
    federated.heal();
    recover(world, federated);
    if (world.violations.length === 0) ask(world, federated);
    inspect?.(federated);
  } catch (error) {
    world.violated('a bug', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return {
    plan,
    members: federated.office.members,
    traceHash: world.traceHash,
    violations: world.violations,
    lastEvents: world.lastEvents,
    tally: federated.auditor.tally,
    ticks: world.now,
  };
}

/** Until nobody has anything left to do; what some queue still holds from before may disturb that once more. */
function recover(world: World, federated: Federated): void {
  untilRest(world, federated);
  federated.rest();
  world.runUntil(world.now + restTicks);
  untilRest(world, federated);
}

function untilRest(world: World, federated: Federated): void {
  const last = world.now + calmTicks;
  while (world.now < last && world.violations.length === 0 && !federated.isAtRest)
    world.runUntil(world.now + restTicks);
}

function ask(world: World, federated: Federated): void {
  for (const [name, invariant] of Object.entries(atTheEnd))
    for (const wrong of invariant(federated)) world.violated(name, wrong);
}
