import type { Work } from '@passerelle/doors';
import type { Transactions } from './transactions.js';

/** A transaction in memory: how to undo what was done so far, and what becomes true only when it is committed. */
export class MemoryWork {
  private readonly undoing: (() => void)[] = [];
  private readonly committing: (() => void)[] = [];

  /** A store changes its state at once and says here how to take the change back. */
  onRollback(undo: () => void): void {
    this.undoing.push(undo);
  }

  onCommit(act: () => void): void {
    this.committing.push(act);
  }

  commit(): void {
    for (const act of this.committing) act();
  }

  rollback(): void {
    for (const undo of this.undoing.reverse()) undo();
  }
}

/** What a memory store sees of a transaction. */
export const memoryOf = (work: Work): MemoryWork => work as unknown as MemoryWork;

/**
 * The twin of the database for the simulation: everything in memory, one transaction after the other, in the order in
 * which they were asked for. A transaction started inside another one would wait for itself.
 */
export class MemoryDatabase implements Transactions {
  private last: Promise<unknown> = Promise.resolve();

  /** Reading does not wait for a transaction in progress and may see its changes. */
  readonly reading = new MemoryWork() as unknown as Work;

  transact<T>(use: (work: Work) => Promise<T>): Promise<T> {
    const mine = this.last.then(() => transactAlone(use));
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

async function transactAlone<T>(use: (work: Work) => Promise<T>): Promise<T> {
  const work = new MemoryWork();
  try {
    const answer = await use(work as unknown as Work);
    work.commit();
    return answer;
  } catch (error) {
    work.rollback();
    throw error;
  }
}
