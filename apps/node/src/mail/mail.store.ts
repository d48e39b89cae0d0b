import { managerOf, type Work } from '@passerelle/doors';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Letter } from './letter.js';

@Entity('mail')
export class MailRow {
  @PrimaryColumn('uuid') id: string;
  /** Emptied once it is sent: a letter may hold a link that only its reader should have. */
  @Column('jsonb', { nullable: true }) letter: Letter | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}

export class MailStore {
  async add(work: Work, id: string, letter: Letter): Promise<void> {
    await managerOf(work).insert(MailRow, { id, letter });
  }

  async unsent(work: Work, id: string): Promise<Letter | null> {
    return (await managerOf(work).findOneBy(MailRow, { id }))?.letter ?? null;
  }

  async sent(work: Work, id: string): Promise<void> {
    await managerOf(work).query('update mail set letter = null, sent_at = now() where id = $1', [id]);
  }
}
