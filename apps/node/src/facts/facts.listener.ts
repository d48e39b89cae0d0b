import { Client } from 'pg';
import { Bell } from './bell.js';

const reconnectMs = 1000;

/**
 * Hears of new facts from PostgreSQL as soon as they are committed, on a connection of its own. While the connection is
 * lost it tries again every second; facts are then found by polling.
 */
export class FactsListener {
  private readonly bell = new Bell();
  private client: Client | null = null;
  private connected = false;
  private stopping = false;
  private listening: Promise<void> | null = null;

  constructor(private readonly url: string) {}

  get isConnected(): boolean {
    return this.connected;
  }

  /** Calls `ring` whenever there may be new facts, also after each connection, because it was deaf before. */
  start(ring: () => void): void {
    this.stopping = false;
    this.listening = this.keepListening(ring);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  private async keepListening(ring: () => void): Promise<void> {
    while (!this.stopping) {
      // A connection that cannot be made or breaks is an outside error; the poll of the runner bridges it.
      await this.listen(ring).catch(() => undefined);
      if (!this.stopping) await this.bell.wait(reconnectMs);
    }
  }

  /** Resolves when the connection is over. */
  private async listen(ring: () => void): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true, application_name: 'passerelle facts' });
    const over = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
      client.on('error', () => resolve());
    });
    client.on('notification', ring);
    this.client = client;
    try {
      await client.connect();
      await client.query('listen fact');
      this.connected = true;
      ring();
      await over;
    } finally {
      this.connected = false;
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }
}
