import { In, Not } from 'typeorm';
import { managerOf, type Work } from '../../database/database.js';
import { isLanguage } from '../../language.js';
import { AccountRow, SessionRow } from '../access.rows.js';
import { isRole, type Role } from './account.js';
import { AccountStore, type StoredAccount } from './accounts.service.js';

export class PostgresAccounts extends AccountStore {
  override async isEmpty(work: Work): Promise<boolean> {
    return !(await managerOf(work).exists(AccountRow));
  }

  override async byEmail(work: Work, email: string): Promise<StoredAccount | undefined> {
    const row = await managerOf(work).findOneBy(AccountRow, { email });
    return row ? accountOf(row) : undefined;
  }

  override async byId(work: Work, id: string): Promise<StoredAccount | undefined> {
    const row = await managerOf(work).findOneBy(AccountRow, { id });
    return row ? accountOf(row) : undefined;
  }

  override async bySubject(work: Work, subject: string): Promise<StoredAccount | undefined> {
    const row = await managerOf(work).findOneBy(AccountRow, { subject });
    return row ? accountOf(row) : undefined;
  }

  override async emails(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await managerOf(work).find(AccountRow, {
      select: { id: true, email: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map(({ id, email }) => [id, email]));
  }

  override async withRoles(work: Work, roles: readonly Role[]): Promise<readonly StoredAccount[]> {
    const rows = await managerOf(work)
      .createQueryBuilder(AccountRow, 'account')
      .where('account.roles && :roles', { roles: [...roles] })
      .orderBy('account.email')
      .getMany();
    return rows.map(accountOf);
  }

  override async insert(work: Work, account: StoredAccount): Promise<boolean> {
    const inserted = await managerOf(work)
      .createQueryBuilder()
      .insert()
      .into(AccountRow)
      .values(rowOf(account))
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  override async update(work: Work, account: StoredAccount): Promise<void> {
    await managerOf(work).update(AccountRow, { id: account.id }, rowOf(account));
  }

  override async endSessionsOf(work: Work, accountId: string, butOne?: Buffer): Promise<void> {
    await managerOf(work).delete(SessionRow, { account: accountId, ...(butOne && { tokenHash: Not(butOne) }) });
  }

  override async dropSecondFactorOf(work: Work, accountId: string): Promise<void> {
    for (const table of ['second_factor', 'passkey'])
      await managerOf(work).query(`delete from ${table} where account = $1`, [accountId]);
  }
}

const rowOf = (account: StoredAccount) => ({
  id: account.id,
  email: account.email,
  passwordHash: account.passwordHash,
  roles: [...account.roles],
  subject: account.subject ?? null,
  language: account.language,
});

/** A role or language that this program does not know any more gives no right and falls back to English. */
export function accountOf(row: AccountRow): StoredAccount {
  return {
    id: row.id,
    email: row.email,
    passwordHash: row.passwordHash,
    roles: row.roles.filter(isRole),
    subject: row.subject ?? undefined,
    language: isLanguage(row.language) ? row.language : 'en',
  };
}
