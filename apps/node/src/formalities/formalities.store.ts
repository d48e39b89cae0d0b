import { managerOf, type Work } from '@passerelle/doors';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Mission, MissionId } from '../missions/mission.js';
import type { Formality, RecordedFormality } from './formality.js';
import type { Gate } from './gate.js';

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

  /** By mission, its gates as they stood when that last changed under its terms; nothing where nobody has looked yet. */
  async gatesOf(
    work: Work,
    missions: readonly Pick<Mission, 'id' | 'agreement'>[],
  ): Promise<ReadonlyMap<MissionId, readonly Gate[]>> {
    if (missions.length === 0) return new Map();
    const rows = await managerOf(work).query<{ mission: MissionId; gates: readonly Gate[] }[]>(
      `select distinct on (f.mission) f.mission, f.formality -> 'gates' as gates
       from formality f join unnest($1::uuid[], $2::text[]) as m (id, terms) on f.mission = m.id and f.terms = m.terms
       where f.formality ->> 'kind' = 'gates' order by f.mission, f.id desc`,
      [missions.map(({ id }) => id), missions.map(({ agreement }) => agreement.hash)],
    );
    return new Map(rows.map(({ mission, gates }) => [mission, gates]));
  }
}
