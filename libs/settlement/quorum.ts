/** How many of n members may lie, and how many votes make a result final or a round aborted. */
export interface Quorum {
  readonly members: number;
  /** f: this many members may lie in any way and work together. */
  readonly liars: number;
  /** Q: 2Q > n + f, so two results of one round cannot both be final. */
  readonly locks: number;
  /** S: Q + S > n + f, so a round cannot be both final and aborted. */
  readonly skips: number;
}

/** f = ⌊(n − 1) / 3⌋, Q = ⌊(n + f) / 2⌋ + 1, S = n + f − Q + 1. */
export function quorumOf(members: number): Quorum {
  if (!Number.isSafeInteger(members) || members < 1) throw new RangeError(`${members} is not a number of members`);
  const liars = Math.floor((members - 1) / 3);
  const locks = Math.floor((members + liars) / 2) + 1;
  return { members, liars, locks, skips: members + liars - locks + 1 };
}
