import type { Database } from '@passerelle/doors/at-rest';
import { BackupRunsStore } from '../../backups/backup-runs.store.js';
import type { NodeConfig } from '../../config/node-settings.js';
import { run, said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';

const backupHours = { warn: 36, fail: 24 * 7 };
const drillDays = 7;

/** When a backup was last made, and last proven. */
export async function backup(base: Database, { backupKey }: NodeConfig): Promise<readonly Finding[]> {
  if (backupKey === undefined) return [warning('backup', said('backup-no-key'), said('set-backup-key'))];
  const runs = new BackupRunsStore();
  const [made, drilled] = [await runs.lastOf(base.reading, 'made'), await runs.lastOf(base.reading, 'drilled')];
  return [madeFinding(made), drilledFinding(drilled)];
}

function madeFinding(made: Date | null): Finding {
  const remedy = run('passerelle backup create');
  if (made === null) return failure('backup', said('backup-none'), remedy);
  const hours = hoursSince(made);
  const says = said('backup-made', { hours: Math.round(hours) });
  if (hours >= backupHours.fail) return failure('backup', says, remedy);
  return hours >= backupHours.warn ? warning('backup', says, remedy) : fine('backup', says);
}

function drilledFinding(drilled: Date | null): Finding {
  const remedy = run('passerelle backup drill');
  if (drilled === null) return warning('restore', said('restore-none'), remedy);
  const days = Math.floor(hoursSince(drilled) / 24);
  const says = said('restore-proven', { days, limit: drillDays });
  return days > drillDays ? warning('restore', says, remedy) : fine('restore', says);
}

const hoursSince = (at: Date): number => (Date.now() - at.getTime()) / 3_600_000;
