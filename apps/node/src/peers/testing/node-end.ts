import { type Ids, type Work, belongsTo } from '@passerelle/doors';
import { type JsonObject, type SigningKey, announce, keyringOf, writeFrame } from '@passerelle/protocol';
import { MemoryDatabase, memoryOf } from '../../database/memory.js';
import type { Transactions } from '../../database/transactions.js';
import { Channel, type ChannelParts, Dispatch } from '../channel/channel.service.js';
import { type ChannelBackup, MemoryChannelStore } from '../channel/channels.memory.js';
import { FederationPeers } from '../federation-peers.service.js';
import type { MessageEvent } from '../channel/message-traces.js';
import { type Received, type Returned, type Verdict, applied, refused } from '../received.js';
import { roster } from './federation.js';

/** Ids in an order that a spec can foresee. */
class CountedIds implements Ids {
  private count = 0;

  newId(): string {
    return `0198f5c1-8f2a-7c3b-9a41-${String((this.count += 1)).padStart(12, '0')}`;
  }
}

/** What a spec decides about an end: its time, its way to the peer, its mishaps. */
export interface Surroundings {
  readonly now: () => Date;
  readonly carry: (bytes: Uint8Array, beside: string) => Promise<void>;
  /** Called before and after each transaction; throws to make it fail, before it or after the commit. */
  readonly mishap: (moment: 'before' | 'after') => void;
  /** Called for each message; throws as a room with a bug would. */
  readonly room: (reason: string) => void;
}

export const calm = { mishap: () => undefined, room: () => undefined };

export interface EndBackup {
  readonly store: ChannelBackup;
  readonly heard: readonly string[];
  readonly said: readonly string[];
}

/** One node with memory instead of a database, and a room that writes down what it hears. */
export class NodeEnd {
  readonly store: MemoryChannelStore;
  /** The roster in force here, and the keys held here; both may change before the next start. */
  roster = roster;
  readonly keys: SigningKey[];
  readonly database: Transactions;
  /** Reasons of the messages applied here, and of those decided here, restores included. */
  heard: string[] = [];
  said: string[] = [];
  /** What was told to the log. */
  readonly noted: MessageEvent[] = [];
  channel!: Channel;
  private readonly parts: ChannelParts;
  private readonly peers: FederationPeers;
  private starts = 0;

  constructor(
    readonly key: SigningKey,
    readonly peer: SigningKey,
    surroundings: Surroundings,
  ) {
    const { now, carry } = surroundings;
    this.keys = [key];
    const ids = new CountedIds();
    this.store = new MemoryChannelStore(now);
    this.database = new ShakyDatabase(surroundings.mishap);
    this.peers = new FederationPeers(this.store, ids, key, roster);
    this.parts = {
      database: this.database,
      store: this.store,
      dispatch: new Room(this, surroundings.room),
      key,
      keys: this.keys,
      release: '1.4.0',
      keyring: (node) => keyringOf(this.roster, node),
      carry: (frame, beside) => carry(writeFrame(frame), beside),
      note: (event) => this.noted.push(event),
      newId: () => ids.newId(),
      now,
    };
  }

  /** Starts, or starts again with what is kept. The session before it goes on living as far as it can. */
  async start(): Promise<void> {
    const session = `${this.key.node}-start-${(this.starts += 1)}`;
    this.channel = await Channel.begin(this.parts, {
      net: roster.net,
      me: this.key.node,
      peer: this.peer.node,
      session,
    });
  }

  /** Decides to cancel a mission; the reason is the mark by which the message is known again. */
  say(mission: number, reason: string, trace: string | null = null): Promise<void> {
    return this.database.transact(async (work) => {
      belongsTo(work, trace);
      await this.peers.send(work, this.peer.node, 'mission.cancel', cancellation(mission, reason));
      noteIn(work, this.said, reason);
    });
  }

  /** Begins to announce a new key, which is held from now on. */
  announce(fresh: SigningKey): Promise<void> {
    this.keys.push(fresh);
    const body = announce(fresh, roster.net);
    return this.database.transact((work) => this.peers.send(work, this.peer.node, 'key.rotate', body));
  }

  backup(): EndBackup {
    return { store: this.store.backup(), heard: [...this.heard], said: [...this.said] };
  }

  restore({ store, heard, said }: EndBackup): void {
    this.store.restore(store);
    this.heard = [...heard];
    this.said = [...said];
  }

  /** Hashes of all that was said or heard, in order. */
  async history(direction: 'out' | 'in'): Promise<readonly string[]> {
    const page = { before: null, limit: Number.MAX_SAFE_INTEGER };
    const rows = await this.store.messages(this.database.reading, this.peer.node, direction, page);
    return rows.map(({ hash }) => hash).reverse();
  }

  async retryDue(): Promise<void> {
    for (const parked of await this.store.parked()) await this.channel.retry(parked);
  }
}

export const missionOf = (mission: number): string => `0198f5c1-8f2a-7c3b-9a41-${String(mission).padStart(12, 'a')}`;

export const cancellation = (mission: number, reason: string): JsonObject => ({
  mission: missionOf(mission),
  code: 'client-cancelled',
  reason,
});

class Room extends Dispatch {
  constructor(
    private readonly end: NodeEnd,
    private readonly mishap: (reason: string) => void,
  ) {
    super();
  }

  async theirs(type: string, body: JsonObject, { work }: Received): Promise<Verdict> {
    if (type !== 'mission.cancel') return applied;
    const reason = body['reason'] as string;
    noteIn(work, this.end.heard, reason);
    this.mishap(reason);
    return reason.startsWith('no') ? refused('not-wanted', `Not here: ${reason}`) : applied;
  }

  async ours(type: string, body: JsonObject, { work }: Returned): Promise<void> {
    const reason = body['reason'] as string;
    if (type === 'mission.cancel' && !this.end.said.includes(reason)) noteIn(work, this.end.said, reason);
  }
}

function noteIn(work: Work, list: string[], text: string): void {
  list.push(text);
  memoryOf(work).onRollback(() => list.splice(list.lastIndexOf(text), 1));
}

/** A database whose transactions may fail, or be committed although nobody hears of it. */
class ShakyDatabase implements Transactions {
  private readonly sound = new MemoryDatabase();

  constructor(private readonly mishap: Surroundings['mishap']) {}

  get reading(): Work {
    return this.sound.reading;
  }

  async transact<T>(use: (work: Work) => Promise<T>): Promise<T> {
    const answer = await this.sound.transact(async (work) => {
      const value = await use(work);
      this.mishap('before');
      return value;
    });
    this.mishap('after');
    return answer;
  }
}
