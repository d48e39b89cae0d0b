import { type Result, ok, refuse } from '@passerelle/values';
import { type DocumentRefusal, openDocument, sealDocument } from '../document.js';
import type { Message, OpenRefusal } from '../envelope.js';
import type { Evidence } from '../evidence.js';
import { type DataFrame, countThatFits } from '../frame.js';
import type { Keyring } from '../keyring.js';
import { type Receipt, receiptSchema } from '../receipt.js';
import { limits } from '../limits.js';
import type { SigningKey } from '../signature.js';
import { openRun } from './opening.js';
import { type ChannelState, freeze } from './state.js';
import type { Stored } from './receiving.js';

/** Which committed messages to send next: after those delivered and those already on their way. Null when none is. */
export function nextToSend(
  state: ChannelState,
  sentUpto: bigint,
): { readonly from: bigint; readonly upto: bigint } | null {
  const after = sentUpto > state.delivered ? sentUpto : state.delivered;
  if (state.session.pass === null || after >= state.out.seq) return null;
  const page = after + BigInt(limits.frameMessages);
  return { from: after + 1n, upto: page < state.out.seq ? page : state.out.seq };
}

/**
 * A data frame with as many of the outbox rows as fit, and our receipt. Null while the peer has not let us in: it would
 * drop the frame. `sent` says how many rows it carries.
 */
export function dataFrame(
  state: ChannelState,
  rows: readonly Stored[],
  key: SigningKey,
): { readonly frame: DataFrame; readonly sent: number } | null {
  const { mine, pass } = state.session;
  if (pass === null) return null;
  const sent = countThatFits(rows.map((row) => row.sealed));
  const carried = rows.slice(0, sent);
  const s: [string, string] = [mine, pass];
  const rcpt = sealDocument(
    receiptSchema,
    {
      kind: 'receipt',
      net: state.net,
      from: state.me,
      to: state.peer,
      kid: key.kid,
      s,
      upto: String(state.in.seq),
      head: state.in.head,
      last: carried.at(-1)?.hash ?? '',
    },
    key,
  );
  return { frame: { s, msgs: carried.map((row) => row.sealed), rcpt: rcpt.sealed }, sent };
}

export type FrameFault =
  /** A frame of another pairing of sessions: dropped without a word, some queue kept it. */
  | { readonly kind: 'another-session' }
  | { readonly kind: 'another-channel' }
  /** The messages are not the ones the sender put into this frame. */
  | { readonly kind: 'spliced' }
  | { readonly kind: 'bad-receipt'; readonly why: DocumentRefusal }
  | { readonly kind: 'bad-message'; readonly at: number; readonly why: OpenRefusal };

/** Verifies a data frame of the peer and what lies in it; nothing is applied yet. */
export function openFrame(
  state: ChannelState,
  frame: DataFrame,
  ring: Keyring,
): Result<{ readonly receipt: Receipt; readonly messages: readonly Message[] }, FrameFault> {
  const { theirs, given } = state.session;
  if (theirs === null || frame.s[0] !== theirs || frame.s[1] !== given) return refuse({ kind: 'another-session' });
  const receipt = openDocument(receiptSchema, frame.rcpt, ring, limits.messageBytes);
  if (!receipt.ok) return refuse({ kind: 'bad-receipt', why: receipt.refusal });
  const { s, net, from, to, last } = receipt.value.content;
  if (s[0] !== theirs || s[1] !== given) return refuse({ kind: 'another-session' });
  if (net !== state.net || from !== state.peer || to !== state.me) return refuse({ kind: 'another-channel' });

  const run = openRun(frame.msgs, ring);
  if (!run.ok) return refuse({ kind: 'bad-message', ...run.refusal });
  const messages = run.value;
  return isOneRun(messages, last) ? ok({ receipt: receipt.value, messages }) : refuse({ kind: 'spliced' });
}

/** True when each message names the one before it and the last is the one the receipt vouches for. */
const isOneRun = (messages: readonly Message[], last: string): boolean =>
  (messages.at(-1)?.hash ?? '') === last &&
  messages.every((message, at) => at === 0 || message.content.prev === messages[at - 1]!.hash);

export type ReceiptReading =
  | { readonly kind: 'delivered'; readonly state: ChannelState }
  /** Older than what we know. */
  | { readonly kind: 'known' }
  /** It confirms messages of ours that we do not hold again yet. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'proof'; readonly state: ChannelState; readonly evidence: Evidence };

/** The number of the outbox row `onReceipt` compares with, or undefined when it needs none. */
export function outboxRowNeeded(state: ChannelState, receipt: Receipt): bigint | undefined {
  const upto = BigInt(receipt.content.upto);
  return upto === 0n || upto > state.out.seq ? undefined : upto;
}

/** What the peer's receipt says about our messages. `ours` is the outbox row of number `upto`, when there is one. */
export function onReceipt(state: ChannelState, receipt: Receipt, ours: Stored | undefined): ReceiptReading {
  const upto = BigInt(receipt.content.upto);
  if (upto > state.out.seq) {
    if (state.status === 'waiting') return { kind: 'wait' };
    return accusation(state, { kind: 'unsent', a: receipt.sealed });
  }
  if (ours && ours.hash !== receipt.content.head)
    return accusation(state, { kind: 'other-head', a: receipt.sealed, b: ours.sealed });
  if (upto <= state.delivered) return { kind: 'known' };
  return { kind: 'delivered', state: { ...state, delivered: upto } };
}

const accusation = (state: ChannelState, evidence: Evidence): ReceiptReading => ({
  kind: 'proof',
  state: freeze(state),
  evidence,
});
