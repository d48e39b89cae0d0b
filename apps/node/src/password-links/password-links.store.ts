import { managerOf, type Work } from '@passerelle/doors';
import type { PasswordLink } from './password-link.js';

const columns = `id, account, reason, made_at as "madeAt", ends_at as "endsAt", used_at as "usedAt",
  is_withdrawn as "isWithdrawn"`;

export class PasswordLinksStore {
  /** Takes the place of an earlier one, which no longer works; links that ended long ago go. */
  async replace(work: Work, link: PasswordLink, tokenHash: Buffer): Promise<void> {
    const { id, account, reason, madeAt, endsAt } = link;
    const manager = managerOf(work);
    // Of two letters written at once to one person, one waits here for the other.
    await manager.query('select 1 from account where id = $1 for update', [account]);
    await manager.query('update password_link set is_withdrawn = true where account = $1 and used_at is null', [
      account,
    ]);
    await manager.query(
      `delete from password_link where account = $1 and ends_at < $2::timestamptz - interval '90 days'`,
      [account, madeAt],
    );
    await manager.query(
      'insert into password_link (id, account, token_hash, reason, made_at, ends_at) values ($1, $2, $3, $4, $5, $6)',
      [id, account, tokenHash, reason, madeAt, endsAt],
    );
  }

  /** No link of theirs works any more. True when one did. */
  async withdraw(work: Work, account: string, now: Date): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      `with ended as (
         update password_link set is_withdrawn = true where account = $1 and used_at is null and not is_withdrawn
         returning ends_at)
       select from ended where ends_at > $2`,
      [account, now],
    );
    return rows.length > 0;
  }

  async find(work: Work, tokenHash: Buffer): Promise<PasswordLink | undefined> {
    const rows = await managerOf(work).query<PasswordLink[]>(
      `select ${columns} from password_link where token_hash = $1`,
      [tokenHash],
    );
    return rows[0];
  }

  /** Uses it up. False when that was done, or another took its place, meanwhile. */
  async use(work: Work, id: string, at: Date): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      `with used as (
         update password_link set used_at = $2 where id = $1 and used_at is null and not is_withdrawn returning id)
       select id from used`,
      [id, at],
    );
    return rows.length === 1;
  }

  async newest(work: Work, account: string): Promise<PasswordLink | undefined> {
    const rows = await managerOf(work).query<PasswordLink[]>(
      `select ${columns} from password_link where account = $1 order by made_at desc, id desc limit 1`,
      [account],
    );
    return rows[0];
  }

  async ask(work: Work, id: string, email: string): Promise<void> {
    await managerOf(work).query('insert into password_link_asked (id, email) values ($1, $2)', [id, email]);
  }

  /** The address of whoever asked, which is forgotten with it. */
  async takeAsked(work: Work, id: string): Promise<string | undefined> {
    const rows = await managerOf(work).query<{ email: string }[]>(
      'with taken as (delete from password_link_asked where id = $1 returning email) select email from taken',
      [id],
    );
    return rows[0]?.email;
  }
}
