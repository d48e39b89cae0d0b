import { parseArgs } from 'node:util';
import { mutations, tryMutation } from './mutations.js';
import { type Outcome, run } from './run.js';

const usage = 'npm run simulate -- [--seeds N] [--from M] [--mutations] [--events]';

/** Seeds that a mutation has to be noticed within. */
const seedsForMutation = 60;
const eventsShown = 40;

/** More than this happens in the first hundred seeds: a simulation in which nothing happens keeps every promise. */
const firstSeeds = 100;
const leastInFirst = { settled: 500, proofs: 10, restores: 50, calls: 20, partings: 20 };
const violationsShown = 5;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    mutations: { type: 'boolean', default: false },
    events: { type: 'boolean', default: false },
  },
});
const [seeds, from] = [values.seeds, values.from].map(Number);

if (!isNatural(seeds) || !isNatural(from)) {
  process.stderr.write(`${usage}: N and M are whole numbers from 1 on\n`);
  process.exitCode = 64;
} else if (values.mutations) {
  process.exitCode = showMutations() ? 0 : 1;
} else {
  process.exitCode = simulate(seeds, from, values.events) ? 0 : 1;
}

function isNatural(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 1;
}

function simulate(count: number, first: number, withEvents: boolean): boolean {
  const happened = { settled: 0, proofs: 0, restores: 0, calls: 0, partings: 0 };
  const rare: string[] = [];
  let violations = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const outcome = run(seed);
    violations += outcome.violations.length;
    for (const what of kinds(happened)) happened[what] += outcome.tally[what];
    if (outcome.violations.length > 0 || withEvents) explain(outcome);
    if (first === 1 && seed === firstSeeds)
      rare.push(...kinds(happened).filter((what) => happened[what] <= leastInFirst[what]));
  }
  print(
    kinds(happened)
      .map((what) => `${what} ${happened[what]}`)
      .join(', '),
  );
  for (const what of rare) print(`${what}: too rare in the first ${firstSeeds} seeds to show anything`);
  print(`${count} seeds, ${violations} violations`);
  return violations === 0 && rare.length === 0;
}

function kinds<Kind extends string>(counted: Readonly<Record<Kind, number>>): Kind[] {
  return Object.keys(counted) as Kind[];
}

function explain({ plan, traceHash, violations, lastEvents, members }: Outcome): void {
  print(`seed ${plan.seed}, members ${members.join(' ')}, trace ${traceHash}`);
  for (const violation of violations.slice(0, violationsShown)) print(`  ${violation}`);
  if (violations.length > violationsShown) print(`  and ${violations.length - violationsShown} more`);
  print(`  ${JSON.stringify({ ...plan.faults, ...plan.business })}`);
  for (const event of lastEvents.slice(-eventsShown)) print(`    ${event}`);
  print(`  again: npm run simulate -- --seeds 1 --from ${plan.seed}`);
}

function showMutations(): boolean {
  let caught = 0;
  for (const mutation of mutations) {
    const { by } = tryMutation(mutation, seedsForMutation);
    if (by) caught += 1;
    const result = by ? `caught by seed ${by.seed}: ${by.violation.split('\n')[0]!.slice(0, 100)}` : 'NOT CAUGHT';
    print(`${mutation.rule.padEnd(52)} ${mutation.without.padEnd(70)} ${result}`);
  }
  print(`${caught} of ${mutations.length} mutations caught`);
  return caught === mutations.length;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
