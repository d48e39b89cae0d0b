import type { StatementEntry, StatementTransaction } from '@passerelle/formats';
import { referencesIn } from '@passerelle/formats';
import type { TransactionId } from '@passerelle/ledger';
import type { Money, PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';

export type BankLineId = string & { readonly __bankLine: true };

/** One movement of money on the account of a legal entity, as the bank's statement says it. Never edited. */
export interface BankLine {
  readonly id: BankLineId;
  readonly entity: EntityId;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate | null;
  /** Money in is positive, money out negative. */
  readonly amount: Money;
  readonly bankReference: string | null;
  readonly counterparty: { readonly name: string | null; readonly iban: string | null };
  /** What the payer wrote, as the bank gives it. */
  readonly text: string;
  /** Every text that may be a reference, normalised; the likeliest first. */
  readonly references: readonly string[];
  /** The bank takes back an earlier movement. */
  readonly isReversal: boolean;
  /** The line of the statement that holds this payment among others, as a notice told; null for a line of its own. */
  readonly partOf: BankLineId | null;
  /** The transaction that took the line out of suspense; null while nobody has explained it. */
  readonly explainedBy: TransactionId | null;
}

/** What the bank says of a movement, whether it is booked or only announced. */
export type Said = Omit<BankLine, 'id' | 'partOf' | 'explainedBy'>;

/** A reference made comparable: capitals, without spaces and the marks people put between groups. */
export const normalReference = (text: string): string => text.toUpperCase().replace(/[\s+*/.-]/g, '');

type Described = Pick<StatementEntry | StatementTransaction, 'endToEndId' | 'remittance'>;

/**
 * What a movement may be meant for, likeliest first: the structured reference, the payer's end-to-end reference,
 * references that check themselves in free text, and single words as long as a reference of ours.
 */
export function referencesOf({ endToEndId, remittance }: Described): readonly string[] {
  const free = remittance.unstructured.join(' ');
  const words = free.split(/[\s,;:]+/).filter((word) => /\d/.test(word));
  const found = [
    ...remittance.structured.map(normalReference),
    ...(endToEndId === null ? [] : [normalReference(endToEndId)]),
    ...referencesIn(free).map(({ value }) => value),
    ...words.map(normalReference).filter((word) => /^[A-Z0-9]{8,35}$/.test(word)),
  ];
  return [...new Set(found.filter((reference) => reference !== ''))];
}
