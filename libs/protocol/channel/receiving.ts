import type { Message } from '../envelope.js';
import type { Evidence } from '../evidence.js';
import type { Sealed } from '../fields.js';
import { type ChannelState, freeze } from './state.js';

/** A row of the inbox or the outbox, as it was stored. */
export interface Stored {
  readonly hash: string;
  readonly sealed: Sealed;
}

/** What to do with one message of the peer. */
export type Reception =
  /** Insert the inbox row, let the room handle it, store the state: one transaction. */
  | { readonly kind: 'accepted'; readonly state: ChannelState; readonly message: Message }
  /** Known already: send the receipt again, change nothing. */
  | { readonly kind: 'repeat' }
  /** Something before it is missing: hold it or drop it, do not acknowledge it to the broker. */
  | { readonly kind: 'gap'; readonly expected: bigint }
  /** It answers a message of ours that we do not hold again yet. */
  | { readonly kind: 'wait'; readonly missing: bigint }
  /** The peer contradicted itself, or claims what it has to show: keep the evidence and the frozen state. */
  | { readonly kind: 'proof'; readonly state: ChannelState; readonly evidence: Evidence }
  /** Not a message of this channel as it stands: dropped and counted. */
  | {
      readonly kind: 'outside';
      readonly why: 'another-channel' | 'broken-chain' | 'channel-frozen' | 'channel-closed';
    };

/** The number of the inbox row that `receive` needs for this message, or undefined when it needs none. */
export function inboxRowNeeded(state: ChannelState, message: Message): bigint | undefined {
  const seq = BigInt(message.content.seq);
  if (seq <= state.in.seq) return seq;
  const isNext = seq === state.in.seq + 1n;
  return isNext && state.in.seq > 0n && message.content.prev !== state.in.head ? state.in.seq : undefined;
}

/**
 * Takes a well signed message of the peer: only the next one of the same history is accepted. `row` is the inbox row
 * that `inboxRowNeeded` names.
 */
export function receive(state: ChannelState, message: Message, row: Stored | undefined): Reception {
  const { content } = message;
  if (content.net !== state.net || content.from !== state.peer || content.to !== state.me)
    return { kind: 'outside', why: 'another-channel' };
  const seq = BigInt(content.seq);
  if (seq <= state.in.seq) return compareWithKnown(state, message, row);
  if (state.status === 'frozen') return { kind: 'outside', why: 'channel-frozen' };
  if (state.status === 'closed' && hasSeenTheEnd(state, message)) return { kind: 'outside', why: 'channel-closed' };
  if (seq > state.in.seq + 1n) return { kind: 'gap', expected: state.in.seq + 1n };
  if (content.prev !== state.in.head)
    return row ? proof(state, 'broken-chain', message, row.sealed) : { kind: 'outside', why: 'broken-chain' };

  const ack = BigInt(content.ack);
  if (ack > state.out.seq) {
    // After a start we may simply have forgotten what the peer has seen; once it has returned everything, we have not.
    return state.status === 'open' ? proof(state, 'unsent', message) : { kind: 'wait', missing: ack };
  }
  return { kind: 'accepted', state: { ...state, in: { seq, head: message.hash } }, message };
}

/** True for a word said after both had left: its sender knew, and it is not the answer that the other has not left. */
const hasSeenTheEnd = ({ out }: ChannelState, { content: { ack, type } }: Message): boolean =>
  BigInt(ack) >= out.seq && type !== 'refuse';

export interface ReceivedBatch {
  readonly state: ChannelState;
  /** To be inserted and handled in this order, in one transaction with the state. */
  readonly accepted: readonly Message[];
  readonly repeats: number;
  /** What ended the batch before its last message; the messages after it were not looked at. */
  readonly stoppedBy?: Exclude<Reception, { readonly kind: 'accepted' | 'repeat' }>;
}

/** Takes the messages of a frame in order, as far as they can be accepted. `rows` finds an inbox row by its number. */
export function receiveAll(
  state: ChannelState,
  messages: readonly Message[],
  rows: (seq: bigint) => Stored | undefined,
): ReceivedBatch {
  const accepted: Message[] = [];
  let repeats = 0;
  let now = state;
  for (const message of messages) {
    const seq = inboxRowNeeded(now, message);
    // A message accepted a moment ago is not in the table yet.
    const fresh = accepted.find((each) => BigInt(each.content.seq) === seq);
    const received = receive(now, message, fresh ?? (seq === undefined ? undefined : rows(seq)));
    if (received.kind === 'accepted') {
      now = received.state;
      accepted.push(message);
    } else if (received.kind === 'repeat') repeats += 1;
    else return { state: received.kind === 'proof' ? received.state : now, accepted, repeats, stoppedBy: received };
  }
  return { state: now, accepted, repeats };
}

function compareWithKnown(state: ChannelState, message: Message, row: Stored | undefined): Reception {
  const known = BigInt(message.content.seq) === state.in.seq ? state.in.head : row?.hash;
  if (known === message.hash) return { kind: 'repeat' };
  if (!row) throw new Error(`inbox row ${message.content.seq} of ${state.peer} is needed to compare`);
  return proof(state, 'equivocation', message, row.sealed);
}

const proof = (state: ChannelState, kind: Evidence['kind'], message: Message, b?: Sealed): Reception => ({
  kind: 'proof',
  state: freeze(state),
  evidence: b ? { kind, a: message.sealed, b } : { kind, a: message.sealed },
});
