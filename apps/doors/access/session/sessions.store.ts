import { Injectable } from '@nestjs/common';
import { managerOf, type Work } from '../../database/database.js';
import { AccountRow } from '../access.rows.js';
import { accountOf } from '../accounts/accounts.store.js';
import { hasFactor } from '../second-factor/second-factors.store.js';
import { type NewSession, SessionStore, type SignedInAccount } from './sessions.service.js';

@Injectable()
export class PostgresSessions extends SessionStore {
  override async insert(work: Work, { tokenHash, account, wholeMinutes, byProvider }: NewSession): Promise<void> {
    await managerOf(work).query(
      `insert into session (token_hash, account, ends_at, by_provider)
       values ($1, $2, now() + make_interval(mins => $3), $4)`,
      [tokenHash, account, wholeMinutes, byProvider],
    );
  }

  override async accountOf(work: Work, tokenHash: Buffer, idleMinutes: number): Promise<SignedInAccount | undefined> {
    const rows = await managerOf(work).query<
      (AccountRow & Pick<SignedInAccount, 'hasSecondFactor' | 'byProvider'> & { isStale: boolean })[]
    >(
      `select a.id, a.email, a.password_hash as "passwordHash", a.roles, a.subject, a.language,
              s.by_provider as "byProvider", s.seen_at < now() - interval '1 minute' as "isStale",
              ${hasFactor('a.id')} as "hasSecondFactor"
         from session s join account a on a.id = s.account
        where s.token_hash = $1 and s.ends_at > now() and s.seen_at > now() - make_interval(mins => $2)`,
      [tokenHash, idleMinutes],
    );
    const row = rows[0];
    if (!row) return undefined;
    if (row.isStale) await this.seen(work, tokenHash);
    const { id, email, roles, subject, language } = accountOf(row);
    const { hasSecondFactor, byProvider } = row;
    return { id, email, roles, subject, language, hasSecondFactor, byProvider };
  }

  override async remove(work: Work, tokenHash: Buffer): Promise<void> {
    await managerOf(work).query('delete from session where token_hash = $1', [tokenHash]);
  }

  override async removeEnded(work: Work, idleMinutes: number): Promise<void> {
    await managerOf(work).query(
      'delete from session where ends_at < now() or seen_at < now() - make_interval(mins => $1)',
      [idleMinutes],
    );
  }

  /** Written at most once a minute, so that reading stays reading. */
  private async seen(work: Work, tokenHash: Buffer): Promise<void> {
    await managerOf(work).query('update session set seen_at = now() where token_hash = $1', [tokenHash]);
  }
}
