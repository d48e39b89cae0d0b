import type { Work } from '@passerelle/doors';
import type { Frame, JsonObject, Keyring, SigningKey } from '@passerelle/protocol';
import type { Transactions } from '../../database/transactions.js';
import type { ChannelStore } from './channels.js';
import type { MessageEvent } from './message-traces.js';
import type { NodeId, Received, Returned, Verdict } from '../received.js';

/** Hands a message to the room it belongs to, in the transaction of its acceptance. */
export abstract class Dispatch {
  abstract theirs(type: string, body: JsonObject, received: Received): Promise<Verdict>;
  /** Says what messages come next in this transaction, so that rooms can read together what they need for them. */
  coming(_work: Work, _bodies: readonly JsonObject[]): Promise<void> {
    return Promise.resolve();
  }
  /** A message of ours that a peer gave back after a restore: the room takes in again what it then said. */
  abstract ours(type: string, body: JsonObject, returned: Returned): Promise<void>;
  /** The peer holds words of ours that are unknown here: this node was restored from a backup. Said before any comes back. */
  restored(_work: Work, _peer: NodeId): Promise<void> {
    return Promise.resolve();
  }
  /** The peer has answered this start and holds no word of ours that is unknown here. */
  givenBack(_work: Work, _peer: NodeId): Promise<void> {
    return Promise.resolve();
  }
}

/** What a channel works with. */
export interface ChannelParts {
  readonly database: Transactions;
  readonly store: ChannelStore;
  readonly dispatch: Dispatch;
  /** Signs greetings and receipts: a key that the roster names, so that those who hold only the roster can check them. */
  readonly key: SigningKey;
  /** The release of this program, as greetings tell it. */
  readonly release?: string;
  /** The keys this node holds, the one in use first. Which of them signs a message, its channel knows. */
  readonly keys: readonly SigningKey[];
  /** The keys of a node by the roster in force. */
  readonly keyring: (node: NodeId) => Keyring;
  /** Takes a frame to the peer's server, and `beside` it what names the traces of its messages. May fail or lose it: what is not confirmed is sent again. */
  readonly carry: (frame: Frame, beside: string) => Promise<void>;
  /** Told of each message that was numbered or heard, once that is committed, for the log. */
  readonly note: (event: MessageEvent) => void;
  readonly newId: () => string;
  readonly now: () => Date;
}
