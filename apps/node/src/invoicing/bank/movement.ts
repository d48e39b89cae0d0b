import { createHash } from 'node:crypto';
import type { StatementEntry, StatementTransaction } from '@passerelle/formats';
import { type Money, type PlainDate, sum } from '@passerelle/values';
import type { AccountHolder } from '../../cooperative/legal-entity.js';
import { type BankLine, referencesOf } from './bank-line.js';

/** A movement read from a file, and what tells it from all others of its account. */
export interface Movement extends Omit<BankLine, 'id' | 'entity' | 'partOf' | 'explainedBy'> {
  readonly identity: string;
  /** The IBAN it moved. */
  readonly account: string;
  /** The bank's reference of the entry it stands in, alone or beside others. */
  readonly entryReference: string | null;
}

/** Where a movement stands: in which entry of which of our accounts, booked on which day. */
export interface MovementPlace {
  readonly entry: StatementEntry;
  readonly bookedOn: PlainDate;
  readonly entity: AccountHolder;
  /** The other movements of the same file. */
  readonly twins: Twins;
}

/** The movements of an entry: the payments inside, when their amounts are given and make the entry's; else it as one. */
export const movementsOf = (place: MovementPlace): readonly Movement[] =>
  partsOf(place.entry).map((part) => movementOf(part, place));

type Part = Omit<StatementTransaction, 'amount'> & { readonly amount: Money };

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

function movementOf(part: Part, { entry, bookedOn, entity, twins }: MovementPlace): Movement {
  const { amount, bankReference } = part;
  const counterparty = { name: part.counterparty?.name ?? null, iban: part.counterparty?.iban ?? null };
  const references = referencesOf(part);
  const text = [...part.remittance.structured, ...part.remittance.unstructured].join(' ');
  // The bank's own reference tells movements apart; without one, all that is said about them has to.
  const said = bankReference ?? [part.endToEndId, text, counterparty.name, counterparty.iban];
  const account = entity.isFirstAccount ? [] : [entity.iban];
  const content = JSON.stringify([bookedOn, amount.toDecimal(), said, ...account]);
  return {
    bookedOn,
    valueOn: entry.valueDate,
    amount,
    bankReference,
    counterparty,
    text,
    references,
    isReversal: entry.isReversal,
    account: entity.iban,
    entryReference: entry.bankReference,
    identity: createHash('sha256')
      .update(`${content} ${twins.next(entity.id + content)}`)
      .digest('hex'),
  };
}

/** Counts movements of one file that say exactly the same: two equal payments of a day are two. */
export class Twins {
  private readonly seen = new Map<string, number>();

  next(content: string): number {
    const place = this.seen.get(content) ?? 0;
    this.seen.set(content, place + 1);
    return place;
  }
}
