import { type Work, managerOf } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { MemberId } from './member.js';
import type { Situation, StatedSituation } from './situation.js';

@Entity('member_situation')
export class SituationRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') member: string;
  @Column('date', { name: 'from_day' }) fromDay: string;
  @Column('jsonb') situation: Omit<Situation, 'from'>;
  @Column('text', { name: 'stated_by' }) statedBy: string;
  @Column('timestamptz', { name: 'stated_at' }) statedAt: Date;
}

export class SituationsStore {
  async add(work: Work, { member, from, statedBy, statedAt, ...situation }: StatedSituation): Promise<void> {
    await managerOf(work).insert(SituationRow, { member, fromDay: from, situation, statedBy, statedAt });
  }

  /** The newest statement of those that begin on or before the day; of one day the later statement counts. */
  async on(work: Work, member: MemberId, date: PlainDate): Promise<StatedSituation | null> {
    const query = managerOf(work)
      .createQueryBuilder(SituationRow, 'stated')
      .where('stated.member = :member', { member });
    query
      .andWhere('stated.from_day <= :date', { date })
      .orderBy('stated.from_day', 'DESC')
      .addOrderBy('stated.id', 'DESC');
    const row = await query.limit(1).getOne();
    return row && statedOf(row);
  }

  async all(work: Work, member: MemberId): Promise<readonly StatedSituation[]> {
    const order = { fromDay: 'ASC', id: 'ASC' } as const;
    return (await managerOf(work).find(SituationRow, { where: { member }, order })).map(statedOf);
  }
}

const statedOf = ({ member, fromDay, situation, statedBy, statedAt }: SituationRow): StatedSituation => ({
  ...situation,
  member: member as MemberId,
  from: fromDay as PlainDate,
  statedBy,
  statedAt,
});
