import type { Work } from '@passerelle/doors/at-rest';
import { BackupRunsStore } from '../backups/backup-runs.store.js';

/** When the node was last copied, and when a copy was last proven; null when never. */
export interface LastBackups {
  readonly madeAt: Date | null;
  readonly restoredAt: Date | null;
}

export async function lastBackups(work: Work): Promise<LastBackups> {
  const runs = new BackupRunsStore();
  return { madeAt: await runs.lastOf(work, 'made'), restoredAt: await runs.lastOf(work, 'drilled') };
}
