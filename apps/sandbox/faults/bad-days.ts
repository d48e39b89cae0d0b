import type { Federation } from '../federation.js';
import { Backups } from './backups.js';
import { findings, quiet } from './peace.js';
import { storm } from './storm.js';
import { Traffic } from './traffic.js';

export interface BadDays {
  readonly federation: Federation;
  /** The folder of the federation. */
  readonly dir: string;
  /** The address of the database server's administrator. */
  readonly databaseServer: string;
  readonly seconds: number;
  readonly note: (text: string) => void;
  readonly chance: (below: number) => number;
}

export interface Outcome {
  /** What happened how often. */
  readonly mishaps: Readonly<Record<string, number>>;
  /** Debts that were promised while it happened. */
  readonly promised: number;
  readonly findings: readonly string[];
}

const peaceWithinSeconds = 240;

/**
 * Branches go on owing each other while nodes are killed, brokers lose their streams and ways are cut; then one node's
 * database is replaced by a backup from before all that. Afterwards everybody must hold the same, once.
 */
export async function badDays(of: BadDays): Promise<Outcome> {
  const { federation, note, databaseServer } = of;
  const backups = new Backups(databaseServer);
  const forgetful = federation.nodes[of.chance(federation.nodes.length)]!;
  try {
    await forgetful.app.kill();
    await backups.take(forgetful);
    await forgetful.app.start();
    const traffic = new Traffic(federation);
    const mishaps = await storm(of);
    await traffic.stop();
    await quiet(federation, peaceWithinSeconds);
    note(`${forgetful.id} is restored from a backup`);
    await forgetful.app.kill();
    await backups.restore(forgetful);
    await forgetful.app.start();
    await quiet(federation, peaceWithinSeconds);
    return { mishaps, promised: traffic.promised.length, findings: await findings(federation, traffic.promised) };
  } finally {
    await backups.clear(federation.nodes);
  }
}
