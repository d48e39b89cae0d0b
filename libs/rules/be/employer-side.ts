import { halfUp, least } from '../kit/exact.js';
import type { Engagement } from './engagement.js';
import type { Levy } from './law.js';
import { baseOf, referenceOf } from './worker-side.js';

/** What the employer pays on top of gross, in cents. */
export interface EmployerSide {
  /** In the order of `Engagement.levies`. */
  readonly levies: readonly bigint[];
  readonly structural: bigint;
  readonly artist: bigint;
  readonly cost: bigint;
}

/** From gross to cost: contributions, less their reductions, plus what is paid beside the wage. */
export function employerSide(e: Engagement, gross: bigint): EmployerSide {
  const base = baseOf(e, gross);
  const levies = e.levies.map((levy) => halfUp(levyBase(e, levy, gross, base), levy.factor));
  let cost = gross + e.commute + e.voucherEmployer;
  for (const amount of levies) cost += amount;
  const [structural, artist] = reductionsGranted(e, gross, levies[0]!);
  return { levies, structural, artist, cost: cost - structural - artist };
}

/** The main contribution stops at the quarter's ceiling of pay; the others have none. */
export function levyBase(e: Engagement, levy: Levy, gross: bigint, base: bigint): bigint {
  if (levy.isOnGross) return gross;
  const { ceiling } = e.law;
  if (!levy.isCapped || ceiling === undefined) return base;
  const over = e.prior.quarterGross + gross - ceiling;
  if (over <= 0n) return base;
  return over >= gross ? 0n : baseOf(e, gross - over);
}

/** Reductions never exceed the main contribution; the structural one is counted first. */
function reductionsGranted(e: Engagement, gross: bigint, contribution: bigint): readonly [bigint, bigint] {
  const { reductions } = e;
  if (reductions === undefined) return nothing;
  const reference = referenceOf(e, gross);
  const structural = least(reductions.structural(reference, gross), contribution);
  if (reductions.artist === undefined || reference < e.law.minimum) return [structural, 0n];
  return [structural, least(reductions.artist, contribution - structural)];
}

const nothing = [0n, 0n] as const;
