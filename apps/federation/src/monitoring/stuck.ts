import { isLive, type ReportsByNode, type Signed, signedBy } from './figure.js';
import { type Link } from './links.js';

/** Why something does not go on: nobody acknowledges it, one of the two is silent, or a room of the receiver fails on it. */
export type StuckCause = 'not-acknowledged' | 'silent' | 'no-greeting' | 'two-histories' | 'room-failed' | 'paused';

/** Messages that do not get on, with who can do something about it. */
export interface StuckItem extends Signed {
  readonly from: string;
  readonly to: string;
  readonly cause: StuckCause;
  /** The kind and number of the message; null where a whole link is stuck. */
  readonly type: string | null;
  readonly seq: string | null;
  readonly since: string | null;
  readonly attempts: number | null;
  readonly nextTryAt: string | null;
  /** Whose people can act: at the sender, at the receiver, or everybody's. */
  readonly whoCanAct: readonly string[];
}

/** What is stuck, by the signed reports: links that nobody acknowledges, and messages that a room fails on. */
export const stuckOf = (links: readonly Link[], reports: ReportsByNode, now: Date): readonly StuckItem[] => [
  ...links.flatMap((link) => linkItem(link, (node) => isLive(reports.get(node), now))),
  ...[...reports.values()].flatMap((known) =>
    (known.report.stuck ?? []).map((each): StuckItem => ({
      from: each.peer,
      to: known.node,
      cause: each.nextTryAt === undefined ? 'paused' : 'room-failed',
      type: each.type,
      seq: each.seq,
      since: each.since,
      attempts: each.attempts,
      nextTryAt: each.nextTryAt ?? null,
      whoCanAct: [known.node],
      ...signedBy(known),
    })),
  ),
];

const causes = { late: 'not-acknowledged', down: 'no-greeting', broken: 'two-histories', unknown: 'silent' } as const;

function linkItem(link: Link, isLive: (node: string) => boolean): readonly StuckItem[] {
  const { from, to, health, oldestWaitingAt, signedBy: by, at } = link;
  if (health === 'healthy' || health === 'under-way') return [];
  // Nothing waits on a link that nobody can tell about: that somebody is silent is an alarm, and nothing is stuck.
  if (health === 'unknown' && (link.queue ?? 0) === 0) return [];
  const whole = { type: null, seq: null, attempts: null, nextTryAt: null };
  const whoCanAct = peopleOf(link, isLive);
  return [{ from, to, cause: causes[health], since: oldestWaitingAt, ...whole, whoCanAct, signedBy: by, at }];
}

/** What is not acknowledged is for the receiver's people to look at; what is silent for its own; the rest for both. */
function peopleOf({ from, to, health }: Link, isLive: (node: string) => boolean): readonly string[] {
  if (health === 'late') return [to];
  return health === 'unknown' ? [from, to].filter((node) => !isLive(node)) : [from, to];
}
