import { Client } from 'pg';
import { Bell } from '../../facts/bell.js';
import type { NodeId } from '../received.js';

const retryMs = 1000;

/** Hears of committed intents from PostgreSQL at once; while the connection is lost they are found by polling. */
export class IntentListener {
  private client: Client | null = null;
  private stopping = false;
  private listening: Promise<void> | null = null;
  private readonly rest = new Bell();

  constructor(private readonly url: string) {}

  /** Calls `ring` with the peer something is said to, or null when something may have been missed. */
  start(ring: (peer: NodeId | null) => void): void {
    this.stopping = false;
    this.listening = this.keepListening(ring);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rest.ring();
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  private async keepListening(ring: (peer: NodeId | null) => void): Promise<void> {
    while (!this.stopping) {
      await this.listen(ring).catch(() => undefined);
      if (!this.stopping) await this.rest.wait(retryMs);
    }
  }

  private async listen(ring: (peer: NodeId | null) => void): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true, application_name: 'passerelle intents' });
    const over = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
      client.on('error', () => resolve());
    });
    client.on('notification', ({ payload }) => ring(payload ?? null));
    this.client = client;
    try {
      await client.connect();
      await client.query('listen intent');
      ring(null);
      await over;
    } finally {
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }
}
