import { randomBytes } from 'node:crypto';
import { type Database, type Ids, productVersion } from '@passerelle/doors';
import {
  type Frame,
  type Keyring,
  type RosterContent,
  type SigningKey,
  keyringOf,
  writeFrame,
} from '@passerelle/protocol';
import { Bell } from '../../facts/bell.js';
import { Channel, type Dispatch } from './channel.service.js';
import type { ChannelStore, Taken } from './channels.js';
import { Complaints } from './complaints.js';
import { Courier } from './couriers.js';
import { IntentListener } from './intent-listener.js';
import { Lease } from './lease.js';
import { Mailbox } from './mailbox.js';
import type { MessageEvent } from './message-traces.js';
import { Patience } from './patience.js';
import type { Pauses } from '../stuck/pauses.js';
import type { PausesStore } from '../stuck/pauses.store.js';
import type { NodeId } from '../received.js';

export interface ExchangeOptions {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly store: ChannelStore;
  readonly pauses: Pick<PausesStore, 'inForce'>;
  readonly ids: Ids;
  readonly key: SigningKey;
  readonly keys: readonly SigningKey[];
  readonly roster: RosterContent;
  readonly natsUrl: string;
  readonly natsReplicas: number;
  readonly natsSeed: string;
  readonly onFailure: (about: string, error: unknown) => void;
  readonly onMessage: (event: MessageEvent) => void;
}

interface Link {
  readonly channel: Channel;
  readonly courier: Courier;
  readonly bell: Bell;
  /** What was on the way when the way broke may be lost. */
  isWayNew: boolean;
}

/** What this replica knows of a link beyond what is stored. */
export interface LiveLink {
  readonly isConnected: boolean;
  readonly lastHeardAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly gap: number;
  readonly error: string | null;
  /** Why a person has told this node to say nothing new to the peer. */
  readonly pausedBecause: string | null;
}

const tickMs = 1_000;

/** Everything this node says to and hears from others, while this replica holds the lease. */
export class Exchange {
  private readonly lease: Lease;
  private readonly complaints: Complaints;
  private readonly links = new Map<NodeId, Link>();
  private readonly rest = new Bell();
  private mailbox: Mailbox | null = null;
  private listener: IntentListener | null = null;
  private loops: Promise<void>[] = [];
  private paused: Pauses = new Map();
  private stopping = false;

  constructor(private readonly options: ExchangeOptions) {
    this.lease = new Lease(options.databaseUrl);
    this.complaints = new Complaints(options.onFailure);
  }

  start(dispatch: Dispatch): void {
    this.lease.start(
      () => this.begin(dispatch),
      () => this.end(),
      (error) => this.complaints.note('the lease of the channels', error),
    );
  }

  async stop(): Promise<void> {
    await this.lease.stop();
  }

  /** True while this replica runs the channels. */
  get isActive(): boolean {
    return this.mailbox !== null;
  }

  get isMailboxConnected(): boolean {
    return this.mailbox?.isConnected ?? false;
  }

  link(peer: NodeId): LiveLink | null {
    const link = this.links.get(peer);
    if (!link) return null;
    const { courier, channel } = link;
    const { lastHeardAt, lastSentAt, gap } = channel;
    const pausedBecause = this.paused.get(peer) ?? null;
    return { isConnected: courier.isConnected, lastHeardAt, lastSentAt, gap, error: courier.lastError, pausedBecause };
  }

  private get peers(): readonly NodeId[] {
    return this.options.roster.members.map(({ id }) => id).filter((id) => id !== this.options.key.node);
  }

  private async begin(dispatch: Dispatch): Promise<void> {
    const { roster, key, natsUrl, natsReplicas, natsSeed, databaseUrl } = this.options;
    this.stopping = false;
    for (const peer of this.peers) await this.linkTo(peer, dispatch);
    await this.holdPaused();
    this.mailbox = new Mailbox({
      net: roster.net,
      me: key.node,
      peers: this.peers,
      url: natsUrl,
      replicas: natsReplicas,
      seed: natsSeed,
      take: (peer, bytes, beside) => this.take(peer, bytes, beside),
      onFailure: (about, error) => this.complaints.note(about, error),
    });
    this.mailbox.start();
    this.listener = new IntentListener(databaseUrl);
    this.listener.start((peer) => this.ring(peer));
    this.loops = [...[...this.links].map(([peer, link]) => this.keepPumping(peer, link)), this.keepTending()];
  }

