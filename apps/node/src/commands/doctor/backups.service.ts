import type { Database } from '@passerelle/doors/at-rest';
import { BackupRunsStore } from '../../backups/backup-runs.store.js';
import type { NodeConfig } from '../../config/node-settings.js';
import { type Finding, failure, fine, warning } from './finding.js';

const backupHours = { warn: 36, fail: 24 * 7 };
const drillDays = 7;

/** When a backup was last made, and last proven. */
export async function backup(base: Database, { backupKey }: NodeConfig): Promise<readonly Finding[]> {
  if (backupKey === undefined)
    return [
      warning('backup', 'there is no key for backups', 'set PASSERELLE_BACKUP_KEY, then passerelle backup create'),
    ];
  const runs = new BackupRunsStore();
  const [made, drilled] = [await runs.lastOf(base.reading, 'made'), await runs.lastOf(base.reading, 'drilled')];
  return [madeFinding(made), drilledFinding(drilled)];
}

function madeFinding(made: Date | null): Finding {
  if (made === null) return failure('backup', 'none was ever made', 'passerelle backup create');
  const hours = hoursSince(made);
  const says = `last made ${Math.round(hours)} hours ago`;
  if (hours >= backupHours.fail) return failure('backup', says, 'passerelle backup create');
  return hours >= backupHours.warn ? warning('backup', says, 'passerelle backup create') : fine('backup', says);
}

function drilledFinding(drilled: Date | null): Finding {
  if (drilled === null) return warning('restore', 'no backup was ever proven', 'passerelle backup drill');
  const days = Math.floor(hoursSince(drilled) / 24);
  const says = `last verified restore ${days} days ago`;
  return days > drillDays
    ? warning('restore', `${says} (limit ${drillDays})`, 'passerelle backup drill')
    : fine('restore', says);
}

const hoursSince = (at: Date): number => (Date.now() - at.getTime()) / 3_600_000;
