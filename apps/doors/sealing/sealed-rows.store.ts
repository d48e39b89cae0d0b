import type { Database } from '../database/database.js';
import { type Work, managerOf } from '../database/work.js';
import { type SealState, type Sealing, type SecretsKeys, headBytes } from './sealing.js';

/** A column whose bytes, or text, are sealed in the name of their row. */
export interface SealedColumn {
  readonly table: string;
  readonly id: string;
  readonly column: string;
  readonly form: 'bytes' | 'text';
}

/** What every program seals. */
export const secretsOfApps: SealedColumn = { table: 'second_factor', id: 'account', column: 'secret', form: 'text' };

/** How many rows lie there as they came, and how many are sealed with which key. */
export type SealCount = Readonly<Record<SealState, number>>;

/** Says how far it is: so many of so many rows of a table. */
export type Telling = (table: string, done: number, of: number) => void;

/** What changing the key has done: how many rows it sealed, and how many still need the key before or one that is not here. */
export interface Rotated {
  readonly sealed: number;
  readonly before: number;
  readonly unknown: number;
}

/** All that a program seals in its database, whichever room it belongs to. */
export class SealedRowsStore {
  constructor(
    private readonly sealing: Sealing,
    private readonly columns: readonly SealedColumn[],
  ) {}

  async count(work: Work): Promise<SealCount> {
    const count = { plain: 0, sealed: 0, before: 0, 'other-key': 0 };
    for (const each of this.columns) for (const { state } of await this.states(work, each)) count[state] += 1;
    return count;
  }

  /**
   * Seals with the key in use what is in that state, one row a transaction, while the node goes on. Says how many there
   * were. Whoever stops it begins again where it stood.
   */
  async sealAll(database: Database, state: 'plain' | 'before', tell: Telling = () => undefined): Promise<number> {
    let sealed = 0;
    for (const each of this.columns) {
      const found = (await this.states(database.reading, each)).filter((row) => row.state === state);
      for (const [at, { id }] of found.entries()) {
        sealed += await database.transact((work) => this.sealOne(work, each, id));
        tell(each.table, at + 1, found.length);
      }
    }
    return sealed;
  }

  /** Seals with the key in use what the one before has sealed. */
  async rotate(database: Database, tell?: Telling): Promise<Rotated> {
    const sealed = await this.sealAll(database, 'before', tell);
    const { before, 'other-key': unknown } = await this.count(database.reading);
    return { sealed, before, unknown };
  }

  private async states(work: Work, { table, id, column, form }: SealedColumn) {
    const head =
      form === 'bytes' ? `substring(${column} from 1 for ${headBytes})` : `left(${column}, ${textBytes(headBytes)})`;
    const rows = await managerOf(work).query<{ id: string; head: Buffer | string }[]>(
      `select ${id} as id, ${head} as head from ${table}`,
    );
    return rows.map((row) => ({ id: row.id, state: this.sealing.stateOf(bytesOf(row.head)) }));
  }

  private async sealOne(work: Work, each: SealedColumn, id: string): Promise<number> {
    const { table, id: key, column } = each;
    const [row] = await managerOf(work).query<{ kept: Buffer | string }[]>(
      `select ${column} as kept from ${table} where ${key} = $1 for update`,
      [id],
    );
    const state = row && this.sealing.stateOf(bytesOf(row.kept));
    if (state !== 'plain' && state !== 'before') return 0;
    // The tables let nobody change a file, and only whoever says so seal it anew.
    await managerOf(work).query(`select set_config('passerelle.sealing_anew', 'yes', true)`);
    await managerOf(work).query(`update ${table} set ${column} = $2 where ${key} = $1`, [
      id,
      this.anew(row!.kept, each, id),
    ]);
    return 1;
  }

  private anew(kept: Buffer | string, { table }: SealedColumn, id: string): Buffer | string {
    const place = { table, id };
    return typeof kept === 'string'
      ? this.sealing.sealText(this.sealing.openText(kept, place), place)
      : this.sealing.seal(this.sealing.open(kept, place), place);
  }
}

const bytesOf = (kept: Buffer | string): Buffer => (typeof kept === 'string' ? Buffer.from(kept, 'base64url') : kept);

/** How long so many bytes are in base64url. */
const textBytes = (bytes: number): number => Math.ceil((bytes * 4) / 3);

/** For the operator: what was done, what is left, and what is next. */
export function rotatedLines({ sealed, before, unknown }: Rotated): readonly string[] {
  const rest = unknown > 0 ? [`${unknown} are sealed with a key that is neither of the two`] : [];
  const next = before === 0 ? 'remove PASSERELLE_SECRETS_KEY_BEFORE' : `${before} came meanwhile: run it again`;
  return [`${sealed} files and secrets were sealed anew`, ...rest, `# then: ${next}`];
}

/** Settings that changing the key needs and that are not given. */
export const missingKeys = ({ secretsKey, secretsKeyBefore }: SecretsKeys): readonly string[] => [
  ...(secretsKey === undefined ? ['PASSERELLE_SECRETS_KEY'] : []),
  ...(secretsKeyBefore === undefined ? ['PASSERELLE_SECRETS_KEY_BEFORE'] : []),
];
