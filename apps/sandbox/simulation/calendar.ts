import type { CycleId, Fixing } from '@passerelle/settlement';
import { ecbRatesOn, fixingInto } from '@passerelle/settlement';
import { day } from '@passerelle/values';

/** All moments are ticks of a node's own clock. They say when, never what. */
export const months: readonly CycleId[] = ['2026-08', '2026-09'];

export const cutAt = (cycle: CycleId): number => 260 + months.indexOf(cycle) * 330;

/** The cycle that a debt agreed now counts in, by the clock of the one who accepts it. */
export const cycleAt = (tick: number, cycles: readonly CycleId[]): CycleId =>
  cycles.find((cycle) => tick < cutAt(cycle)) ?? cycles.at(-1)!;

/** After the cut: so long for statements, then so long for answers, and for a coordinator, longer with each round. */
export const patience = { statements: 90, answers: 30, round: 70 } as const;

/** After the final: so long until a leg is late, and until it is unpaid. */
export const grace = { late: 160, unpaid: 320 } as const;

const table = `Date,USD,PLN,SEK,\n2026-08-31,1.1041,4.2789,11.0735,\n`;

/** The rates of an invented day, in the form of the European Central Bank's file. */
export function fixingOfTheDay(): Fixing {
  const rates = ecbRatesOn(table, day('2026-09-01'));
  if (!rates.ok) throw new Error(rates.refusal.detail);
  return fixingInto('EUR', rates.value);
}
