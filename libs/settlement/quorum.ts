/** How many votes make a round of a cycle final, and how many abort it. */
export interface Quorum {
  readonly lock: number;
  readonly skip: number;
}

/** f: so many of n members may lie in any way and work together, also with the coordinator. */
export function liarsAmong(members: number): number {
  if (!Number.isSafeInteger(members) || members < 1) throw new RangeError(`${members} is not a number of members`);
  return Math.floor((members - 1) / 3);
}

/** Q = ⌊(n + f) / 2⌋ + 1 locks and S = n + f − Q + 1 skips: the smallest numbers that are safe. */
export function quorumOf(members: number): Quorum {
  const liars = liarsAmong(members);
  const lock = Math.floor((members + liars) / 2) + 1;
  return { lock, skip: members + liars - lock + 1 };
}
