import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text', { array: true })
  roles: string[];

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text')
  language: string;
}

@Entity('session')
export class SessionRow {
  /** SHA-256 of the token: a stolen copy of the table opens no session. */
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid')
  account: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;
}

/** The tables behind the doors, for each program's own lists. */
export const doorsEntities = [AccountRow, SessionRow];
