import { managerOf, type Work } from '@passerelle/doors';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer, Evidence, LinkId } from './confirmation-link.js';
import type { MissionId } from './mission.js';

@Entity('confirmation_link')
export class LinkRow {
  @PrimaryColumn('uuid') id: LinkId;
  @Column('uuid') mission: MissionId;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('text', { name: 'terms_hash' }) termsHash: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('boolean', { default: false }) withdrawn: boolean;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('text', { nullable: true }) text: string | null;
  @Column('jsonb', { nullable: true }) evidence: Evidence | null;
  /** Its client is shown the order on paper too; the links of earlier releases had none. */
  @Column('boolean', { name: 'has_paper', default: true }) hasPaper: boolean;
}

export type ExpiredLink = Pick<LinkRow, 'mission' | 'expiresAt'>;

type NewLink = Pick<LinkRow, 'id' | 'mission' | 'tokenHash' | 'termsHash' | 'madeAt' | 'expiresAt'>;

export class ConfirmationLinksStore {
  async add(work: Work, link: NewLink): Promise<void> {
    await managerOf(work).insert(LinkRow, link);
  }

  async withdraw(work: Work, mission: MissionId): Promise<void> {
    const open = managerOf(work).createQueryBuilder().update(LinkRow).set({ withdrawn: true });
    await open.where('mission = :mission and answered_at is null', { mission }).execute();
  }

  async find(work: Work, tokenHash: Buffer): Promise<LinkRow | null> {
    return managerOf(work).findOneBy(LinkRow, { tokenHash });
  }

  async hold(work: Work, tokenHash: Buffer): Promise<LinkRow | null> {
    return managerOf(work).findOne(LinkRow, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } });
  }

  /** The link that was answered with a yes, or null. */
  async accepted(work: Work, mission: MissionId): Promise<LinkRow | null> {
    return managerOf(work).findOneBy(LinkRow, { mission, answer: 'accept' });
  }

  async link(work: Work, id: LinkId): Promise<LinkRow | null> {
    return managerOf(work).findOneBy(LinkRow, { id });
  }

  async newest(work: Work, mission: MissionId): Promise<LinkRow | null> {
    return managerOf(work).findOne(LinkRow, { where: { mission }, order: { madeAt: 'DESC' } });
  }

  /** Missions whose client was asked last by a link that has run out without an answer. */
  expired(work: Work, now: Date): Promise<readonly ExpiredLink[]> {
    return managerOf(work).query<ExpiredLink[]>(
      `select mission, expires_at as "expiresAt" from (
         select distinct on (l.mission) l.mission, l.expires_at, l.withdrawn, l.answer
         from confirmation_link l join mission m on m.id = l.mission
         where m.state = 'client_confirmation' and m.role <> 'home' order by l.mission, l.made_at desc) newest
       where expires_at <= $1 and not withdrawn and answer is null`,
      [now],
    );
  }

  async answer(
    work: Work,
    id: LinkId,
    given: { answer: Answer; text: string | null; evidence: Evidence; answeredAt: Date },
  ): Promise<void> {
    await managerOf(work).update(LinkRow, { id }, given);
  }
}
