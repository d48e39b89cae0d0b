import {
  type BankMessage,
  type BankStatement,
  type CamtRefusal,
  type StatementEntry,
  type StatementRefusal,
  checkedNotice,
  checkedStatement,
  readCamt,
} from '@passerelle/formats';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { AccountHolder, LegalEntity } from '../../cooperative/legal-entity.js';
import { type Movement, Twins, movementsOf } from './movement.js';

/** Why a bank file is not imported: what, in which line, and what to do. */
export interface FileRefusal {
  readonly kind: CamtRefusal['kind'] | StatementRefusal['kind'] | 'not-text' | 'unknown-account' | 'no-date';
  /** Counted from 1; null where no line is to blame. */
  readonly line: number | null;
  readonly detail: string;
  /** How far the stated closing balance is from what adds up. */
  readonly difference?: Money;
}

/** A notice about one of our accounts: it tells of movements and has no balances. */
export interface OwnNotice {
  readonly entity: LegalEntity;
  readonly bankId: string;
  readonly movements: readonly Movement[];
}

/** A statement of one of our accounts whose sums are right. */
export interface OwnStatement extends OwnNotice {
  readonly opening: Money;
  readonly closing: Money;
}

export type BankFile =
  | { readonly kind: 'statement'; readonly statements: readonly OwnStatement[] }
  | { readonly kind: 'notice'; readonly notices: readonly OwnNotice[] };

/** In bytes, and so at most as many characters. */
const largestFile = 20_000_000;

/** Reads a camt.053 or camt.054 file of our own accounts. All of it can be imported, or none of it. */
export function readBankFile(file: Uint8Array, holders: readonly AccountHolder[]): Result<BankFile, FileRefusal> {
  const text = textOf(file);
  if (!text.ok) return text;
  const message = readCamt(text.value, { characters: largestFile });
  return message.ok ? ownAccountsOf(message.value, holders) : message;
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

function ownAccountsOf(
  { kind, statements }: BankMessage,
  holders: readonly AccountHolder[],
): Result<BankFile, FileRefusal> {
  const twins = new Twins();
  const each = <T>(read: (statement: BankStatement, entity: AccountHolder) => Result<T, FileRefusal>) =>
    everyOf(statements, (statement) => {
      const number = statement.account.number.replaceAll(' ', '');
      const entity = holders.find(({ iban }) => iban === number);
      return entity
        ? read(statement, entity)
        : refused('unknown-account', `Account ${number} is not one of this cooperative’s.`);
    });
  if (kind === 'notice') {
    const notices = each((notice, entity) => ownNotice(notice, entity, twins));
    return notices.ok ? ok({ kind, notices: notices.value }) : notices;
  }
  const own = each((statement, entity) => ownStatement(statement, entity, twins));
  return own.ok ? ok({ kind, statements: own.value }) : own;
}

/** All of them, or the first refusal. */
function everyOf<From, To>(
  items: readonly From[],
  read: (item: From) => Result<To, FileRefusal>,
): Result<readonly To[], FileRefusal> {
  const all: To[] = [];
  for (const item of items) {
    const one = read(item);
    if (!one.ok) return one;
    all.push(one.value);
  }
  return ok(all);
}

function ownNotice(notice: BankStatement, entity: AccountHolder, twins: Twins): Result<OwnNotice, FileRefusal> {
  const checked = checkedNotice(notice, entity);
  if (!checked.ok) return checked;
  const movements = movementsIn(checked.value.booked, entity, twins);
  return movements.ok ? ok({ entity, bankId: notice.id, movements: movements.value }) : movements;
}

function ownStatement(
  statement: BankStatement,
  entity: AccountHolder,
  twins: Twins,
): Result<OwnStatement, FileRefusal> {
  const checked = checkedStatement(statement, entity);
  if (!checked.ok) return checked;
  const { opening, closing, booked } = checked.value;
  const movements = movementsIn(booked, entity, twins);
  return movements.ok ? ok({ entity, bankId: statement.id, opening, closing, movements: movements.value }) : movements;
}

function movementsIn(
  booked: readonly StatementEntry[],
  entity: AccountHolder,
  twins: Twins,
): Result<readonly Movement[], FileRefusal> {
  const moved = booked.filter(({ amount }) => !amount.isZero());
  const parts = everyOf(moved, (entry) => {
    const bookedOn = entry.bookingDate ?? entry.valueDate;
    if (bookedOn === null) return refused('no-date', 'A booked movement has no day.', entry.line);
    return ok(movementsOf({ entry, bookedOn, entity, twins }));
  });
  return parts.ok ? ok(parts.value.flat()) : parts;
}

const refused = (kind: FileRefusal['kind'], detail: string, line: number | null = null): Result<never, FileRefusal> =>
  refuse({ kind, line, detail });
