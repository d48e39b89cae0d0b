import { type ReportsByNode, type Signed, signedBy } from './figure.js';
import { type Link } from './links.js';

/** Why something does not go on: nobody acknowledges it, or a room of the receiver fails on it. */
export type StuckCause = 'not-acknowledged' | 'no-greeting' | 'two-histories' | 'room-failed' | 'paused';

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
export const stuckOf = (links: readonly Link[], reports: ReportsByNode): readonly StuckItem[] => [
  ...links.flatMap(linkItem),
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

const causes = { late: 'not-acknowledged', down: 'no-greeting', broken: 'two-histories' } as const;

function linkItem({ from, to, health, oldestWaitingAt, signedBy: by, at }: Link): readonly StuckItem[] {
  if (health !== 'late' && health !== 'down' && health !== 'broken') return [];
  const whole = { type: null, seq: null, attempts: null, nextTryAt: null };
  // What is not acknowledged is for the receiver's people to look at; two histories are for everybody's.
  const whoCanAct = health === 'late' ? [to] : [from, to];
  return [{ from, to, cause: causes[health], since: oldestWaitingAt, ...whole, whoCanAct, signedBy: by, at }];
}
