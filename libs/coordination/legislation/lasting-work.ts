import { type CountryCode, Rate, type Result, ok, refuse } from '@passerelle/values';
import { distance, isLess, totalOf } from '../exact.js';
import { cautionMargin, marginalShare } from '../parameters.js';
import type { MissingFact } from '../refusal.js';
import { impossible } from '../refusals.js';
import type { Flag, HumanQuestion } from './answer.js';
import { closeTo } from './close-to.js';
import { type Outcome, lacking } from './finding.js';
import { missingFact } from './missing.js';
import { type Activity, type Mission, type Situation, isCoordinated, isDomestic } from './situation.js';

/** The work that decides: habitual, not marginal, and what must be said about the rest. */
export interface LastingWork {
  readonly situation: Situation;
  /** What is left, third countries included. */
  readonly left: readonly Activity[];
  /** Everything foreseen: the whole of which shares are taken. */
  readonly all: readonly Activity[];
  /** Habitual work lay in several coordinated states before marginal work was left out. */
  readonly wasInSeveralStates: boolean;
  readonly flags: readonly Flag[];
  readonly askHuman: readonly HumanQuestion[];
}

/** Everything foreseen, or why it cannot be used. A mission at home is work like any other: the rest of the whole. */
export function allWork(situation: Situation): Result<readonly Activity[], Outcome> {
  const { activities, mission } = situation;
  if (activities === undefined) return refuse(lacking(missingFact('activities')));
  const all = mission && isDomestic(mission) ? [...activities, asWork(mission, activities)] : activities;
  if (all.every(({ habitual }) => !habitual)) return refuse(lacking(missingFact('activities')));
  const problem = sharesMakeTheWhole(all);
  return problem ? refuse(problem) : ok(all);
}

/** Step 7: occasional work is dropped, then marginal work (987/2009 Art. 14(5b)), or the share that is missing is named. */
export function lastingWork(situation: Situation, all: readonly Activity[]): Result<LastingWork, Outcome> {
  const habitual = all.filter((work) => work.habitual);
  const wasInSeveralStates = statesOf(situation, habitual).length > 1;
  if (wasInSeveralStates) {
    const unknown = habitual.filter(({ time }) => time === undefined).map(timeMissing);
    if (unknown.length > 0) return refuse(lacking(...unknown));
  }
  const at = marginalShare.on(situation.date);
  const lasting = habitual.filter((work) => !isMarginal(work, at));
  // Work that is all marginal is the person's work nevertheless.
  const left = wasInSeveralStates && statesOf(situation, lasting).length > 0 ? lasting : habitual;
  const dropped = left.length < habitual.length;
  return ok({
    situation,
    left,
    all,
    wasInSeveralStates,
    flags: dropped ? ['MARGINAL_DISREGARDED'] : [],
    askHuman: wasInSeveralStates ? nearlyMarginal(situation, habitual) : [],
  });
}

/** The coordinated states in which the work lies. */
export const statesOf = (situation: Situation, work: readonly Activity[]): readonly CountryCode[] => [
  ...new Set(work.map(({ country }) => country).filter((state) => isCoordinated(situation, state))),
];

/** Under the share in time, and in pay where the pay is known. */
const isMarginal = ({ time, pay }: Activity, at: Rate): boolean =>
  time !== undefined && isLess(time, at) && (pay === undefined || isLess(pay, at));

const nearlyMarginal = (situation: Situation, habitual: readonly Activity[]): readonly HumanQuestion[] => {
  const { date } = situation;
  const margin = cautionMargin.on(date);
  return habitual.flatMap(({ time, pay }) => [
    ...closeTo({ name: 'marginal-share', at: marginalShare.on(date), share: time, of: 'time' }, margin),
    ...closeTo({ name: 'marginal-share', at: marginalShare.on(date), share: pay, of: 'pay' }, margin),
  ]);
};

const timeMissing = ({ path }: Activity): MissingFact => missingFact('timeShare', `${path}.timeShare`);

/** Shares are written to a few decimals; together they may miss the whole by less than half of the last one each. */
function sharesMakeTheWhole(all: readonly Activity[]): Outcome | undefined {
  for (const measure of ['time', 'pay'] as const) {
    const shares = all.map((work) => work[measure]).filter((share) => share !== undefined);
    if (shares.length === 0) continue;
    const total = totalOf(shares);
    const complete = shares.length === all.length;
    const isWhole = isLess(distance(total, Rate.one), roundingOf(shares)) || total.equals(Rate.one);
    if (isWhole || (!complete && isLess(total, Rate.one))) continue;
    const field = measure === 'time' ? 'activities.timeShare' : 'activities.payShare';
    return {
      kind: 'refused',
      refusal: impossible('shares-not-one', field, 'Reg. 987/2009 Art. 14(8)', { value: total.toString() }),
    };
  }
  return undefined;
}

/** Digits beyond the sixth come from a machine that divided, and mean nothing. */
function roundingOf(shares: readonly Rate[]): Rate {
  const finest = shares.reduce((den, share) => (share.den > den ? share.den : den), 100n);
  return new Rate(BigInt(shares.length), 2n * (finest < 1_000_000n ? finest : 1_000_000n));
}

function asWork(mission: Mission, activities: readonly Activity[]): Activity {
  const shares = activities.map(({ time }) => time);
  const known = shares.every((share) => share !== undefined);
  const rest = known ? Rate.one.minus(totalOf(shares)) : undefined;
  return {
    path: 'mission',
    kind: mission.selfEmployed ? 'self_employed' : 'employed',
    country: mission.host,
    employer: mission.employer,
    time: rest && rest.num < 0n ? Rate.zero : rest,
    habitual: true,
  };
}
