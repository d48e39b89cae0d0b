import type { Work } from './work.js';

interface Kept {
  readonly value: object;
  readonly write: () => Promise<void>;
  /** Undefined where it makes no difference that nothing comes after. */
  readonly writeLast: (() => Promise<void>) | undefined;
}

/** What is held in each transaction in progress, by whom. */
const transactions = new WeakMap<Work, Map<object, Kept>>();

/**
 * What a store holds for the time of one transaction: what it has read under a lock, and what it will write together
 * with more of its kind in one statement, before the commit at the latest.
 */
export class Held<T extends object> {
  /**
   * `write` writes what is not written yet, and may be called several times in a transaction. `writeLast` does it
   * instead where only the commit comes after: it may take a lock that nobody should wait for long.
   */
  constructor(
    private readonly make: () => T,
    private readonly write: (work: Work, held: T) => Promise<void> = () => Promise.resolve(),
    private readonly writeLast?: (work: Work, held: T) => Promise<void>,
  ) {}

  /** What is held in this transaction; null outside of one, where everything is read and written at once. */
  of(work: Work): T | null {
    const kept = transactions.get(work);
    if (!kept) return null;
    const known = kept.get(this);
    if (known) return known.value as T;
    const value = this.make();
    const { writeLast } = this;
    kept.set(this, {
      value,
      write: () => this.write(work, value),
      writeLast: writeLast && (() => writeLast(work, value)),
    });
    return value;
  }

  /** Writes now what this store holds back, for whoever is about to read it from the database. */
  async written(work: Work): Promise<void> {
    await transactions.get(work)?.get(this)?.write();
  }
}

/** From here on stores may hold back what they write in this transaction. */
export const beginHolding = (work: Work): void => void transactions.set(work, new Map());

/** Writes all that is held back, before a part of the transaction that may be undone. */
export async function writeHeld(work: Work): Promise<void> {
  for (const { write } of transactions.get(work)?.values() ?? []) await write();
}

/** Writes all that is held back, before the commit. */
export async function writeHeldLast(work: Work): Promise<void> {
  const kept = [...(transactions.get(work)?.values() ?? [])];
  for (const { write, writeLast } of kept) if (!writeLast) await write();
  for (const { writeLast } of kept) await writeLast?.();
}

/** A part of the transaction was undone: what was read or held back since then is not so any more. */
export const forgetHeld = (work: Work): void => transactions.get(work)?.clear();
