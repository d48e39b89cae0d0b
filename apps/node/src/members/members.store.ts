import { type Work, managerOf } from '@passerelle/doors';
import type { Fact, Language } from '@passerelle/rules';
import { Column, CreateDateColumn, Entity, In, PrimaryColumn } from 'typeorm';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Member, MemberId } from './member.js';

@Entity('member')
export class MemberRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') entity: string;
  @Column('text') name: string;
  @Column('text') email: string;
  @Column('text') language: string;
  @Column('text') role: string;
  @Column('text') iban: string;
  @Column('jsonb') facts: Record<string, Fact>;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

export class MembersStore {
  async add(work: Work, member: Member): Promise<void> {
    await managerOf(work).insert(MemberRow, { ...member, facts: { ...member.facts } });
  }

  async save(work: Work, member: Member): Promise<void> {
    await managerOf(work).update(MemberRow, { id: member.id }, { ...member, facts: { ...member.facts } });
  }

  async find(work: Work, id: MemberId): Promise<Member | null> {
    const row = await managerOf(work).findOneBy(MemberRow, { id });
    return row && memberOf(row);
  }

  /** The member, held by this transaction until its end. */
  async hold(work: Work, id: MemberId): Promise<Member | null> {
    const row = await managerOf(work).findOne(MemberRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && memberOf(row);
  }

  async several(work: Work, ids: readonly MemberId[]): Promise<readonly Member[]> {
    return (await managerOf(work).findBy(MemberRow, { id: In([...ids]) })).map(memberOf);
  }

  async findByEmail(work: Work, email: string): Promise<Member | null> {
    const row = await managerOf(work).findOneBy(MemberRow, { email });
    return row && memberOf(row);
  }

  /** Null when two have this name and role. */
  async findByName(work: Work, { name, role }: Pick<Member, 'name' | 'role'>): Promise<Member | null> {
    const rows = await managerOf(work).find(MemberRow, { where: { name, role }, take: 2 });
    return rows.length === 1 ? memberOf(rows[0]!) : null;
  }

  /** Members in the order of their ids, which is the order in which they joined. */
  async page(work: Work, after: MemberId | null, limit: number): Promise<readonly Member[]> {
    const query = managerOf(work).createQueryBuilder(MemberRow, 'member').orderBy('member.id').limit(limit);
    if (after) query.where('member.id > :after', { after });
    return (await query.getMany()).map(memberOf);
  }
}

const memberOf = (row: MemberRow): Member => ({
  id: row.id as MemberId,
  entity: row.entity as EntityId,
  name: row.name,
  email: row.email,
  language: row.language as Language,
  role: row.role,
  iban: row.iban,
  facts: row.facts,
});
