import { createHash } from 'node:crypto';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Transaction, account, transaction } from '@passerelle/ledger';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { BankLine, BankLineId } from './bank-line.js';
import { suspense } from './bank.service.js';
import type { BankStore } from './bank.store.js';
import './invoicing.facts.js';
import { orderOf } from './matching.js';
import type { Payments } from './payments.service.js';
import { type FileRefusal, type Movement, type OwnStatement, readStatementFile } from './statement-file.js';
import type { FileId, RefusedFile, StatementsStore } from './statements.store.js';
import { transit } from './transfers.service.js';
import type { TransfersStore } from './transfers.store.js';

export interface StatementsParts {
  readonly store: StatementsStore;
  readonly lines: BankStore;
  readonly transfers: TransfersStore;
  readonly payments: Payments;
  readonly books: Books;
  readonly facts: Facts;
  readonly cooperative: Cooperative;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What became of a file: "42 lines: 30 new, 12 already known". */
export interface Imported {
  readonly file: FileId;
  readonly lines: number;
  readonly fresh: number;
  readonly known: number;
  /** Of the new ones: those that paid an invoice or were one of our transfers, and those that wait for a person. */
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
   * Imports a camt.053 file: each line that its account does not have yet is booked and, where that is certain,
   * matched. The same file or the same lines again change nothing. A refused file imports nothing; it is kept, so
   * `work` must be committed in that case too.
   */
  async import(work: Work, content: Buffer, by: string | null): Promise<Result<Imported, ImportRefusal>> {
    const { store, cooperative, clock, ids } = this.parts;
    await store.takeTurn(work);
    const hash = createHash('sha256').update(content).digest();
    const at = clock.now();
    const file = await store.keep(work, { id: ids.newId() as FileId, hash, content, at, by });
    const read = readStatementFile(content, await cooperative.holders(work));
    if (read.ok) return ok(await this.importAll(work, file, read.value));
    const { kind: reason, line, detail } = read.refusal;
    await store.refuse(work, { file, at, by, reason, line, detail });
    return refuse({ kind: reason, line, detail, file });
  }

  /** Files that wait for a person, newest first. */
  refused(work: Work, limit: number): Promise<readonly RefusedFile[]> {
    return this.parts.store.refused(work, limit);
  }

  /** A bank file as it came, or null. */
  content(work: Work, file: FileId): Promise<Buffer | null> {
    return this.parts.store.content(work, file);
  }

  private async importAll(work: Work, file: FileId, statements: readonly OwnStatement[]): Promise<Imported> {
    const added: BankLine[] = [];
    for (const statement of statements) added.push(...(await this.importOne(work, file, statement)));
    const lines = statements.reduce((count, { movements }) => count + movements.length, 0);
    const open = added.filter(({ explainedBy }) => explainedBy === null).length;
    return {
      file,
      lines,
      fresh: added.length,
      known: lines - added.length,
      explained: added.length - open,
      open,
      statements: statements.map(({ entity, opening, closing }) => ({ entity, opening, closing })),
    };
  }

  private async importOne(work: Work, file: FileId, statement: OwnStatement): Promise<readonly BankLine[]> {
    const { store, ids } = this.parts;
    const { entity, movements } = statement;
    const identities = movements.map(({ identity }) => identity);
    const known = await store.known(work, entity.id, identities);
    const fresh = movements.filter(({ identity }) => !known.has(identity));
    if (fresh.length === 0) return [];
    const id = ids.newId();
    await store.addStatement(work, id, file, statement);
    const added: BankLine[] = [];
    for (const movement of fresh) added.push(await this.book(work, id, entity, movement));
    return added;
  }

  private async book(work: Work, statement: string, entity: LegalEntity, movement: Movement): Promise<BankLine> {
    const { lines, ids } = this.parts;
    const { identity, ...said } = movement;
    const line: BankLine = { ...said, id: ids.newId() as BankLineId, entity: entity.id, explainedBy: null };
    await lines.add(work, line, { identity, statement });
    return line.amount.isPositive() ? this.bookCredit(work, line) : this.bookDebit(work, line);
  }

  private async bookCredit(work: Work, line: BankLine): Promise<BankLine> {
    const { books, facts, payments, lines, ids } = this.parts;
    await books.post(work, seenOnBank(line, ids.newId(), suspense));
    const { id, entity, references, amount } = line;
    const reference = references[0] ?? null;
    await facts.record(work, {
      kind: 'BankCreditBooked',
      subject: id,
      body: { line: id, entity, reference, references, amount: amount.toJSON() },
    });
    return (await payments.settle(work, line)) ? ((await lines.line(work, id)) ?? line) : line;
  }

  /** Money that we ordered to go out leaves transit; any other debit waits in suspense for somebody to explain it. */
  private async bookDebit(work: Work, line: BankLine): Promise<BankLine> {
    const { books, transfers, lines, ids } = this.parts;
    const order = orderOf(line, await transfers.onTheWay(work, line.entity, line.references));
    const booking = seenOnBank(line, ids.newId(), order ? transit : suspense);
    await books.post(work, booking);
    if (!order) return line;
    await transfers.seen(work, order.id, line.id);
    await lines.explained(work, line.id, booking.id);
    return { ...line, explainedBy: booking.id };
  }
}

/** The line on the bank account, and against it what is known of it so far. */
function seenOnBank(line: BankLine, id: string, against: typeof suspense): Transaction {
  const { entity, bookedOn: day, amount, counterparty, text } = line;
  const words = [counterparty.name, text].filter(Boolean).join(' · ') || 'without any text';
  const draft = transaction({
    id,
    entity,
    day,
    kind: 'bank-line',
    cause: `bank-line:${line.id}`,
    text: `${amount.isPositive() ? 'From' : 'To'} ${words}`,
  });
  const bank = account('bank');
  return amount.isPositive()
    ? draft.debit(bank, amount).credit(against, amount).mustBuild()
    : draft.debit(against, amount.negated()).credit(bank, amount.negated()).mustBuild();
}
