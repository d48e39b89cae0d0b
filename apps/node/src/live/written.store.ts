import { type Work, managerOf } from '@passerelle/doors';
import { type PartName, partNames, tablesOf } from './parts.js';

interface TableRow {
  readonly name: string;
  readonly written: string;
}

/**
 * How often each part was written. PostgreSQL counts what is written to each table anyway, for all replicas together,
 * within a second or so; a row that was rolled back counts too, which costs one more question and nothing else.
 */
export class WrittenStore {
  async counts(work: Work): Promise<Readonly<Record<PartName, readonly string[]>>> {
    const rows = await managerOf(work).query<TableRow[]>(
      `select relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::text as written
       from pg_stat_user_tables where schemaname = current_schema()`,
    );
    const written = new Map(rows.map((row) => [row.name, row.written]));
    const countOf = (table: string): string => {
      const count = written.get(table);
      if (count === undefined) throw new Error(`the desk shows the table ${table}, which the database does not have`);
      return count;
    };
    return Object.fromEntries(partNames.map((name) => [name, tablesOf[name].map(countOf)])) as never;
  }
}
