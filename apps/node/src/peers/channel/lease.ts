import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Bell } from '../../facts/bell.js';

/** 7_084 is this program's number for the lock; advisory locks are separate for each database. */
export const leaseLock = 7_084;
const retryMs = 1_000;
const beatMs = 2_000;
const answerWithinMs = 5_000;

/** With these PostgreSQL notices within about ten seconds that the machine of a replica is gone. */
const keepalives = `set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3`;

/**
 * Of several replicas of a node only one runs its channels: the one that holds a lock on a connection of its own. When
 * it dies, PostgreSQL frees the lock and the next replica takes over within seconds.
 */
export class Lease {
  private readonly bell = new Bell();
  private stopping = false;
  private holding: Promise<void> | null = null;

  constructor(private readonly url: string) {}

  /**
   * Calls `held` each time this replica gets the lease and `lost` when it has it no longer, also after a `held` that
   * failed half way.
   */
  start(held: () => Promise<void>, lost: () => Promise<void>, onFailure: (error: unknown) => void): void {
    this.stopping = false;
    this.holding = this.keepHolding(held, lost, onFailure);
  }

  /** Gives the lease back, after `lost`. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.holding;
  }

  private async keepHolding(...[held, lost, onFailure]: Parameters<Lease['start']>): Promise<void> {
    while (!this.stopping) {
      // A connection that cannot be made or breaks is an outside error: try again, as another replica would.
      await this.hold(held, lost).catch(onFailure);
      if (!this.stopping) await this.bell.wait(retryMs);
    }
  }

  private async hold(held: () => Promise<void>, lost: () => Promise<void>): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      application_name: 'passerelle peers',
    });
    const broken = new AbortController();
    client.on('error', () => broken.abort());
    client.on('end', () => broken.abort());
    try {
      await client.connect();
      await client.query(keepalives);
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [leaseLock]);
      if (rows[0]?.got) await this.use(client, broken.signal, held, lost);
    } finally {
      // On a line that is dead nobody answers our goodbye.
      await Promise.race([client.end().catch(() => undefined), pause(retryMs)]);
    }
  }

  private async use(client: Client, broken: AbortSignal, ...[held, lost]: [() => Promise<void>, () => Promise<void>]) {
    broken.addEventListener('abort', () => this.bell.ring());
    try {
      await held();
      while (!this.stopping && !broken.aborted) {
        await client.query('select 1');
        if (!this.stopping) await this.bell.wait(beatMs);
      }
    } finally {
      await lost();
    }
  }
}
