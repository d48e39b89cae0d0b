import { type Calendar, type RosterContent, presentMembers } from '@passerelle/protocol';
import {
  type CalendarRules,
  type Cap,
  type CycleDates,
  type CycleId,
  type Federation,
  datesOf,
  nextCycle,
} from '@passerelle/settlement';
import { Money, type PlainDate, firstDayOf, month, monthOf } from '@passerelle/values';
import type { NodeId } from '../peers/received.js';

/** From this round on a proposal is empty, where the roster does not say. */
const usualEmptyRound = 8;

/** How a cycle computes. Rules that change a computation start with a cycle, never within one. */
export function ruleOf(roster: RosterContent, cycle: CycleId): RosterContent['computations'][number] {
  const rule = [...roster.computations]
    .filter(({ from }) => from <= cycle)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (!rule)
    throw new Error(`the roster has no rule for the netting of ${cycle}: it needs one from ${cycle} or before`);
  return rule;
}

/** Whoever knows which version of the roster counts on a day. */
export interface Rosters {
  rosterOn(day: PlainDate): RosterContent;
}

/** The federation that a cycle is decided by, whatever the roster says since. */
export const federationFor = (rosters: Rosters, cycle: CycleId): Federation =>
  federationOf(rosters.rosterOn(firstDayOf(month(cycle))), cycle);

/** What the roster says that a cycle needs. */
export function federationOf(roster: RosterContent, cycle: CycleId): Federation {
  const { mode, currency } = ruleOf(roster, cycle);
  return {
    members: presentMembers(roster).map(({ id }) => id),
    coordinators: roster.coordinators,
    quorum: roster.quorum,
    netting: { mode, ...(currency === undefined ? {} : { currency }) },
    emptyFromRound: roster.emptyFromRound ?? usualEmptyRound,
  };
}

/** Where the calendar does not reach: cut at the end of the month, paid six working days later. */
const usualCalendar: CalendarRules = {
  cutOffDay: null,
  statementsAfter: 2,
  proposalAfter: 1,
  paymentAfter: 3,
  graceAfter: 5,
};

/** Whoever knows the days that the members have agreed on. */
export interface Named {
  readonly calendar: Calendar;
}

/** The days of a cycle by the calendar. */
export const datesOfCycle = ({ calendar }: Named, cycle: CycleId): CycleDates =>
  calendar.find((each) => each.cycle === cycle) ?? datesOf(cycle, usualCalendar);

/**
 * The cycle in which a debt agreed on a day counts: the first by the calendar whose cut-off has not passed, and never
 * one that this node has cut.
 */
export function cycleFor({ calendar }: Named, today: PlainDate, lastCut: CycleId | null): CycleId {
  const byCalendar = calendar
    .filter(({ cutOff }) => today <= cutOff)
    .map(({ cycle }) => cycle)
    .sort()[0];
  const running = byCalendar ?? monthOf(today);
  const first = lastCut === null ? running : nextCycle(lastCut);
  return first > running ? first : running;
}

/** What the creditor lets the debtor owe it by the roster; nothing where the roster is silent. */
export function capOf(
  roster: RosterContent,
  { creditor, debtor, currency }: { readonly creditor: NodeId; readonly debtor: NodeId; readonly currency: string },
): Cap {
  const granted = roster.caps.find(
    (cap) => cap.creditor === creditor && cap.debtor === debtor && cap.currency === currency,
  );
  const amount = new Money(BigInt(granted?.max ?? '0'), currency as Money['currency']);
  return { creditor, debtor, amount };
}
