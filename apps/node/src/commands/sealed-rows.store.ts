import { type Database, type Place, type Sealing, type Work, headBytes, managerOf } from '@passerelle/doors';

/** A column whose bytes, or text, are sealed in the name of their row. */
interface SealedColumn {
  readonly table: string;
  readonly id: string;
  readonly column: string;
  readonly form: 'bytes' | 'text';
}

const columns: readonly SealedColumn[] = [
  { table: 'receipt', id: 'id', column: 'bytes', form: 'bytes' },
  { table: 'a1_document', id: 'id', column: 'bytes', form: 'bytes' },
  { table: 'refused_file', id: 'id', column: 'bytes', form: 'bytes' },
  { table: 'second_factor', id: 'account', column: 'secret', form: 'text' },
];

/** How many rows lie there as they came, sealed with the key in use, and sealed with another one. */
export type SealCount = Readonly<Record<ReturnType<Sealing['stateOf']>, number>>;

/** All that is sealed in the database, whichever room it belongs to. */
export class SealedRowsStore {
  constructor(private readonly sealing: Sealing) {}

  async count(work: Work): Promise<SealCount> {
    const count = { plain: 0, sealed: 0, 'other-key': 0 };
    for (const each of columns) for (const { state } of await this.states(work, each)) count[state] += 1;
    return count;
  }

  /** Seals what lies there as it came, one row a transaction, while the node goes on. Says how many there were. */
  async sealPlain(database: Database): Promise<number> {
    let sealed = 0;
    for (const each of columns)
      for (const { id, state } of await this.states(database.reading, each))
        if (state === 'plain') sealed += await database.transact((work) => this.sealOne(work, each, id));
    return sealed;
  }

  private async states(work: Work, { table, id, column, form }: SealedColumn) {
    const head =
      form === 'bytes' ? `substring(${column} from 1 for ${headBytes})` : `left(${column}, ${textBytes(headBytes)})`;
    const rows = await managerOf(work).query<{ id: string; head: Buffer | string }[]>(
      `select ${id} as id, ${head} as head from ${table}`,
    );
    return rows.map((row) => ({ id: row.id, state: this.sealing.stateOf(bytesOf(row.head)) }));
  }

  private async sealOne(work: Work, { table, id: key, column }: SealedColumn, id: string): Promise<number> {
    const [row] = await managerOf(work).query<{ kept: Buffer | string }[]>(
      `select ${column} as kept from ${table} where ${key} = $1 for update`,
      [id],
    );
    if (!row || this.sealing.stateOf(bytesOf(row.kept)) !== 'plain') return 0;
    await managerOf(work).query(`update ${table} set ${column} = $2 where ${key} = $1`, [
      id,
      this.sealed(row.kept, { table, id }),
    ]);
    return 1;
  }

  private sealed(kept: Buffer | string, place: Place): Buffer | string {
    return typeof kept === 'string' ? this.sealing.sealText(kept, place) : this.sealing.seal(kept, place);
  }
}

const bytesOf = (kept: Buffer | string): Buffer => (typeof kept === 'string' ? Buffer.from(kept, 'base64url') : kept);

/** How long so many bytes are in base64url. */
const textBytes = (bytes: number): number => Math.ceil((bytes * 4) / 3);
