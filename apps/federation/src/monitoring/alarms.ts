import { type Calendar, calendarEnd } from '@passerelle/protocol';
import type { PlainDate } from '@passerelle/values';
import type { CycleView } from './cycles.js';
import { signedBy, type ReportsByNode, type Signed } from './figure.js';
import { lateAfterSeconds, type Link } from './links.js';
import type { LimitUse } from './limits.js';
import type { NodeView } from './nodes.js';
import type { Difference } from './pairs.js';

export const alarmKinds = [
  'node-silent',
  'node-never-heard',
  'node-behind-roster',
  'clock-off',
  'link-late',
  'link-down',
  'link-broken',
  'sides-differ',
  'limit-exceeded',
  'cycle-results-differ',
  'cycle-not-zero',
  'cycle-late',
  'calendar-ends',
  'leg-late',
  'leg-unpaid',
  'reports-refused',
  'obligations-unlisted',
] as const;

export type AlarmKind = (typeof alarmKinds)[number];

/** Something a person should look at. */
export interface Alarm extends Signed {
  readonly kind: AlarmKind;
  /** Nodes, cycle, leg or obligation it is about, in the order its sentence names them. */
  readonly about: readonly string[];
  /** Since when, as far as that is known. */
  readonly since: string | null;
}

/** These end with a figure that goes on changing while the alarm stands. */
const measured: readonly AlarmKind[] = ['clock-off', 'reports-refused', 'obligations-unlisted'];

/** What makes it this alarm and not another one of its kind. */
export const subjectsOf = ({ kind, about }: Pick<Alarm, 'kind' | 'about'>): readonly string[] =>
  measured.includes(kind) ? about.slice(0, -1) : about;

export interface RefusedOn {
  readonly slot: string;
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
}

/** The days of cycles, as those have signed them who signed the roster. */
export interface CalendarWatched extends Signed {
  readonly dates: Calendar;
}

export interface Watched {
  readonly nodes: readonly NodeView[];
  readonly links: readonly Link[];
  readonly differences: readonly Difference[];
  readonly limits: readonly LimitUse[];
  readonly cycles: readonly CycleView[];
  readonly refused: readonly RefusedOn[];
  readonly reports: ReportsByNode;
  readonly rosterVersion: number;
  readonly calendar: CalendarWatched;
  /** The business day, against which the calendar's dates are held. */
  readonly today: PlainDate;
}

/** A clock that is further off makes the ages of other figures wrong. In milliseconds; a report travels in far less. */
const clockOffMs = 10_000;

export const alarmsOf = (watched: Watched): readonly Alarm[] => [
  ...watched.nodes.flatMap((node) => aboutNode(node, watched.rosterVersion)),
  ...watched.links.flatMap(aboutLink),
  ...watched.differences.filter(({ isOnItsWay }) => !isOnItsWay).map(aboutDifference),
  ...watched.limits
    .filter(({ isExceeded }) => isExceeded)
    .map((limit) => alarm('limit-exceeded', [limit.debtor, limit.creditor, String(limit.cap)], limit)),
  ...watched.cycles.flatMap((cycle) => aboutCycle(cycle, watched.today)),
  ...aboutCalendar(watched.calendar, watched.today),
  ...[...watched.reports.values()].flatMap((known) =>
    known.report.unlisted
      ? [alarm('obligations-unlisted', [known.node, String(known.report.unlisted)], signedBy(known))]
      : [],
  ),
  ...watched.refused.map(({ slot, count, first, last }) =>
    alarm(
      'reports-refused',
      [slot, String(count)],
      { signedBy: ['federation'], at: last.toISOString() },
      first.toISOString(),
    ),
  ),
];

/** Whose people can do something about it: those whose nodes it is about, or else the federation's. */
export function ownersOf({ kind, about }: Pick<Alarm, 'kind' | 'about'>): readonly string[] {
  if (kind.startsWith('cycle-') || kind === 'calendar-ends') return ['federation'];
  const nodes = {
    'node-silent': 1,
    'node-never-heard': 1,
    'node-behind-roster': 1,
    'clock-off': 1,
    'reports-refused': 1,
  };
  const count = (nodes as Record<string, number>)[kind] ?? (kind === 'obligations-unlisted' ? 1 : 2);
  return about.slice(0, count);
}

const alarm = (kind: AlarmKind, about: readonly string[], signed: Signed, since: string | null = null): Alarm => ({
  kind,
  about,
  since,
  signedBy: signed.signedBy,
  at: signed.at,
});

function aboutNode(node: NodeView, rosterVersion: number): readonly Alarm[] {
  if (node.state === 'never-heard') return [alarm('node-never-heard', [node.node], node)];
  if (node.state === 'silent')
    return [alarm('node-silent', [node.node], node, node.silentSince?.toISOString() ?? null)];
  const found: Alarm[] = [];
  if (node.rosterVersion! < rosterVersion)
    found.push(alarm('node-behind-roster', [node.node, String(node.rosterVersion), String(rosterVersion)], node));
  if (Math.abs(node.clockOffsetMs!) > clockOffMs)
    found.push(alarm('clock-off', [node.node, String(Math.round(node.clockOffsetMs! / 1000))], node));
  return found;
}

function aboutLink(link: Link): readonly Alarm[] {
  const about = [link.from, link.to];
  if (link.health === 'broken') return [alarm('link-broken', about, link)];
  if (link.health === 'down') return [alarm('link-down', about, link)];
  if (link.health !== 'late') return [];
  return [alarm('link-late', [...about, String(lateAfterSeconds)], link, link.oldestWaitingAt)];
}

const aboutDifference = (difference: Difference): Alarm =>
  alarm('sides-differ', [difference.debtor, difference.creditor, difference.obligation], difference);

function aboutCycle(view: CycleView, today: string): readonly Alarm[] {
  const found: Alarm[] = [];
  const results = view.results.filter(({ result }) => result !== null);
  if (results.length > 1) found.push(alarm('cycle-results-differ', [view.cycle], view));
  for (const result of view.results)
    if (result.sums.some((sum) => !sum.isZero())) found.push(alarm('cycle-not-zero', [view.cycle], result));
  if (view.dates && !view.isEnded && today > view.dates.graceEnd)
    found.push(alarm('cycle-late', [view.cycle, view.dates.graceEnd], view, view.dates.graceEnd));
  for (const leg of view.legs) {
    const said = [leg.payerSays, leg.payeeSays];
    const about = [leg.from, leg.to, String(leg.amount), view.cycle];
    if (said.includes('unpaid')) found.push(alarm('leg-unpaid', about, leg));
    else if (said.includes('late')) found.push(alarm('leg-late', about, leg));
  }
  return found;
}

/** The members need weeks to sign the next years. */
function aboutCalendar({ dates, ...signed }: CalendarWatched, today: PlainDate): readonly Alarm[] {
  const end = calendarEnd(dates, today);
  if (!end || end.state === 'far') return [];
  return [alarm('calendar-ends', [end.cycle, end.cutOff], signed, end.state === 'over' ? end.cutOff : null)];
}
