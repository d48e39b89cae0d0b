import type { Digest, NodeId } from '../federation.js';
import type { Said } from '../obligation.js';
import { type PairMessage, type PairRecord, applyToPair, emptyRecord } from '../pair-record.js';
import type { ObligationTerms } from '../terms.js';
import { digest } from './canonical.js';

/** What Paris owes Brussels for a day of Amina's, in cents. */
export const amina: ObligationTerms = {
  obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
  mission: 'be:M-2026-0123',
  debtor: 'fr',
  creditor: 'be',
  currency: 'EUR',
  amount: '98000',
  due: '2026-08-31',
  kind: 'mission.fee',
  text: 'Amina plays in Lille',
};

export const pairOfBeAndFr: readonly [NodeId, NodeId] = ['be', 'fr'];

/** What one side has said, in order; a message's number is its place. */
export type Direction = readonly Said<PairMessage>[];

/** A message without its number. `ack` is how much of the other direction its sender had applied. */
export const say = (ack: number, message: PairMessage): { readonly ack: number; readonly message: PairMessage } => ({
  ack,
  message,
});

export const direction = (from: NodeId, ...said: readonly ReturnType<typeof say>[]): Direction =>
  said.map(({ ack, message }, index) => ({ ...message, from, seq: index + 1, ack }));

/** The record after the messages in this order. Refused messages change nothing. */
export function fold(order: Direction, hash: Digest = digest): PairRecord {
  let record = emptyRecord(pairOfBeAndFr);
  for (const said of order) {
    const step = applyToPair(record, said, hash);
    if (step.ok) record = step.value.record;
  }
  return record;
}

/** Every order of two directions in which each message comes after what its sender had applied. */
export function* interleavings(
  one: Direction,
  other: Direction,
  at: readonly [number, number] = [0, 0],
): Generator<Said<PairMessage>[]> {
  const [i, j] = at;
  if (i === one.length && j === other.length) yield [];
  const [first, second] = [one[i], other[j]];
  if (first !== undefined && first.ack <= j)
    for (const rest of interleavings(one, other, [i + 1, j])) yield [first, ...rest];
  if (second !== undefined && second.ack <= i)
    for (const rest of interleavings(one, other, [i, j + 1])) yield [second, ...rest];
}
