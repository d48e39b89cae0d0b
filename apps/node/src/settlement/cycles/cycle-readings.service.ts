import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { Peers } from '../../peers/peers.service.js';
import { type CycleReading, readCycle } from './cycle-reading.js';
import type { CycleRecord } from './cycle-record.js';
import type { Cycles } from './cycles.service.js';
import { federationFor } from '../roster-rules.js';

/** Cycles as people read them. */
export class CycleReadings {
  constructor(
    private readonly cycles: Cycles,
    private readonly peers: Peers,
  ) {}

  async read(work: Work, cycle: CycleId): Promise<CycleReading | null> {
    const record = await this.cycles.find(work, cycle);
    return record && this.of(work, record);
  }

  async latest(work: Work, limit: number): Promise<readonly CycleReading[]> {
    const readings: CycleReading[] = [];
    for (const record of await this.cycles.latest(work, limit)) readings.push(await this.of(work, record));
    return readings;
  }

  private async of(work: Work, record: CycleRecord): Promise<CycleReading> {
    return readCycle(record, {
      dates: this.cycles.datesOf(record.id),
      federation: federationFor(this.peers, record.id),
      legs: await this.cycles.legsOf(work, record.id),
    });
  }
}
