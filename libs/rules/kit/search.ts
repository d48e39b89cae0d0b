/** What is searched: an amount that grows with the gross, except that it may fall at the listed gross amounts. */
export interface Staircase {
  readonly at: (gross: bigint) => bigint;
  /** Gross amounts, ascending, at which the amount may be lower than one unit before: limits with a jump. */
  readonly fallsAt?: readonly bigint[];
  /** How many units of gross rounding may keep the amount from growing, or make it fall by a unit. */
  readonly wiggle?: bigint;
}

/**
 * The largest gross, from 0, whose amount does not exceed the limit; undefined when already 0 exceeds it. Exact: the
 * next unit of gross exceeds the limit. The amount must be at least the gross in the long run, as a cost is.
 */
export function largestWithin(limit: bigint, staircase: Staircase): bigint | undefined {
  const starts = [0n, ...(staircase.fallsAt ?? [])];
  for (let index = starts.length - 1; index >= 0; index -= 1) {
    const start = starts[index]!;
    const amount = staircase.at(start);
    if (amount > limit) continue;
    const next = starts[index + 1];
    const { low } = bracket(limit, staircase.at, start, amount, next ?? beyond(limit, start, staircase.at), true);
    return low;
  }
  return undefined;
}

/** The smallest gross, from 0, whose amount reaches the target, up to the given ceiling of gross; else undefined. */
export function smallestReaching(target: bigint, staircase: Staircase, ceiling: bigint): bigint | undefined {
  const starts = [0n, ...(staircase.fallsAt ?? []).filter((start) => start <= ceiling)];
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index]!;
    const last = (starts[index + 1] ?? ceiling + 1n) - 1n;
    const reached = staircase.at(start);
    if (reached >= target) return start;
    if (staircase.at(last) < target) continue;
    const { high } = bracket(target, staircase.at, start, reached, last, false);
    return firstNearby(target, staircase, start, high);
  }
  return undefined;
}

/**
 * Narrows [low, high] to two neighbours: low is on the near side of the limit, high beyond it. A secant guess lands
 * within a few units because law is piecewise linear; halving in between bounds the steps where it is not.
 */
function bracket(
  limit: bigint,
  at: (gross: bigint) => bigint,
  start: bigint,
  startAmount: bigint,
  end: bigint,
  limitIncluded: boolean,
): { low: bigint; high: bigint } {
  let low = start;
  let high = end;
  let lowAmount = startAmount;
  let highAmount = at(end);
  for (let step = 0; high - low > 1n; step += 1) {
    const guess = step % 3 === 2 ? (low + high) / 2n : secant(limit, low, lowAmount, high, highAmount, step);
    const amount = at(guess);
    if (limitIncluded ? amount <= limit : amount < limit) {
      low = guess;
      lowAmount = amount;
    } else {
      high = guess;
      highAmount = amount;
    }
  }
  return { low, high };
}

function secant(limit: bigint, low: bigint, lowAmount: bigint, high: bigint, highAmount: bigint, step: number): bigint {
  const rise = highAmount - lowAmount;
  if (rise <= 0n) return (low + high) / 2n;
  // The second guess of each round steps one unit further, so that a good first guess closes the bracket at once.
  const guess = low + ((limit - lowAmount) * (high - low)) / rise + (step % 3 === 1 ? 1n : 0n);
  return guess <= low ? low + 1n : guess >= high ? high - 1n : guess;
}

function beyond(limit: bigint, start: bigint, at: (gross: bigint) => bigint): bigint {
  let gross = (limit > start ? limit : start) + 1n;
  while (at(gross) <= limit) gross *= 2n;
  return gross;
}

function firstNearby(target: bigint, { at, wiggle = 0n }: Staircase, start: bigint, found: bigint): bigint {
  let first = found;
  for (let gross = found - 1n; gross > start && gross >= first - wiggle; gross -= 1n)
    if (at(gross) >= target) first = gross;
  return first;
}
