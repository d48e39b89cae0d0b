import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics, Readiness } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { Exchange } from './channel/exchange.service.js';
import { Links, type LinkState } from './links.service.js';

/** The figures of one scrape are asked for one after the other; they are read from the database once. */
const freshMs = 500;

/** The links to other nodes as numbers, and whether the node's own mailbox answers. */
@Injectable()
export class PeersMetrics implements OnModuleInit {
  private readonly startedAt = new Date();
  private readAtMs = -Infinity;
  private latest: Promise<readonly LinkState[]> = Promise.resolve([]);

  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly links: Links,
    private readonly exchange: Exchange | null,
  ) {}

  onModuleInit(): void {
    this.perPeer('outbox_pending', 'Messages that the peer has not confirmed.', ({ queue }) => queue);
    this.perPeer('outbox_oldest_seconds', 'Age of the oldest message that the peer has not confirmed.', (link) =>
      secondsSince(link.oldestWaitingAt),
    );
    this.perPeer('inbox_gap', 'Messages the peer has shown that cannot be applied yet.', ({ gap }) => gap);
    this.perPeer(
      'messages_failed',
      'Messages of the peer that failed here and are tried again.',
      (link) => link.failed,
    );
    this.perPeer('frames_refused_total', 'Frames that were not believed.', ({ invalid }) => invalid);
    this.perPeer('messages_refused_total', 'Messages of the peer that had no effect.', ({ refused }) => refused);
    this.perPeer('peer_paused', '1 while a person has paused the peer.', ({ isPaused }) => Number(isPaused));
    this.perDirection('peer_acked_seq', 'How many messages of a direction the receiver has confirmed.', {
      out: ({ acknowledged }) => Number(acknowledged),
      in: (link) => Number(link.in.seq),
    });
    this.perDirection('peer_last_contact_seconds', 'Time since a frame was sent to the peer or heard from it.', {
      out: ({ lastSentAt }) => secondsSince(lastSentAt ?? this.startedAt),
      in: ({ lastHeardAt }) => secondsSince(lastHeardAt ?? this.startedAt),
    });
    if (this.exchange) this.checkMailbox(this.exchange);
  }

  /** People can still read payslips while messages wait. A replica without the lease has no mailbox to answer for. */
  private checkMailbox(exchange: Exchange): void {
    const run = (): Promise<string | undefined> =>
      Promise.resolve(exchange.isActive && !exchange.isMailboxConnected ? 'not connected' : undefined);
    this.readiness.add({ name: 'message bus', without: 'degraded', run });
  }

  private read(): Promise<readonly LinkState[]> {
    const now = performance.now();
    if (now - this.readAtMs > freshMs) {
      this.readAtMs = now;
      this.latest = this.links.all();
    }
    return this.latest;
  }

  private perPeer(name: string, help: string, value: (link: LinkState) => number): void {
    const read = () => this.read();
    new Gauge({
      name: `passerelle_${name}`,
      help,
      labelNames: ['peer'],
      registers: [this.metrics.registry],
      async collect(): Promise<void> {
        for (const link of await read()) this.set({ peer: link.peer }, value(link));
      },
    });
  }

  private perDirection(name: string, help: string, values: Record<'in' | 'out', (link: LinkState) => number>): void {
    const read = () => this.read();
    new Gauge({
      name: `passerelle_${name}`,
      help,
      labelNames: ['peer', 'direction'],
      registers: [this.metrics.registry],
      async collect(): Promise<void> {
        for (const link of await read())
          for (const direction of ['in', 'out'] as const)
            this.set({ peer: link.peer, direction }, values[direction](link));
      },
    });
  }
}

const secondsSince = (at: Date | null): number => (at ? Math.max(0, (Date.now() - at.getTime()) / 1000) : 0);
