import { type PlainDate, Rate } from '@passerelle/values';
import { inForce, inForceIfAny, lawOfTheDay } from '../kit/figures.js';
import type { LineKind } from '../kit/line.js';
import { artistReduction } from './artist-reduction.js';
import { type Sector, kindOf } from './law.js';
import { dueShare, reductionMultiplier } from './reduction-multiplier.js';
import { quarterlyReduction, structuralReduction } from './structural-reduction.js';

/** Reductions of the employer's contribution for one engagement. Answers in cents for this payslip. */
export interface Reductions {
  /** By the full-time monthly reference pay and the gross of the payslip. */
  structural(reference: bigint, gross: bigint): bigint;
  readonly structuralKind: LineKind;
  /** A fixed sum, granted from a full-time monthly reference pay at the minimum income; absent for others. */
  readonly artist: bigint | undefined;
  readonly artistKind: LineKind | undefined;
}

export type Region = 'brussels' | 'flanders' | 'wallonia';

export interface ReductionTerms {
  /** The part of the quarter's full time that is worked: a whole month counts as going on for the quarter. */
  readonly worked: Rate;
  readonly isWholeMonth: boolean;
  readonly sector: Sector;
  /** Region of the establishment, for artists only. */
  readonly region: Region | undefined;
  readonly date: PlainDate;
}

/** The structural and the artists' figures of a day with their lines, resolved once. */
const reductionLawOn = lawOfTheDay((date: PlainDate) => {
  const multiplier = inForce(reductionMultiplier.multiplier, date).applied;
  const slopesOf = (figure: typeof structuralReduction.profit) => {
    const found = inForceIfAny(figure, date);
    if (found === undefined) return undefined;
    const figures = [found.applied, multiplier];
    return { slopes: found.value, kind: kindOf(structuralReduction, { group: 'employer_social', figures }) };
  };
  const sumOf = (region: Region) => {
    const found = inForceIfAny(artistReduction[region], date);
    if (found === undefined) return undefined;
    const figures = [found.applied, multiplier];
    return { sum: found.value.minor, kind: kindOf(artistReduction, { group: 'employer_social', figures }) };
  };
  return {
    profit: slopesOf(structuralReduction.profit),
    'non-profit': slopesOf(structuralReduction.nonProfit),
    brussels: sumOf('brussels'),
    flanders: sumOf('flanders'),
    wallonia: sumOf('wallonia'),
  };
});

/** Undefined where so little of the quarter is worked that no reduction is due; then no figure of one is needed. */
export function reductionsOf({ worked, isWholeMonth, sector, region, date }: ReductionTerms): Reductions | undefined {
  const share = worked === Rate.one ? Rate.one : dueShare(worked, date);
  if (share.isZero()) return undefined;
  const law = reductionLawOn(date);
  const figure = sector === 'profit' ? structuralReduction.profit : structuralReduction.nonProfit;
  const { slopes, kind } = law[sector] ?? missing(figure, date);
  const artist = region && law[region];
  const months = isWholeMonth ? 3n : 1n;
  const den = 10000n * share.den;
  return {
    structural: (reference, gross) => {
      const exact = quarterlyReduction(slopes, 3n * reference, months * gross) * share.num;
      return exact === 0n ? 0n : monthPart((2n * exact + den) / (2n * den), isWholeMonth);
    },
    structuralKind: kind,
    artist: artist && monthPart((2n * artist.sum * share.num + share.den) / (2n * share.den), isWholeMonth),
    artistKind: artist?.kind,
  };
}

/** Asking for the value that is not there throws NoValueOnDay with the figure's name. */
function missing(figure: typeof structuralReduction.profit, date: PlainDate): never {
  figure.on(date);
  throw new Error(`${figure.name} has a value on ${date} that was not resolved`);
}

/** The quarter's sum is rounded first, as the law does; a whole month takes a third of it. */
const monthPart = (quarter: bigint, isWholeMonth: boolean): bigint =>
  isWholeMonth ? (2n * quarter + 3n) / 6n : quarter;
