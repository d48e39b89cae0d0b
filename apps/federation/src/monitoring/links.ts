import { isLive, type ReportsByNode, signedBy, type Signed } from './figure.js';

/**
 * - `healthy`: the receiver has acknowledged everything the sender has signed
 * - `under-way`: something is not acknowledged yet, and has not waited for long
 * - `late`: something has waited for more than a minute
 * - `down`: the two nodes have not greeted each other, or have left
 * - `broken`: they hold different histories, or the channel is frozen; people decide
 * - `unknown`: one of them is silent, so nobody can say
 */
export type LinkHealth = 'healthy' | 'under-way' | 'late' | 'down' | 'broken' | 'unknown';

/** One direction between two nodes. */
export interface Link extends Signed {
  readonly from: string;
  readonly to: string;
  readonly health: LinkHealth;
  /** The last number the sender has signed. */
  readonly sent: bigint | null;
  /** The last number the receiver has acknowledged: by its own report, or by its receipt that the sender holds. */
  readonly acknowledged: bigint | null;
  /** Decided and not numbered, and numbered and not acknowledged. */
  readonly queue: number | null;
  readonly oldestWaitingAt: string | null;
  /** When the receiver last heard the sender, by the receiver’s report. */
  readonly lastHeardAt: string | null;
  readonly refused: number | null;
  readonly invalid: number | null;
}

/** A message that has waited longer than this is late. In seconds. */
export const lateAfterSeconds = 60;

/** Every direction between members, in the order of their names. */
export function linksOf(members: readonly string[], reports: ReportsByNode, now: Date): readonly Link[] {
  return members.flatMap((from) => members.filter((to) => to !== from).map((to) => linkOf({ from, to }, reports, now)));
}

/** True when both reports of a direction tell the same history: whatever one end has signed, the other has applied. */
export function isSameHistory(a: string, b: string, reports: ReportsByNode): boolean {
  return [ends(a, b, reports), ends(b, a, reports)].every(
    ({ sender, receiver }) =>
      sender !== undefined &&
      receiver !== undefined &&
      sender.waiting === 0 &&
      sender.out.seq === receiver.in.seq &&
      sender.out.head === receiver.in.head,
  );
}

function ends(from: string, to: string, reports: ReportsByNode) {
  const channelOf = (node: string, peer: string) =>
    reports.get(node)?.report.channels.find((channel) => channel.peer === peer);
  return { sender: channelOf(from, to), receiver: channelOf(to, from) };
}

type Ends = ReturnType<typeof ends>;

function linkOf({ from, to }: { from: string; to: string }, reports: ReportsByNode, now: Date): Link {
  const both = ends(from, to, reports);
  const { sender, receiver } = both;
  const acknowledged = sender && bigger(BigInt(sender.delivered), receiver ? BigInt(receiver.in.seq) : 0n);
  const areLive = isLive(reports.get(from), now) && isLive(reports.get(to), now);
  return {
    from,
    to,
    health: healthOf(both, { areLive, acknowledged: acknowledged ?? 0n, now }),
    sent: sender ? BigInt(sender.out.seq) : null,
    acknowledged: acknowledged ?? null,
    queue: sender ? sender.waiting + sender.undelivered : null,
    oldestWaitingAt: sender?.oldestAt ?? null,
    lastHeardAt: receiver?.heardAt ?? null,
    refused: receiver?.refused ?? null,
    invalid: receiver?.invalid ?? null,
    ...signedBy(reports.get(from), reports.get(to)),
  };
}

function healthOf(
  { sender, receiver }: Ends,
  { areLive, acknowledged, now }: { areLive: boolean; acknowledged: bigint; now: Date },
): LinkHealth {
  if (sender && receiver && isContradiction(sender, receiver)) return 'broken';
  if (!areLive || !sender || !receiver) return 'unknown';
  if (sender.status !== 'open') return 'down';
  if (sender.waiting === 0 && acknowledged >= BigInt(sender.out.seq)) return 'healthy';
  const oldest = sender.oldestAt === undefined ? now.getTime() : Date.parse(sender.oldestAt);
  return now.getTime() - oldest > lateAfterSeconds * 1000 ? 'late' : 'under-way';
}

/** Two heads at one number are two histories. */
const isContradiction = (sender: NonNullable<Ends['sender']>, receiver: NonNullable<Ends['receiver']>): boolean =>
  sender.status === 'frozen' ||
  receiver.status === 'frozen' ||
  (sender.out.seq === receiver.in.seq && sender.out.head !== receiver.in.head);

const bigger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
