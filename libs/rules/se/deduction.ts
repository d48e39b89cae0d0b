import { most } from '../kit/index.js';

/**
 * How much of a pay is held back: steps over the pay in öre, on each a fixed sum of kronor plus a share of the pay,
 * the öre of the sum dropped. Tables look at whole kronor only, percentages at the exact pay.
 */
export interface Deduction {
  /** The step that holds for a pay in öre. */
  stepAt(pay: bigint): DeductionStep;
}

interface Row {
  /** First öre of pay of the step. */
  readonly from: bigint;
  /** In kronor. */
  readonly fixed: bigint;
  /** Share of the pay in 1/1 000. */
  readonly perMille: bigint;
}

export interface DeductionStep extends Row {
  readonly seesWholeKronorOnly: boolean;
  readonly before: DeductionStep | null;
  /** Last öre of pay of the step, and the highest net of any pay up to there; the last step has no end. */
  readonly to: bigint | null;
  readonly highestNet: bigint;
}

/** Steps from the lowest to the highest, each linked to the one before. The last row only says where they end. */
export function linkedSteps(
  rows: readonly Row[],
  seesWholeKronorOnly: boolean,
  before: DeductionStep | null = null,
): readonly DeductionStep[] {
  const linked: DeductionStep[] = [];
  let previous = before;
  for (let index = 0; index < rows.length; index += 1) {
    const next = rows[index + 1];
    const open = { ...rows[index]!, seesWholeKronorOnly, before: previous, to: null, highestNet: 0n };
    previous = next ? ended(open, next.from - 1n) : open;
    linked.push(previous);
  }
  return linked;
}

/** What is held back from a pay in öre: whole kronor, in öre. */
export const heldBack = (deduction: Deduction, pay: bigint): bigint => onStep(deduction.stepAt(pay), pay);

/**
 * The highest net that any pay above `after` and up to this one leaves, in öre, when `already` was held back from the
 * first `after` öre. Net falls by a krona or more where the sum held back steps up; its highest value so far does not
 * fall, so that the smallest pay for a net can be searched for.
 */
export function highestNet(deduction: Deduction, pay: bigint, after: bigint, already: bigint): bigint {
  let step = deduction.stepAt(pay);
  let highest = peakOn(step, pay, after, already);
  while (step.before !== null && step.before.to! > after) {
    step = step.before;
    const earlier = after === 0n ? step.highestNet : peakOn(step, step.to!, after, already);
    highest = most(highest, earlier);
    if (after === 0n) break;
  }
  return highest;
}

function onStep({ fixed, perMille, seesWholeKronorOnly }: DeductionStep, pay: bigint): bigint {
  if (perMille === 0n) return fixed * 100n;
  const share = seesWholeKronorOnly ? ((pay / 100n) * perMille) / 1000n : (pay * perMille) / 100_000n;
  return (fixed + share) * 100n;
}

function ended(step: DeductionStep, to: bigint): DeductionStep {
  const here = peakOn(step, to, 0n, 0n);
  return { ...step, to, highestNet: most(step.before?.highestNet ?? here, here) };
}

/** The highest net on one step, from `after` up to `pay`: at the pay itself or just before the last whole krona. */
function peakOn(step: DeductionStep, pay: bigint, after: bigint, already: bigint): bigint {
  const held = onStep(step, pay);
  const atEnd = pay - most(held, already);
  if (step.perMille === 0n) return atEnd;
  const tooth = toothBefore(step, held);
  if (tooth < step.from || tooth <= after) return atEnd;
  return most(atEnd, tooth - most(onStep(step, tooth), already));
}

/** The last öre of pay from which less than `held` is held back on this step. */
function toothBefore({ fixed, perMille, seesWholeKronorOnly }: DeductionStep, held: bigint): bigint {
  const share = held / 100n - fixed;
  return seesWholeKronorOnly
    ? roundedUp(share * 1000n, perMille) * 100n - 1n
    : roundedUp(share * 100_000n, perMille) - 1n;
}

const roundedUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by;
