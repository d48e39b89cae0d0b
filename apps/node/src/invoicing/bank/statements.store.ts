import { type Work, managerOf } from '@passerelle/doors';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { FileRefusal, OwnStatement } from './bank-file.js';

export type FileId = string & { readonly __bankFile: true };

/** A file as it was received. */
export interface ReceivedFile {
  readonly id: FileId;
  readonly hash: Buffer;
  readonly content: Buffer;
  readonly at: Date;
  readonly by: string | null;
}

/** A refused file waits for a person: the bank is asked for another one, or the account is added. */
export interface RefusedFile {
  /** Of one that was too large for an earlier release to be kept whole, how it begins. */
  readonly file: FileId;
  readonly at: Date;
  /** The account that sent it; null for one that came by itself. */
  readonly by: string | null;
  readonly reason: FileRefusal['kind'];
  readonly line: number | null;
  readonly detail: string;
}

/** Bank files as they came, and the statements that were in them. */
export class StatementsStore {
  /** Lets one import at a time work on the accounts, until the end of the transaction. */
  async takeTurn(work: Work): Promise<void> {
    await managerOf(work).query(`select pg_advisory_xact_lock(hashtext('invoicing.statements'))`);
  }

  /** The id under which these bytes are kept: the one given, or the one of the same file received before. */
  async keep(work: Work, { id, hash, content, at, by }: ReceivedFile): Promise<FileId> {
    const [known] = await managerOf(work).query<{ id: FileId }[]>('select id from bank_file where hash = $1', [hash]);
    if (known) return known.id;
    await managerOf(work).query(
      'insert into bank_file (id, hash, received_at, received_by, content) values ($1, $2, $3, $4, $5)',
      [id, hash, at, by, content],
    );
    return id;
  }

  async refuse(work: Work, { file, at, by, reason, line, detail }: RefusedFile): Promise<void> {
    await managerOf(work).query(
      'insert into bank_file_refused (file, at, by, reason, line, detail) values ($1, $2, $3, $4, $5, $6)',
      [file, at, by, reason, line, detail],
    );
  }

  async addStatement(work: Work, id: string, file: FileId, statement: OwnStatement): Promise<void> {
    const { entity, bankId, opening, closing } = statement;
    await managerOf(work).query(
      `insert into bank_statement (id, file, entity, bank_id, opening, closing, currency)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, file, entity.id, bankId, opening.minor.toString(), closing.minor.toString(), opening.currency],
    );
  }

  /** Identities of lines that the account has already, of those given. */
  async known(work: Work, entity: EntityId, identities: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await managerOf(work).query<{ identity: string }[]>(
      'select identity from bank_line where entity = $1 and identity = any($2)',
      [entity, identities],
    );
    return new Set(rows.map(({ identity }) => identity));
  }

  /** The file as it came, or null when there is none of this id. */
  async content(work: Work, id: FileId): Promise<Buffer | null> {
    const found = 'select content from bank_file where id = $1';
    return (await managerOf(work).query<{ content: Buffer }[]>(found, [id]))[0]?.content ?? null;
  }

  /** Newest first. */
  refused(work: Work, limit: number): Promise<readonly RefusedFile[]> {
    return managerOf(work).query<RefusedFile[]>(
      `select file, at, by, reason, line, detail from bank_file_refused
       union all
       select head, at, by, 'too-large', null,
         'It has ' || size || ' bytes; how it begins was kept. Its SHA-256 is ' || encode(sha256, 'hex') || '.'
       from bank_file_too_large
       union all
       select id, at, by, 'too-large', null,
         'It has ' || size || ' bytes and is kept whole. Its SHA-256 is ' || encode(sha256, 'hex') || '.'
       from bank_file_large order by at desc, file limit $1`,
      [limit],
    );
  }
}
