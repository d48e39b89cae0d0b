import { type Work, managerOf } from '@passerelle/doors/at-rest';

export type RunKind = 'made' | 'drilled';

/** What was done about backups, and when last. */
export class BackupRunsStore {
  async add(work: Work, kind: RunKind, file: string): Promise<void> {
    await managerOf(work).query('insert into backup_run (kind, file) values ($1, $2)', [kind, file]);
  }

  /** When this was last done, null when never. */
  async lastOf(work: Work, kind: RunKind): Promise<Date | null> {
    const [row] = await managerOf(work).query<{ at: Date | null }[]>(
      'select max(at) as at from backup_run where kind = $1',
      [kind],
    );
    return row?.at ?? null;
  }
}
