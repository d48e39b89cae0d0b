import type { Report, RosterContent, StoredChannel } from '@passerelle/protocol';

/** What is stored of a channel, with what waits in it and what was refused. */
export interface ChannelFigures {
  readonly channel: StoredChannel;
  readonly intents: number;
  readonly oldest: Date | null;
  readonly counts: { readonly refused: number; readonly invalid: number };
}

/** A channel in the words of the report: numbers, heads and counts, and nothing that was said. */
export function reportedChannel({ channel, intents, oldest, counts }: ChannelFigures): Report['channels'][number] {
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
    refused: counts.refused,
    invalid: counts.invalid,
  };
}

/** How much of each limit that this node grants is used by obligations with both signatures. */
export function exposuresOf(
  me: string,
  obligations: Report['obligations'],
  caps: RosterContent['caps'],
): Report['exposures'] {
  const owed = obligations.filter(({ creditor, state }) => creditor === me && (state === 'agreed' || state === 'held'));
  return caps
    .filter(({ creditor }) => creditor === me)
    .map(({ debtor, currency, max }) => {
      const mine = owed.filter((each) => each.debtor === debtor && each.currency === currency);
      const owes = mine.reduce((total, { amount }) => total + BigInt(amount), 0n);
      return { peer: debtor, currency, owes: String(owes), cap: max };
    });
}

/**
 * The number of a report: the instant in milliseconds, and always more than the one before. It needs no storage, and a
 * node restored from a backup does not repeat numbers that the federation has seen.
 */
export const nextNumber = (last: bigint, now: Date): bigint => {
  const instant = BigInt(now.getTime());
  return instant > last ? instant : last + 1n;
};

/** Counts of refusals of each kind, together for all peers. Only words of the report's own alphabet leave the node. */
export function countedByCode(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) {
    const code = /^[a-z][a-z0-9-]{0,49}$/.test(reason) ? reason : 'other';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
