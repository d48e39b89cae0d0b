import type { Work } from '@passerelle/doors';
import type { Transactions } from '../database/transactions.js';
import { Bell } from '../facts/bell.js';

const everyMs = 1000;

/** Lets real time pass for the cycles: once a second this node looks whom it has waited for long enough. */
export class Waiting {
  private readonly bell = new Bell();
  private stopping = false;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Transactions,
    private readonly timePasses: (work: Work) => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    this.stopping = false;
    this.running = this.keepWaiting();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.running;
  }

  private async keepWaiting(): Promise<void> {
    while (!this.stopping) {
      await this.bell.wait(everyMs);
      if (!this.stopping) await this.database.transact(this.timePasses).catch(this.onFailure);
    }
  }
}
