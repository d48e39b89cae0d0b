import { Injectable } from '@nestjs/common';
import { managerOf, type Work } from '../database/database.js';

/** Who somebody is at a provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Ways of signing in that take more than one step: what waits for the next step, for ten minutes and once. */
@Injectable()
export class PendingStore {
  async add(work: Work, key: Buffer, kind: string, content: object): Promise<void> {
    await managerOf(work).query(`delete from pending_sign_in where made_at < now() - interval '10 minutes'`);
    await managerOf(work).query('insert into pending_sign_in (key, kind, content) values ($1, $2, $3)', [
      key,
      kind,
      JSON.stringify(content),
    ]);
  }

  /** What waits under the key, which is used up; undefined when there is nothing, or it is too late. */
  async take<T>(work: Work, key: Buffer, kind: string): Promise<T | undefined> {
    const rows = await managerOf(work).query<{ content: T; isFresh: boolean }[]>(
      `with taken as (delete from pending_sign_in where key = $1 and kind = $2 returning content, made_at)
       select content, made_at > now() - interval '10 minutes' as "isFresh" from taken`,
      [key, kind],
    );
    return rows[0]?.isFresh ? rows[0].content : undefined;
  }

  /** The address of the account to which this identity has signed in before. */
  async accountOf(work: Work, { issuer, subject }: Identity): Promise<string | undefined> {
    const rows = await managerOf(work).query<{ email: string }[]>(
      `select a.email from provider_identity i join account a on a.id = i.account where i.issuer = $1 and i.subject = $2`,
      [issuer, subject],
    );
    return rows[0]?.email;
  }

  /** Whether an identity of the provider belongs to the account already. */
  async isTaken(work: Work, issuer: string, account: string): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      'select 1 from provider_identity where issuer = $1 and account = $2',
      [issuer, account],
    );
    return rows.length > 0;
  }

  async link(work: Work, { issuer, subject, account }: Identity & { readonly account: string }): Promise<void> {
    await managerOf(work).query(
      'insert into provider_identity (issuer, subject, account) values ($1, $2, $3) on conflict do nothing',
      [issuer, subject, account],
    );
  }
}
