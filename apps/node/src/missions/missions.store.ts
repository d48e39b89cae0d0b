import { managerOf, type Work } from '@passerelle/doors';
import type { Terms } from '@passerelle/protocol';
import type { PlainDate } from '@passerelle/values';
import { Column, Entity, In, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ClientId } from '../clients/client.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { NodeId } from '../peers/received.js';
import type { Mission, MissionId, MissionState } from './mission.js';
import { termsDocument, termsFrom } from './terms.js';

@Entity('mission')
export class MissionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('text') role: string;
  @Column('uuid') entity: string;
  @Column('uuid', { nullable: true }) member: string | null;
  @Column('uuid') client: string;
  @Column('text') state: string;
  @Column('jsonb') terms: Terms;
  @Column('text', { name: 'terms_hash' }) termsHash: string;
  @Column('text', { name: 'home_signature', nullable: true }) homeSignature: string | null;
  @Column('text', { name: 'host_signature', nullable: true }) hostSignature: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'client_confirmed_at', nullable: true }) clientConfirmedAt: Date | null;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt: Date;
}

/** One thing that happened to a mission, with who did it. Kept for ever, never edited. */
@Entity('mission_event')
export class MissionEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') mission: string;
  @Column('timestamptz') at: Date;
  /** An account, `node:fr`, or `client`. */
  @Column('text') who: string;
  @Column('text') what: string;
  @Column('text', { nullable: true }) text: string | null;
}

export type MissionEvent = Omit<MissionEventRow, 'id'>;

export class MissionsStore {
  async add(work: Work, mission: Mission): Promise<void> {
    await managerOf(work).insert(MissionRow, rowOf(mission));
  }

  async save(work: Work, mission: Mission): Promise<void> {
    await managerOf(work).update(MissionRow, { id: mission.id }, rowOf(mission));
  }

  async find(work: Work, id: MissionId): Promise<Mission | null> {
    const row = await managerOf(work).findOneBy(MissionRow, { id });
    return row && missionOf(row);
  }

  /** The mission, held by this transaction until its end, so that two decisions about it follow each other. */
  async hold(work: Work, id: MissionId): Promise<Mission | null> {
    const row = await managerOf(work).findOne(MissionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && missionOf(row);
  }

  /** Newest first; only those of one member when `member` is given. */
  async page(
    work: Work,
    { after, limit, member }: { after: MissionId | null; limit: number; member: string | null },
  ): Promise<readonly Mission[]> {
    const query = managerOf(work).createQueryBuilder(MissionRow, 'mission').where('true');
    query.orderBy('mission.id', 'DESC').limit(limit);
    if (after) query.andWhere('mission.id < :after', { after });
    if (member) query.andWhere('mission.member = :member', { member });
    return (await query.getMany()).map(missionOf);
  }

  /** Every mission of a member that is not given up, past and planned, by its first day. */
  async ofMember(work: Work, member: MemberId): Promise<readonly Mission[]> {
    const query = managerOf(work)
      .createQueryBuilder(MissionRow, 'mission')
      .where('mission.member = :member', { member });
    query.andWhere(`mission.state not in ('draft', 'refused', 'cancelled')`);
    return (await query.orderBy(`mission.terms->>'first'`).addOrderBy('mission.id').getMany()).map(missionOf);
  }

  async several(work: Work, ids: readonly MissionId[]): Promise<readonly Mission[]> {
    return ids.length === 0 ? [] : (await managerOf(work).findBy(MissionRow, { id: In([...ids]) })).map(missionOf);
  }

  async inState(work: Work, state: MissionState): Promise<readonly Mission[]> {
    return (await managerOf(work).findBy(MissionRow, { state })).map(missionOf);
  }

  /** Those that wait for a word of this branch by their state, those whose work is over and not reported, and `others`. */
  async toDecide(work: Work, today: PlainDate, others: readonly MissionId[]): Promise<readonly Mission[]> {
    const query = managerOf(work).createQueryBuilder(MissionRow, 'mission').where(`mission.state = 'branch_check'`);
    query.orWhere(`(mission.state = 'offered' and mission.role = 'host')`);
    // What the home has signed only the home can change; before that it is with the worker again.
    query.orWhere(
      `(mission.state = 'changes_requested' and mission.role = 'home' and mission.home_signature is not null)`,
    );
    query.orWhere(`(mission.state = 'active' and mission.role <> 'host' and mission.terms->>'last' < :today)`, {
      today,
    });
    if (others.length > 0) query.orWhere('mission.id in (:...others)', { others });
    return (await query.getMany()).map(missionOf);
  }

  /** The next number of a year. The counter's row is held until the end of the transaction, so that no number is lost. */
  async nextNumber(work: Work, year: number): Promise<number> {
    const rows = await managerOf(work).query<[{ last: number }]>(
      `insert into mission_number (year, last) values ($1, 1)
       on conflict (year) do update set last = mission_number.last + 1 returning last`,
      [year],
    );
    return rows[0].last;
  }

  /** A number that was given out before a restore is not given out again. */
  async takeNumber(work: Work, year: number, number: number): Promise<void> {
    await managerOf(work).query(
      `insert into mission_number (year, last) values ($1, $2)
       on conflict (year) do update set last = greatest(mission_number.last, excluded.last)`,
      [year, number],
    );
  }

  /** Missions we host for that home, agreed and not confirmed, whose client was never sent a link as far as we know. */
  async withoutLink(work: Work, home: NodeId): Promise<readonly Mission[]> {
    const query = managerOf(work).createQueryBuilder(MissionRow, 'mission').where(`mission.role = 'host'`);
    query.andWhere(`mission.state = 'client_confirmation'`).andWhere(`mission.terms->>'home' = :home`, { home });
    query.andWhere('not exists (select from confirmation_link link where link.mission = mission.id)');
    return (await query.orderBy('mission.id').getMany()).map(missionOf);
  }

  async addEvent(work: Work, event: MissionEvent): Promise<void> {
    await managerOf(work).insert(MissionEventRow, event);
  }

  async events(work: Work, mission: MissionId): Promise<readonly MissionEvent[]> {
    return managerOf(work).find(MissionEventRow, { where: { mission }, order: { id: 'ASC' } });
  }
}

const rowOf = ({ terms, agreement, ...mission }: Mission) => ({
  ...mission,
  reference: terms.reference,
  terms: termsDocument(terms),
  termsHash: agreement.hash,
  homeSignature: agreement.homeSignature,
  hostSignature: agreement.hostSignature,
});

function missionOf(row: MissionRow): Mission {
  const terms = termsFrom(row.terms);
  if (!terms) throw new Error(`mission ${row.id} is kept with terms this program cannot read`);
  return {
    id: row.id as MissionId,
    role: row.role as Mission['role'],
    entity: row.entity as EntityId,
    member: row.member as MemberId | null,
    client: row.client as ClientId,
    state: row.state as MissionState,
    terms,
    agreement: { hash: row.termsHash, homeSignature: row.homeSignature, hostSignature: row.hostSignature },
    reason: row.reason,
    clientConfirmedAt: row.clientConfirmedAt,
    registeredAt: row.registeredAt,
  };
}
