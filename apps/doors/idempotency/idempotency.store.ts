import { Injectable } from '@nestjs/common';
import { managerOf, type Work } from '../database/database.js';
import { AnswerStore, type StoredAnswer } from './idempotency.service.js';
import type { KeyedRequest } from './keyed-request.js';

/** Keys are kept this long; a request sent later than that acts again. */
const keptFor = `interval '30 days'`;

@Injectable()
export class PostgresAnswers extends AnswerStore {
  /** The lock ends with the transaction, so a crash leaves nothing behind that would block the key. */
  override async claim(work: Work, { owner, key }: KeyedRequest): Promise<boolean> {
    const rows = await managerOf(work).query<[{ mine: boolean }]>(
      `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine`,
      [`idempotency ${owner} ${key}`],
    );
    return rows[0].mine;
  }

  override async find(work: Work, { owner, key }: KeyedRequest): Promise<StoredAnswer | undefined> {
    const rows = await managerOf(work).query<StoredAnswer[]>(
      `select route, body_hash as "bodyHash", status, body
         from idempotency_key where owner = $1 and key = $2 and created_at > now() - ${keptFor}`,
      [owner, key],
    );
    return rows[0];
  }

  override async keep(
    work: Work,
    { owner, key, route, bodyHash }: KeyedRequest,
    { status, body }: { status: number; body: unknown },
  ): Promise<void> {
    await managerOf(work).query(
      `insert into idempotency_key (owner, key, route, body_hash, status, body) values ($1, $2, $3, $4, $5, $6)
       on conflict (owner, key) do update
         set route = excluded.route, body_hash = excluded.body_hash, status = excluded.status, body = excluded.body,
             created_at = now()
       where idempotency_key.created_at <= now() - ${keptFor}`,
      [owner, key, route, bodyHash, status, JSON.stringify(body ?? null)],
    );
    await this.forgetOld(work);
  }

  /** A few at a time, with each new key, so that no sweep is ever long. */
  private async forgetOld(work: Work): Promise<void> {
    await managerOf(work).query(
      `delete from idempotency_key where ctid in (
         select ctid from idempotency_key where created_at <= now() - ${keptFor}
         order by created_at limit 20 for update skip locked)`,
    );
  }
}
