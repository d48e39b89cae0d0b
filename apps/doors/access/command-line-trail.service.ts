import type { Work } from '../database/work.js';
import { TrailStore } from './trail/trail.store.js';

/** Whoever works at the command line: the machine knows no person. */
export const commandLine = 'command line';

/** What was done, or looked at, from there stands in the trail. `things` are the UUIDs it was about. */
export const leaveTrail = (work: Work, act: string, things: readonly string[] = []): Promise<void> =>
  new TrailStore().add(work, [{ at: new Date(), name: commandLine, act, things }]);
