import { createHash } from 'node:crypto';
import {
  type BankStatement,
  type CamtRefusal,
  type StatementEntry,
  type StatementRefusal,
  type StatementTransaction,
  checkedStatement,
  readCamt,
} from '@passerelle/formats';
import { Money, type PlainDate, type Result, ok, refuse, sum } from '@passerelle/values';
import type { AccountHolder, LegalEntity } from '../cooperative/legal-entity.js';
import { type BankLine, referencesOf } from './bank-line.js';

/** Why a bank file is not imported: what, in which line, and what to do. */
export interface FileRefusal {
  readonly kind:
    CamtRefusal['kind'] | StatementRefusal['kind'] | 'not-text' | 'a-notice' | 'unknown-account' | 'no-date';
  /** Counted from 1; null where no line is to blame. */
  readonly line: number | null;
  readonly detail: string;
}

/** A movement read from a file, and what tells it from all others of its account. */
export type Movement = Omit<BankLine, 'id' | 'entity' | 'explainedBy'> & { readonly identity: string };

/** A statement of one of our accounts whose sums are right. */
export interface OwnStatement {
  readonly entity: LegalEntity;
  readonly bankId: string;
  readonly opening: Money;
  readonly closing: Money;
  readonly movements: readonly Movement[];
}

/** In bytes, and so at most as many characters. */
const largestFile = 20_000_000;

/** Reads a camt.053 file of our own accounts. All of it can be imported, or none of it. */
export function readStatementFile(
  file: Uint8Array,
  holders: readonly AccountHolder[],
): Result<readonly OwnStatement[], FileRefusal> {
  const text = textOf(file);
  if (!text.ok) return text;
  const message = readCamt(text.value, { characters: largestFile });
  if (!message.ok) return message;
  if (message.value.kind === 'notice')
    return refused('a-notice', 'This is a camt.054 notice; send the camt.053 statement, which has balances.');
  const twins = new Twins();
  const read: OwnStatement[] = [];
  for (const statement of message.value.statements) {
    const own = ownStatement(statement, holders, twins);
    if (!own.ok) return own;
    read.push(own.value);
  }
  return ok(read);
}

/** Bank files are UTF-8 unless their first line says otherwise. */
function textOf(file: Uint8Array): Result<string, FileRefusal> {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 200));
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(file);
    // No XML may hold the character zero, and no database text can.
    const zero = /\0|&#(?:0+|x0+);/i.exec(text);
    return zero
      ? refused('not-text', 'The file holds a character that no text has.', lineAt(text, zero.index))
      : ok(text);
  } catch {
    return refused(
      'not-text',
      `The file is not text in ${encoding}: it was cut off or changed on its way. Fetch it again.`,
    );
  }
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

function ownStatement(
  statement: BankStatement,
  holders: readonly AccountHolder[],
  twins: Twins,
): Result<OwnStatement, FileRefusal> {
  const number = statement.account.number.replaceAll(' ', '');
  const entity = holders.find(({ iban }) => iban === number);
  if (!entity) return refused('unknown-account', `Account ${number} is not one of this cooperative’s.`);
  const checked = checkedStatement(statement, entity);
  if (!checked.ok) return checked;
  const { opening, closing, booked } = checked.value;
  const movements: Movement[] = [];
  for (const entry of booked.filter(({ amount }) => !amount.isZero())) {
    const bookedOn = entry.bookingDate ?? entry.valueDate;
    if (bookedOn === null) return refused('no-date', 'A booked movement has no day.', entry.line);
    for (const part of partsOf(entry)) movements.push(movementOf(part, { entry, bookedOn, entity, twins }));
  }
  return ok({ entity, bankId: statement.id, opening, closing, movements });
}

type Part = Omit<StatementTransaction, 'amount'> & { readonly amount: Money };

/** The payments inside an entry, when their amounts are given and make the entry's; else the entry as one. */
function partsOf(entry: StatementEntry): readonly Part[] {
  const parts = entry.transactions.flatMap((part) =>
    part.amount?.currency === entry.amount.currency ? [{ ...part, amount: part.amount }] : [],
  );
  const isWhole =
    parts.length > 1 &&
    parts.length === entry.transactions.length &&
    parts.every(({ amount }) => !amount.isZero()) &&
    sum(
      parts.map(({ amount }) => amount),
      entry.amount.currency,
    ).equals(entry.amount);
  return isWhole
    ? parts.map((part) => ({ ...part, bankReference: part.bankReference ?? entry.bankReference }))
    : [entry];
}

function movementOf(
  part: Part,
  of: { entry: StatementEntry; bookedOn: PlainDate; entity: AccountHolder; twins: Twins },
): Movement {
  const { amount, bankReference } = part;
  const counterparty = { name: part.counterparty?.name ?? null, iban: part.counterparty?.iban ?? null };
  const references = referencesOf(part);
  const text = [...part.remittance.structured, ...part.remittance.unstructured].join(' ');
  // The bank's own reference tells movements apart; without one, all that is said about them has to.
  const said = bankReference ?? [part.endToEndId, text, counterparty.name, counterparty.iban];
  const account = of.entity.isFirstAccount ? [] : [of.entity.iban];
  const content = JSON.stringify([of.bookedOn, amount.toDecimal(), said, ...account]);
  return {
    bookedOn: of.bookedOn,
    valueOn: of.entry.valueDate,
    amount,
    bankReference,
    counterparty,
    text,
    references,
    isReversal: of.entry.isReversal,
    identity: createHash('sha256')
      .update(`${content} ${of.twins.next(of.entity.id + content)}`)
      .digest('hex'),
  };
}

/** Counts movements of one file that say exactly the same: two equal payments of a day are two. */
class Twins {
  private readonly seen = new Map<string, number>();

  next(content: string): number {
    const place = this.seen.get(content) ?? 0;
    this.seen.set(content, place + 1);
    return place;
  }
}

const refused = (kind: FileRefusal['kind'], detail: string, line: number | null = null): Result<never, FileRefusal> =>
  refuse({ kind, line, detail });
