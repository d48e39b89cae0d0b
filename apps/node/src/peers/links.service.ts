import type { Database, Work } from '@passerelle/doors';
import { type Position, newChannel } from '@passerelle/protocol';
import type { ChannelStore, LoggedMessage, MessagesPage, RefusalRow } from './channel/channels.js';
import type { Exchange } from './channel/exchange.service.js';
import type { Peers } from './peers.service.js';
import type { NodeId } from './received.js';

/** One link to a peer, in both directions. Its health is what the receiver acknowledged, not whether a socket is open. */
export interface LinkState {
  readonly peer: NodeId;
  /** What the roster calls it. */
  readonly name: string;
  readonly status: string;
  readonly isConnected: boolean;
  readonly out: Position;
  /** How many of ours the peer has confirmed with its signature. */
  readonly acknowledged: bigint;
  readonly in: Position;
  /** What waits: decided and not numbered yet, and numbered and not confirmed. */
  readonly queue: number;
  readonly oldestWaitingAt: Date | null;
  readonly lastHeardAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly invalid: number;
  readonly refused: number;
  /** Messages whose room failed on them, and which are tried again. */
  readonly failed: number;
  /** Messages the peer has shown us that cannot be applied yet. */
  readonly gap: number;
  /** Why nothing goes to the peer now: a person has paused it, or its server is not reached. */
  readonly error: string | null;
  readonly isPaused: boolean;
}

/** What people see of the links to other nodes. */
export class Links {
  constructor(
    private readonly database: Database,
    private readonly store: ChannelStore,
    private readonly peers: Peers,
    private readonly exchange: Exchange | null,
  ) {}

  /** This node, as the others know it too. */
  get us(): { readonly node: NodeId; readonly name: string | null } {
    const { roster, me } = this.peers;
    return { node: me, name: roster ? this.nameOf(me) : null };
  }

  all(): Promise<readonly LinkState[]> {
    const { roster, me } = this.peers;
    const others = roster?.members.map(({ id }) => id).filter((id) => id !== me) ?? [];
    return Promise.all(others.map((peer) => this.link(this.database.reading, roster!.net, peer)));
  }

  refusals(peer: NodeId, limit: number): Promise<readonly RefusalRow[]> {
    return this.store.refusals(this.database.reading, peer, limit);
  }

  messages(peer: NodeId, direction: 'out' | 'in', page: MessagesPage): Promise<readonly LoggedMessage[]> {
    return this.store.messages(this.database.reading, peer, direction, page);
  }

  knows(peer: NodeId): boolean {
    return this.peers.knows(peer);
  }

  private nameOf(node: NodeId): string {
    return this.peers.roster?.members.find(({ id }) => id === node)?.name ?? node;
  }

  private async link(work: Work, net: string, peer: NodeId): Promise<LinkState> {
    const kept = await this.store.channel(work, newChannel({ net, me: this.peers.me, peer }));
    const { intents, oldest } = await this.store.waiting(work, peer, kept.delivered);
    const counts = await this.store.counts(work, peer);
    const live = this.exchange?.link(peer) ?? null;
    return {
      peer,
      name: this.nameOf(peer),
      status: kept.status,
      isConnected: live?.isConnected ?? false,
      out: kept.out,
      acknowledged: kept.delivered,
      in: kept.in,
      queue: intents + Number(kept.out.seq - kept.delivered),
      oldestWaitingAt: oldest,
      lastHeardAt: live?.lastHeardAt ?? null,
      lastSentAt: live?.lastSentAt ?? null,
      ...counts,
      gap: live?.gap ?? 0,
      error: live?.pausedBecause ?? (live?.isConnected ? null : (live?.error ?? null)),
      isPaused: typeof live?.pausedBecause === 'string',
    };
  }
}
