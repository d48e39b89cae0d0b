/** How many votes make a round of a cycle final, and how many abort it. */
export interface Quorum {
  readonly lock: number;
  readonly skip: number;
}

/** How many of n members may lie in any way without harm: a third, not reached. */
export const liarsMax = (members: number): number => Math.floor((members - 1) / 3);

/** The smallest quorums that are safe for n members. */
export function quorumOf(members: number): Quorum {
  const liars = liarsMax(members);
  const lock = Math.floor((members + liars) / 2) + 1;
  return { lock, skip: members + liars - lock + 1 };
}

/**
 * True when two results of one round cannot both become final (2Q > n + f), and final and abort of one round cannot
 * both exist (Q + S > n + f), even if a liar signs both.
 */
export function isSafeQuorum({ lock, skip }: Quorum, members: number): boolean {
  const reach = members + liarsMax(members);
  return 2 * lock > reach && lock + skip > reach && lock <= members && skip <= members;
}
