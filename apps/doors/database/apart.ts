import { forgetHeld, writeHeld } from './held.js';
import { type Work, managerOf } from './work.js';

/** Runs a part of a transaction that may fail alone: what it did is undone, and the rest goes on. Throws what it threw. */
export async function apart<T>(work: Work, act: (part: Work) => Promise<T>): Promise<T> {
  const manager = managerOf(work);
  await writeHeld(work);
  await manager.query('savepoint part');
  try {
    const value = await act(work);
    await writeHeld(work);
    await manager.query('release savepoint part');
    return value;
  } catch (error) {
    forgetHeld(work);
    await manager.query('rollback to savepoint part');
    await manager.query('release savepoint part');
    throw error;
  }
}
