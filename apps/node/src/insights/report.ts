import type { Report, StoredChannel } from '@passerelle/protocol';
import type { StuckMessage } from '../peers/stuck/stuck.js';

/** What is stored of a channel, with what waits in it and what was refused. */
export interface ChannelFigures {
  readonly channel: StoredChannel;
  readonly intents: number;
  readonly oldest: Date | null;
  readonly counts: { readonly refused: number; readonly invalid: number };
  readonly heardAt: Date | null;
}

/** A channel in the words of the report: numbers, heads and counts, and nothing that was said. */
export function reportedChannel({
  channel,
  intents,
  oldest,
  counts,
  heardAt,
}: ChannelFigures): Report['channels'][number] {
  const { peer, status, out, delivered } = channel;
  return {
    peer,
    status,
    out: { seq: String(out.seq), head: out.head },
    in: { seq: String(channel.in.seq), head: channel.in.head },
    delivered: String(delivered),
    waiting: intents,
    undelivered: Number(out.seq - delivered),
    ...(oldest && { oldestAt: oldest.toISOString() }),
    ...(heardAt && { heardAt: heardAt.toISOString() }),
    refused: counts.refused,
    invalid: counts.invalid,
  };
}

/** A message that a room fails on, in the words of the report: nothing of what it says, and no error's text. */
export const reportedStuck = ({ peer, type, seq, since, attempts, nextTryAt }: StuckMessage): ReportedStuck => ({
  peer,
  type,
  seq: String(seq),
  since: since.toISOString(),
  attempts,
  ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
});

type ReportedStuck = NonNullable<Report['stuck']>[number];

/**
 * The number of a report: the instant in milliseconds, and always more than the one before. It needs no storage, and a
 * node restored from a backup does not repeat numbers that the federation has seen.
 */
export const nextNumber = (last: bigint, now: Date): bigint => {
  const instant = BigInt(now.getTime());
  return instant > last ? instant : last + 1n;
};

/** How often something of this peer was refused, by the reason. Only words of the report's own alphabet leave the node. */
export function countedByCode(peer: string, reasons: readonly string[]): Report['refusals'] {
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    const code = /^[a-z][a-z0-9-]{0,49}$/.test(reason) ? reason : 'other';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ peer, code, count }));
}
