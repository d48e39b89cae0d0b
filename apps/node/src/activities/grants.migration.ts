import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What activities give each other. The money itself is in the books. */
export class Grants1767225601330 implements MigrationInterface {
  readonly name = 'Grants1767225601330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity_grant (
        id         uuid primary key,
        entity     uuid not null references legal_entity,
        giver      uuid not null,
        receiver   uuid not null check (receiver <> giver),
        amount     bigint not null check (amount > 0),
        currency   char(3) not null,
        text       text not null check (text <> ''),
        state      text not null check (state in ('offered', 'accepted', 'declined')),
        offered_by text not null,
        offered_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        check ((state = 'offered') = (decided_at is null) and (decided_by is null) = (decided_at is null))
      );
      create index activity_grant_by_giver on activity_grant (giver);
      create index activity_grant_by_receiver on activity_grant (receiver);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: the books name these grants.');
  }
}
