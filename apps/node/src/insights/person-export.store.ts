import { managerOf, type Sealing, type Work } from '@passerelle/doors/at-rest';
import type { MemberId } from '../members/member.js';
import type { Section } from './person-sections.js';

/** The row of a file, its bytes in base64 as they lie in the table. */
interface KeptFile {
  readonly id: string;
  readonly bytes: string;
}

/** Reads what the tables hold of one member, whatever room they belong to. */
export class PersonExportStore {
  constructor(private readonly sealing: Sealing) {}

  /** Everything read in this transaction is of one moment, so that payslips, entries and claims fit each other. */
  async atOneMoment(work: Work): Promise<void> {
    await managerOf(work).query('set transaction isolation level repeatable read, read only');
  }

  /** The member who signs in with an address, or whom it reaches. */
  async memberOf(work: Work, email: string): Promise<MemberId | null> {
    const [found] = await managerOf(work).query<{ id: MemberId }[]>('select id from member where email = $1', [email]);
    return found?.id ?? null;
  }

  /** The rows of one section, one at a time: a row may hold a whole photo. */
  async *rows(
    work: Work,
    member: MemberId,
    { table, hers, without = [], isFile = false }: Section,
  ): AsyncGenerator<object> {
    const found = await managerOf(work).query<{ at: string }[]>(
      `select ctid::text as at from ${table} t where ${hers} order by ctid`,
      [member],
    );
    for (const { at } of found) {
      const rows = await this.row(work, table, { at, without });
      yield* isFile ? rows.map((row) => this.opened(table, row as KeptFile)) : rows;
    }
  }

  /** Amounts and numbers as text where JSON would lose digits, bytes as base64, instants in UTC. */
  private async row(
    work: Work,
    table: string,
    { at, without }: { readonly at: string; readonly without: readonly string[] },
  ): Promise<readonly object[]> {
    const columns = await this.columns(work, table);
    const fields = columns
      .filter(({ name }) => !without.includes(name))
      .map(({ name, type }) => `'${name}', ${asJson(`t.${name}`, type)}`);
    const rows = await managerOf(work).query<{ row: object }[]>(
      `select json_build_object(${fields.join(', ')}) as row from ${table} t where ctid = $1::tid`,
      [at],
    );
    return rows.map(({ row }) => row);
  }

  private opened(table: string, file: KeptFile): object {
    const bytes = this.sealing.open(Buffer.from(file.bytes, 'base64'), { table, id: file.id });
    return { ...file, bytes: bytes.toString('base64') };
  }

  private columns(work: Work, table: string): Promise<{ readonly name: string; readonly type: string }[]> {
    return managerOf(work).query(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = $1 order by ordinal_position`,
      [table],
    );
  }
}

function asJson(column: string, type: string): string {
  if (type === 'bytea') return `translate(encode(${column}, 'base64'), e'\\n', '')`;
  if (type === 'bigint' || type === 'numeric') return `${column}::text`;
  if (type.startsWith('timestamp')) return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return column;
}
