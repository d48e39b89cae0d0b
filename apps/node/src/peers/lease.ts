import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** 7_084 is this program's number for the lock; advisory locks are separate for each database. */
const lockNumber = 7_084;
const retryMs = 1_000;

/**
 * Of several replicas of a node only one runs its channels: the one that holds a lock on a connection of its own. When
 * it dies, PostgreSQL frees the lock and the next replica takes over within seconds.
 */
export class Lease {
  private client: Client | null = null;
  private stopping = false;
  private holding: Promise<void> | null = null;

  constructor(private readonly url: string) {}

  /** Calls `held` each time this replica gets the lease and `lost` when it has it no longer. */
  start(held: () => Promise<void>, lost: () => Promise<void>): void {
    this.stopping = false;
    this.holding = this.keepHolding(held, lost);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.client?.end().catch(() => undefined);
    await this.holding;
  }

  private async keepHolding(held: () => Promise<void>, lost: () => Promise<void>): Promise<void> {
    while (!this.stopping) {
      // A connection that cannot be made or breaks is an outside error: try again, as another replica would.
      await this.hold(held, lost).catch(() => undefined);
      if (!this.stopping) await pause(retryMs);
    }
  }

  private async hold(held: () => Promise<void>, lost: () => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true, application_name: 'passerelle peers' });
    const over = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
      client.on('error', () => resolve());
    });
    this.client = client;
    try {
      await client.connect();
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockNumber]);
      if (!rows[0]?.got) return;
      await held();
      await over;
      await lost();
    } finally {
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }
}
