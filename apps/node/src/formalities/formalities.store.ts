import { managerOf, type Work } from '@passerelle/doors';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { MissionId } from '../missions/mission.js';
import type { Formality, RecordedFormality } from './formality.js';

@Entity('formality')
export class FormalityRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') mission: string;
  /** Hash of the terms for which it was recorded. */
  @Column('text') terms: string;
  @Column('timestamptz') at: Date;
  @Column('text') who: string;
  @Column('jsonb') formality: Formality;
}

export class FormalitiesStore {
  async add(work: Work, entry: RecordedFormality): Promise<void> {
    await managerOf(work).insert(FormalityRow, entry);
  }

  /** Everything recorded about a mission, oldest first. */
  async of(work: Work, mission: MissionId): Promise<readonly RecordedFormality[]> {
    const rows = await managerOf(work).find(FormalityRow, { where: { mission }, order: { id: 'ASC' } });
    return rows.map(({ id: _id, ...row }) => ({ ...row, mission }));
  }
}
