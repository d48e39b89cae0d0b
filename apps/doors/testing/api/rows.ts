import { setTimeout as pause } from 'node:timers/promises';
import { type Database, managerOf } from '../../database/database.js';

/** The content of each table as one short text: it changes with any row. */
export type Rows = Readonly<Record<string, string>>;

/** A fingerprint of every table but those that are told to be left out. */
export async function rowsOf({ reading }: Database, leftOut: readonly string[]): Promise<Rows> {
  const manager = managerOf(reading);
  const tables = await manager.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`,
    [leftOut],
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name,
              (select count(*) || ' ' || coalesce(md5(string_agg(row_text, '' order by row_text)), '')
                 from (select r::text as row_text from "${name}" r) rows) as content`,
  );
  const found = await manager.query<{ name: string; content: string }[]>(each.join(' union all '));
  return Object.fromEntries(found.map(({ name, content }) => [name, content]));
}

/** The tables whose content differs. */
export const changedTables = (before: Rows, after: Rows): readonly string[] =>
  Object.keys(after).filter((name) => after[name] !== before[name]);

/** The fingerprint once nobody works in the background any more: what follows from earlier requests is done. */
export async function rowsAtRest(database: Database, leftOut: readonly string[]): Promise<Rows> {
  for (let rows = await rowsOf(database, leftOut); ;) {
    await pause(500);
    const later = await rowsOf(database, leftOut);
    if (changedTables(rows, later).length === 0) return later;
    rows = later;
  }
}
