import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, managerOf } from '@passerelle/doors';

/**
 * Writes the rows of tables again, with COPY, into tables of the same columns that have no key, guard or index: the
 * least that a database can do with them. The server reads its own files, so its administrator must ask, on its machine.
 */
export async function bareCopy(
  database: Database,
  tables: readonly string[],
): Promise<{ readonly rows: number; readonly seconds: number }> {
  const query = <T>(sql: string): Promise<T[]> => managerOf(database.reading).query<T[]>(sql);
  const [{ folder } = { folder: '' }] = await query<{ folder: string }>(
    `select current_setting('data_directory') as folder`,
  );
  let rows = 0;
  let spent = 0;
  for (const table of tables) {
    const file = join(folder, `${table}.copy`);
    await query(`copy ${table} to '${file}'`);
    await query(`create table bare_${table} as select * from ${table} with no data`);
    const start = performance.now();
    await query(`copy bare_${table} from '${file}'`);
    spent += performance.now() - start;
    const [counted] = await query<{ rows: number }>(`select count(*)::int as rows from bare_${table}`);
    rows += counted!.rows;
    await query(`drop table bare_${table}`);
    rmSync(file);
  }
  return { rows, seconds: Number((spent / 1000).toFixed(2)) };
}
