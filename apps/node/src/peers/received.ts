import type { Work } from '@passerelle/doors';

/** The name of a node in the federation: `be`. */
export type NodeId = string;

/** A message from another node, well signed and in its order, being applied in the transaction `work`. */
export interface Received {
  readonly work: Work;
  readonly from: NodeId;
  readonly seq: bigint;
  /** How many of our messages the sender had applied when it decided this one. */
  readonly ack: bigint;
  /** Hash of the signed message: what a later message may refer to. */
  readonly hash: string;
}

/** A message of our own that a peer gave back after a restore, being taken in again in the transaction `work`. */
export interface Returned extends Omit<Received, 'from'> {
  /** To whom it was once said, and who gave it back. */
  readonly to: NodeId;
}

/** What the receiving room made of a message. A refused one stays in the channel's history and is answered. */
export type Verdict =
  { readonly verdict: 'applied' } | { readonly verdict: 'refused'; readonly code: string; readonly detail: string };

export const applied: Verdict = { verdict: 'applied' };

export const refused = (code: string, detail: string): Verdict => ({ verdict: 'refused', code, detail });
