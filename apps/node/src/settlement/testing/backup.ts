import { type Database, type Work, managerOf } from '@passerelle/doors';

/** Keeps a copy of all rows of a database beside them: its backup. */
export async function backUp(database: Database): Promise<void> {
  await database.transact(async (work) => {
    await managerOf(work).query('create schema backup');
    for (const table of await tablesIn(work))
      await managerOf(work).query(`create table backup.${table} as table public.${table}`);
  });
}

/** Puts the backup in the place of all rows, as an administrator does: no guard of ours is asked. */
export async function restore(database: Database): Promise<void> {
  await database.transact(async (work) => {
    const tables = await tablesIn(work);
    await managerOf(work).query('set local session_replication_role = replica');
    await managerOf(work).query(`truncate ${tables.map((table) => `public.${table}`).join(', ')}`);
    for (const table of tables)
      await managerOf(work).query(`insert into public.${table} overriding system value select * from backup.${table}`);
  });
}

async function tablesIn(work: Work): Promise<readonly string[]> {
  const rows = await managerOf(work).query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  return rows.map(({ name }) => name);
}
