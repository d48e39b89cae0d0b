import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { staffOf } from '../branches.js';
import { Door, Refused } from '../door.js';
import type { Federation } from '../federation.js';

/** A debt that a node took on: it was answered with yes, so it may never be lost, and never be there twice. */
export interface Promised {
  readonly from: string;
  readonly to: string;
  /** What the two call it. */
  readonly text: string;
}

/**
 * Branches that go on owing each other whatever happens. Whoever gets no answer asks again with the same key, as the
 * API wants it.
 */
export class Traffic {
  readonly promised: Promised[] = [];
  private isOver = false;
  private readonly running: Promise<unknown>;

  constructor(
    private readonly federation: Federation,
    private readonly pauseMs = 200,
    /** Tells the debts of one traffic from those of another. */
    private readonly word = 'number',
  ) {
    this.running = Promise.all(federation.nodes.map(({ id }) => this.keepOwing(id)));
  }

  /** Lets what was begun end. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async keepOwing(from: string): Promise<void> {
    const others = this.federation.nodes.map(({ id }) => id).filter((id) => id !== from);
    for (let count = 0; !this.isOver; count += 1) {
      const to = others[count % others.length]!;
      const text = `${from} to ${to}, ${this.word} ${count}`;
      await this.insist(from, { peer: to, debtor: 'us', amount, due: '2026-04-30', text });
      this.promised.push({ from, to, text });
      await pause(this.pauseMs);
    }
  }

  private async insist(from: string, debt: object): Promise<void> {
    const key = randomUUID();
    for (;;) {
      try {
        const { url } = this.federation.node(from);
        const finance = await Door.signIn(url, staffOf(this.federation.people, from, 'finance'));
        await finance.must('POST', '/obligations', debt, key);
        return;
      } catch (error) {
        // A no is an answer; a program that is away, or just starting, is asked again.
        if (error instanceof Refused && error.answer.status < 500 && error.answer.status !== 409) throw error;
        await pause(500);
      }
    }
  }
}

const amount = { amount: '1.00', currency: 'EUR' };
