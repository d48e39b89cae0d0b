import { createHash } from 'node:crypto';
import { type Alarm, subjectsOf } from './alarms.js';

/** A person has seen an alarm and says why it may stand until a day. Later it counts again. */
export interface Acknowledgement {
  readonly alarm: string;
  readonly reason: string;
  /** The last instant for which it holds. */
  readonly until: Date;
  readonly by: string | null;
  readonly at: Date;
}

/** The same alarm has the same name in every picture, a UUID: what it is, and what it is about. */
export const nameOf = (alarm: Pick<Alarm, 'kind' | 'about'>): string =>
  createHash('sha256')
    .update(JSON.stringify([alarm.kind, ...subjectsOf(alarm)]))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** Nobody may silence an alarm for longer: in days. */
export const acknowledgedDaysMax = 31;