  private async end(): Promise<void> {
    this.stopping = true;
    this.ring(null);
    this.rest.ring();
    const { mailbox, listener } = this;
    this.mailbox = null;
    this.listener = null;
    await Promise.all([
      mailbox?.stop(),
      listener?.stop(),
      ...[...this.links.values()].map(({ courier }) => courier.close()),
    ]);
    await Promise.all(this.loops.splice(0));
    this.links.clear();
  }

  private async linkTo(peer: NodeId, dispatch: Dispatch): Promise<void> {
    const { database, store, ids, key, keys, roster, natsSeed, onMessage } = this.options;
    const { natsUrl: url } = roster.members.find(({ id }) => id === peer)!;
    const route = { net: roster.net, me: key.node, peer, url, seed: natsSeed };
    const courier = new Courier(route, () => this.onWayOpen(peer));
    const parts = {
      database,
      store,
      dispatch,
      key,
      keys,
      release: productVersion(),
      keyring: (node: NodeId): Keyring => keyringOf(roster, node),
      carry: (frame: Frame, beside: string): Promise<void> => courier.carry(writeFrame(frame), beside),
      note: onMessage,
      newId: (): string => ids.newId(),
      now: (): Date => new Date(),
    };
    const session = randomBytes(12).toString('base64url');
    const channel = await Channel.begin(parts, { net: roster.net, me: key.node, peer, session });
    this.links.set(peer, { channel, courier, bell: new Bell(), isWayNew: false });
    courier.connect();
  }

  private onWayOpen(peer: NodeId): void {
    const link = this.links.get(peer);
    if (!link) return;
    link.isWayNew = true;
    link.bell.ring();
  }

  private async take(peer: NodeId, bytes: Uint8Array, beside: string): Promise<Taken> {
    const link = this.links.get(peer);
    if (!link) return 'later';
    try {
      return await link.channel.take(bytes, beside);
    } finally {
      link.bell.ring();
    }
  }

  private ring(peer: NodeId | null): void {
    for (const [node, { bell }] of this.links) if (peer === null || node === peer) bell.ring();
  }

  /** Numbers and sends at every ring, and again after a silence that grows while the peer does not confirm. */
  private async keepPumping(peer: NodeId, link: Link): Promise<void> {
    const { channel, bell } = link;
    const patience = new Patience(() => performance.now());
    while (!this.stopping) {
      // A peer that cannot be reached is an outside error, seen in the link's state; everything waits in the outbox.
      await this.pump(link).catch((error: unknown) => this.complaints.note(`the link to ${peer}`, error));
      const { delivered, session } = channel.state;
      const isTired = patience.isOver(delivered, session, channel.isUnconfirmed);
      if (isTired && channel.isUnconfirmed) await channel.sendAgain().catch(() => undefined);
      else if (!this.stopping) await bell.wait(tickMs);
    }
  }

  private async pump(link: Link): Promise<void> {
    if (link.isWayNew) {
      link.isWayNew = false;
      await link.channel.sendAgain();
    }
    await link.channel.pump();
  }

  /** What a room failed on is tried again, each message alone; and what a person decides about a link is heard of. */
  private async keepTending(): Promise<void> {
    const { database, store } = this.options;
    while (!this.stopping) {
      try {
        await this.holdPaused();
        for (const parked of await store.parked(database.reading))
          if (!this.stopping) await this.links.get(parked.peer)?.channel.retry(parked);
      } catch (error) {
        this.complaints.note('messages that were set aside, and links that are paused', error);
      }
      if (!this.stopping) await this.rest.wait(tickMs);
    }
  }

  private async holdPaused(): Promise<void> {
    const { database, pauses } = this.options;
    this.paused = await pauses.inForce(database.reading);
    for (const [peer, { channel, bell }] of this.links) {
      const isHeld = this.paused.has(peer);
      if (channel.isHeld === isHeld) continue;
      channel.isHeld = isHeld;
      bell.ring();
    }
  }
}
