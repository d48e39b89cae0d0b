import { type PlainDate, addDays, firstDayOf, lastDayOf } from '@passerelle/values';
import type { PlannedRun } from '../wage-plans/wage-plan.js';
import { type Declaration, isNotBegun, stateOf } from './declaration.js';
import type { Known } from './said.js';

/** What authorities are told of an employment without a last day: that it begins, and one day that it ends. */
export interface EmploymentEvent {
  readonly subject: 'engagement' | 'ending';
  /** The days that the declaration is about. */
  readonly about: { readonly first: PlainDate; readonly last: PlainDate };
  readonly work: Known['work'];
}

/** Its beginning, with a month that stands for what has no end yet, and its last day when there is one. */
export function employmentEvents({ from, until }: PlannedRun): readonly EmploymentEvent[] {
  const first = firstDayOf(from);
  const last = until === null ? null : addDays(firstDayOf(until), -1);
  const begins = { about: { first, last: lastDayOf(from) }, work: { first, last: null, days: null } };
  const ends = last && { about: { first: last, last }, work: { first, last, days: null } };
  return [{ subject: 'engagement', ...begins }, ...(ends ? [{ subject: 'ending', ...ends } as const] : [])];
}

export const isOfEmployment = (declaration: Declaration): boolean =>
  declaration.mission === null &&
  ['engagement', 'ending'].includes(declaration.form.about) &&
  stateOf(declaration) !== 'withdrawn' &&
  !isNotBegun(declaration);

export const isAbout = ({ form, first }: Declaration, { subject, about }: EmploymentEvent): boolean =>
  form.about === subject && first === about.first;
