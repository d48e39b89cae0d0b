import { hashOf } from '@passerelle/protocol';
import { type PlainDate, firstDayOf, lastDayOf } from '@passerelle/values';
import type { MonthlyContract } from '../papers/monthly-contract.js';
import type { WageStep } from '../wage-plans/wage-plan.js';
import { monthAfter } from '../wage-plans/wage-forecast.js';
import { type KnownOfBoth, factsWithUsual, writtenBasis } from './written.js';

/** Everything that a contract by the month is written from. */
export interface KnownOfMonths extends KnownOfBoth {
  readonly step: WageStep;
  readonly version: number;
  readonly former: MonthlyContract['former'];
  readonly payDays: number;
  /** Where missions that are agreed are done. */
  readonly places: readonly { readonly town: string; readonly country: string }[];
}

/** The contract of an employment by the month, or the version of it that a step makes, as it is put on paper. */
export function writtenMonthlyContract(known: KnownOfMonths): MonthlyContract {
  const { step, version, former, payDays, places, country, member } = known;
  const facts = country.openEnded(member.facts);
  const form = country.contracts.monthlyFormOf(country.openEnded(factsWithUsual(country, member.facts)));
  const { since, from, last } = daysOf(step);
  return {
    kind: 'monthly',
    ...writtenBasis({ ...known, member: { ...member, facts } }, form),
    reference: step.since,
    version,
    since,
    from,
    last,
    places: [...new Map(places.map((place) => [`${place.town} ${place.country}`, place])).values()],
    payDays,
    former,
    termsHash: hashOfStep(known, step),
  };
}

/** What both agree on, in one number: the same again is the same contract. */
export const hashOfStep = ({ employer, worker }: Pick<KnownOfBoth, 'employer' | 'worker'>, step: WageStep): string =>
  hashOf({
    employer: employer.vatNumber,
    worker: worker.name,
    ...daysOf(step),
    gross: { ...step.gross.toJSON() },
  });

/** The month that a step is paid for, for the last time where it ends the wage. */
export const paidMonthOf = ({ from, isEnd }: WageStep) => (isEnd ? monthAfter(from, -1) : from);

function daysOf(step: WageStep): { since: PlainDate; from: PlainDate; last: PlainDate | null } {
  const month = paidMonthOf(step);
  return { since: firstDayOf(step.since), from: firstDayOf(month), last: step.isEnd ? lastDayOf(month) : null };
}
