import type { Final } from './certificates.js';
import type { Digest, Federation, NodeId } from './federation.js';
import { type Leg, legsOf } from './netting.js';
import { resultOf } from './proposal.js';
import { type CoSigned, type Statement, isSameStatement, peerIn } from './statement.js';

/** What a node has to know about itself before it can apply a final. */
export interface OwnView {
  readonly me: NodeId;
  /** Finals are applied in cycle order. */
  readonly isEarlierClosed: boolean;
  /** The statement of the own frozen set with that peer, null while the channel has not brought both cuts. */
  readonly statementWith: (peer: NodeId) => Statement | null;
  /** True when a proof has frozen the channel, so that it will never catch up. */
  readonly isFrozenByProof: (peer: NodeId) => boolean;
}

/** One pair that a final settles for this node. */
export interface SettledPair {
  readonly peer: NodeId;
  readonly statement: CoSigned;
  /**
   * `set`: every obligation of the pair's set is settled. `statement`: the peer spoiled the channel, so the pair is
   * booked from the statement that carries our own signature, item by item as far as known.
   */
  readonly from: 'set' | 'statement';
}

export type Application =
  | { readonly kind: 'wait'; readonly for: 'earlier-cycle' | readonly NodeId[] }
  | {
      readonly kind: 'apply';
      readonly pairs: readonly SettledPair[];
      /** The legs this node pays or receives. */
      readonly legs: readonly Leg[];
    };

/**
 * What a final means for this node, or what it has to wait for: earlier cycles, and the channels of the pairs in it. A
 * liar who spoils its own pair cannot hold up the others.
 */
export function applyFinal(
  final: Final,
  view: OwnView,
  { federation, digest }: { readonly federation: Pick<Federation, 'netting'>; readonly digest: Digest },
): Application {
  if (!view.isEarlierClosed) return { kind: 'wait', for: 'earlier-cycle' };
  const pairs: SettledPair[] = [];
  const behind: NodeId[] = [];
  for (const statement of final.proposal.statements) {
    const peer = peerIn(statement, view.me);
    if (peer === null) continue;
    const own = view.statementWith(peer);
    if (own !== null && isSameStatement(own, statement, digest)) pairs.push({ peer, statement, from: 'set' });
    else if (view.isFrozenByProof(peer)) pairs.push({ peer, statement, from: 'statement' });
    else behind.push(peer);
  }
  if (behind.length > 0) return { kind: 'wait', for: behind };
  return { kind: 'apply', pairs, legs: allLegs(final, federation, digest).filter(isOf(view.me)) };
}

/** All payments of a final, with their names. Throws when the final was never verified. */
export function allLegs(final: Final, federation: Pick<Federation, 'netting'>, digest: Digest): Leg[] {
  const result = resultOf(final.proposal, federation);
  if (result === null) throw new TypeError(`the final of ${final.cycle} was never verified`);
  return legsOf(result, final.proposal.result, digest);
}

const isOf =
  (me: NodeId) =>
  ({ from, to }: Leg): boolean =>
    from === me || to === me;
