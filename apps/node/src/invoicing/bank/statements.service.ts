import { createHash } from 'node:crypto';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import { type BankFile, type FileRefusal, type OwnNotice, type OwnStatement, readBankFile } from './bank-file.js';
import type { BankLine } from './bank-line.js';
import type { Bookings } from './bookings.service.js';
import type { Notices } from './notices.service.js';
import type { FileId, RefusedFile, StatementsStore } from './statements.store.js';

export interface StatementsParts {
  readonly store: StatementsStore;
  readonly bookings: Bookings;
  readonly notices: Notices;
  readonly cooperative: Cooperative;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What became of a file: "42 lines: 30 new, 12 already known". */
export interface Imported {
  readonly file: FileId;
  readonly kind: BankFile['kind'];
  readonly lines: number;
  readonly fresh: number;
  readonly known: number;
  /** Of the lines a notice told of, those that no statement shows yet. */
  readonly announced: number;
  /** Of what the file added: what paid an invoice or was one of our transfers, and what waits for a person. */
  readonly explained: number;
  readonly open: number;
  readonly statements: readonly {
    readonly entity: LegalEntity;
    readonly opening: Money;
    readonly closing: Money;
  }[];
}

export type ImportRefusal = FileRefusal & { readonly file: FileId };

/** The bank's own word on what came in and what went out. */
export class Statements {
  constructor(private readonly parts: StatementsParts) {}

  /**
   * Imports a file of the bank. Each line of a camt.053 that its account does not have yet is booked and, where that
   * is certain, matched. A camt.054 books nothing: it announces, or says what a line holds. The same file or the same
   * lines again change nothing. A refused file imports nothing; it is kept, so `work` must be committed in that case
   * too.
   */
  async import(work: Work, content: Buffer, by: string | null): Promise<Result<Imported, ImportRefusal>> {
    const { store, cooperative, clock } = this.parts;
    await store.takeTurn(work);
    const at = clock.now();
    const file = await this.keep(work, content, by);
    const read = readBankFile(content, await cooperative.holders(work));
    if (read.ok) return ok(await this.importAll(work, file, read.value));
    const { kind: reason, line, detail } = read.refusal;
    await store.refuse(work, { file, at, by, reason, line, detail });
    return refuse({ ...read.refusal, file });
  }

  /** Files that wait for a person, newest first. */
  refused(work: Work, limit: number): Promise<readonly RefusedFile[]> {
    return this.parts.store.refused(work, limit);
  }

  /** A bank file as it came, or null. */
  content(work: Work, file: FileId): Promise<Buffer | null> {
    return this.parts.store.content(work, file);
  }

  private keep(work: Work, content: Buffer, by: string | null): Promise<FileId> {
    const { store, clock, ids } = this.parts;
    const hash = createHash('sha256').update(content).digest();
    return store.keep(work, { id: ids.newId() as FileId, hash, content, at: clock.now(), by });
  }

  private async importAll(work: Work, file: FileId, read: BankFile): Promise<Imported> {
    const { kind } = read;
    const booked: BankLine[] = [];
    const statements = kind === 'statement' ? read.statements : [];
    for (const statement of statements) booked.push(...(await this.book(work, file, statement)));
    const notices = kind === 'notice' ? read.notices : [];
    const told = await this.parts.notices.keep(work, file, notices);
    const parts: readonly OwnNotice[] = [...statements, ...notices];
    const detailed = await this.parts.notices.recognise(work, parts);
    const lines = parts.reduce((count, { movements }) => count + movements.length, 0);
    const fresh = booked.length + told;
    return {
      file,
      kind,
      lines,
      fresh,
      known: lines - fresh,
      announced: await this.parts.notices.countWaiting(work, notices),
      ...outcomeOf([...booked, ...detailed]),
      statements: statements.map(({ entity, opening, closing }) => ({ entity, opening, closing })),
    };
  }

  private async book(work: Work, file: FileId, statement: OwnStatement): Promise<readonly BankLine[]> {
    const { store, bookings, ids } = this.parts;
    const { entity, movements } = statement;
    const identities = movements.map(({ identity }) => identity);
    const known = await store.known(work, entity.id, identities);
    const fresh = movements.filter(({ identity }) => !known.has(identity));
    if (fresh.length === 0) return [];
    const id = ids.newId();
    await store.addStatement(work, id, file, statement);
    const added: BankLine[] = [];
    for (const movement of fresh) added.push(await bookings.book(work, { entity: entity.id, statement: id }, movement));
    return added;
  }
}

/** A line that was detailed counts by the payments inside. */
function outcomeOf(added: readonly BankLine[]): Pick<Imported, 'explained' | 'open'> {
  const wholes = new Set(added.map(({ partOf }) => partOf));
  const leaves = added.filter(({ id }) => !wholes.has(id));
  const open = leaves.filter(({ explainedBy }) => explainedBy === null).length;
  return { explained: leaves.length - open, open };
}
