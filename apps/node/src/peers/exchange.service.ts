import { randomBytes } from 'node:crypto';
import type { Database, Ids, Work } from '@passerelle/doors';
import {
  type Frame,
  type Keyring,
  type RosterContent,
  type SigningKey,
  keyringOf,
  writeFrame,
} from '@passerelle/protocol';
import { Bell } from '../facts/bell.js';
import { Channel, type Dispatch } from './channel.service.js';
import type { ChannelStore, Taken } from './channels.js';
import { Courier } from './couriers.js';
import { IntentListener } from './intent-listener.js';
import { Lease } from './lease.js';
import { Mailbox } from './mailbox.js';
import type { NodeId } from './received.js';

export interface ExchangeOptions {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly store: ChannelStore;
  readonly ids: Ids;
  readonly key: SigningKey;
  readonly roster: RosterContent;
  readonly natsUrl: string;
  readonly natsSeed: string;
  readonly apart: <T>(work: Work, act: () => Promise<T>) => Promise<T>;
  readonly onFailure: (about: string, error: unknown) => void;
}

interface Link {
  readonly channel: Channel;
  readonly courier: Courier;
  readonly bell: Bell;
}

const tickMs = 1_000;
const resendAfterMs = 2_000;
const resendAtMostMs = 30_000;

/** Everything this node says to and hears from others, while this replica holds the lease. */
export class Exchange {
  private readonly lease: Lease;
  private readonly links = new Map<NodeId, Link>();
  private mailbox: Mailbox | null = null;
  private listener: IntentListener | null = null;
  private loops: Promise<void>[] = [];
  private stopping = false;

  constructor(private readonly options: ExchangeOptions) {
    this.lease = new Lease(options.databaseUrl);
  }

  start(dispatch: Dispatch): void {
    this.lease.start(
      () => this.begin(dispatch),
      () => this.end(),
    );
  }

  async stop(): Promise<void> {
    await this.end();
    await this.lease.stop();
  }

  /** True while this replica runs the channels. */
  get isActive(): boolean {
    return this.mailbox !== null;
  }

  get isMailboxConnected(): boolean {
    return this.mailbox?.isConnected ?? false;
  }

  /** What this replica knows of a link beyond what is stored. */
  link(
    peer: NodeId,
  ): { isConnected: boolean; lastHeardAt: Date | null; lastSentAt: Date | null; error: string | null } | null {
    const link = this.links.get(peer);
    if (!link) return null;
    const { courier, channel } = link;
    const { lastHeardAt, lastSentAt } = channel;
    return { isConnected: courier.isConnected, lastHeardAt, lastSentAt, error: courier.lastError };
  }

  private get peers(): readonly NodeId[] {
    return this.options.roster.members.map(({ id }) => id).filter((id) => id !== this.options.key.node);
  }

  private async begin(dispatch: Dispatch): Promise<void> {
    const { roster, key, natsUrl, natsSeed, databaseUrl, onFailure } = this.options;
    this.stopping = false;
    for (const peer of this.peers) this.links.set(peer, await this.linkTo(peer, dispatch));
    this.mailbox = new Mailbox({
      net: roster.net,
      me: key.node,
      peers: this.peers,
      url: natsUrl,
      seed: natsSeed,
      take: (peer, bytes) => this.take(peer, bytes),
      onFailure: (peer, error) => onFailure(`the mailbox of ${peer}`, error),
    });
    this.mailbox.start();
    this.listener = new IntentListener(databaseUrl);
    this.listener.start((peer) => this.ring(peer));
    this.loops = [...[...this.links].map(([peer, link]) => this.keepPumping(peer, link)), this.keepRetrying()];
  }

  private async end(): Promise<void> {
    this.stopping = true;
    this.ring(null);
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

  private async linkTo(peer: NodeId, dispatch: Dispatch): Promise<Link> {
    const { database, store, ids, key, roster, natsSeed, apart } = this.options;
    const bell = new Bell();
    const { natsUrl: url } = roster.members.find(({ id }) => id === peer)!;
    const route = { net: roster.net, me: key.node, peer, url, seed: natsSeed };
    const courier = new Courier(route, () => bell.ring());
    courier.connect();
    const parts = {
      database,
      store,
      dispatch,
      key,
      keyring: (node: NodeId): Keyring => keyringOf(roster, node),
      carry: (frame: Frame): Promise<void> => courier.carry(writeFrame(frame)),
      newId: (): string => ids.newId(),
      now: (): Date => new Date(),
      apart,
    };
    const session = randomBytes(12).toString('base64url');
    const channel = await Channel.begin(parts, { net: roster.net, me: key.node, peer, session });
    return { channel, courier, bell };
  }

  private async take(peer: NodeId, bytes: Uint8Array): Promise<Taken> {
    const link = this.links.get(peer);
    if (!link) return 'later';
    try {
      return await link.channel.take(bytes);
    } finally {
      link.bell.ring();
    }
  }

  private ring(peer: NodeId | null): void {
    for (const [node, { bell }] of this.links) if (peer === null || node === peer) bell.ring();
  }

  /** Numbers and sends at every ring, and again after a silence that grows while the peer does not confirm. */
  private async keepPumping(peer: NodeId, { channel, bell }: Link): Promise<void> {
    let patienceMs = resendAfterMs;
    let progress = { delivered: channel.state.delivered, at: Date.now() };
    while (!this.stopping) {
      // A peer that cannot be reached is an outside error, seen in the link's state; everything waits in the outbox.
      await channel.pump().catch((error: unknown) => this.noteFailure(peer, error));
      const { delivered } = channel.state;
      if (delivered !== progress.delivered || !channel.isUnconfirmed) {
        progress = { delivered, at: Date.now() };
        patienceMs = resendAfterMs;
      } else if (Date.now() - progress.at > patienceMs) {
        await channel.sendAgain();
        progress = { delivered, at: Date.now() };
        patienceMs = Math.min(patienceMs * 2, resendAtMostMs);
        continue;
      }
      if (!this.stopping) await bell.wait(tickMs);
    }
  }

  /** What a room failed on is tried again, each message alone. */
  private async keepRetrying(): Promise<void> {
    const { database, store, onFailure } = this.options;
    const rest = new Bell();
    while (!this.stopping) {
      try {
        for (const { peer, stored } of await store.parked(database.reading))
          await this.links.get(peer)?.channel.retry(stored);
      } catch (error) {
        onFailure('messages that were set aside', error);
      }
      if (!this.stopping) await rest.wait(tickMs);
    }
  }

  private readonly unreachable = new Set<NodeId>();

  /** Says once that a peer is away, not at every try. */
  private noteFailure(peer: NodeId, error: unknown): void {
    if (this.links.get(peer)?.courier.isConnected) this.unreachable.delete(peer);
    if (this.unreachable.has(peer)) return;
    this.unreachable.add(peer);
    this.options.onFailure(`the link to ${peer}`, error);
  }
}
