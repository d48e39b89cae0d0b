import { doorsMigrations } from '@passerelle/doors';
import { Directory1767225700100 } from '../directory/directory.migration.js';
import { AlarmNames1767225764010 } from '../monitoring/alarm-names.migration.js';
import { Monitoring1767225700300 } from '../monitoring/monitoring.migration.js';
import { RefusalPeers1767225700400 } from '../reports/refusal-peers.migration.js';
import { Reports1767225700200 } from '../reports/reports.migration.js';
import { Incidents1767225764000 } from './incidents.migration.js';

/** Every room's changes of the schema: their names hold the time. They only go forward. */
export const migrations = [
  ...doorsMigrations,
  Directory1767225700100,
  Reports1767225700200,
  Monitoring1767225700300,
  RefusalPeers1767225700400,
  Incidents1767225764000,
  AlarmNames1767225764010,
];
