import type { CurrencyCode, Money, PlainDate } from '@passerelle/values';

/** A message of a bank: statements of booked days (camt.053) or notices of single movements (camt.054). */
export interface BankMessage {
  readonly kind: 'statement' | 'notice';
  /** Version of the format, such as 8 for camt.053.001.08. */
  readonly version: number;
  readonly id: string;
  readonly statements: readonly BankStatement[];
}

export interface BankStatement {
  readonly id: string;
  readonly account: {
    /** Null where the bank names its account by another number. */
    readonly iban: string | null;
    readonly number: string;
    readonly owner: string | null;
  };
  readonly currency: CurrencyCode;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Booked balances; a notice has none, and some banks leave them out. */
  readonly opening: StatementBalance | null;
  readonly closing: StatementBalance | null;
  readonly entries: readonly StatementEntry[];
}

export interface StatementBalance {
  readonly amount: Money;
  readonly date: PlainDate | null;
  /** Line of the file, counted from 1. */
  readonly line: number;
}

/** One movement. Only booked entries have moved money; pending and informative ones are shown and not counted. */
export interface StatementEntry extends Described {
  /** Money in is positive, money out negative. */
  readonly amount: Money;
  readonly bookingDate: PlainDate | null;
  readonly valueDate: PlainDate | null;
  /** `BOOK`, `PDNG`, `INFO`, `FUTR`, or the bank's own word. */
  readonly status: string;
  readonly isBooked: boolean;
  readonly isReversal: boolean;
  /** The bank's own reference of the movement. */
  readonly bankReference: string | null;
  readonly transactions: readonly StatementTransaction[];
  readonly line: number;
}

/** One payment inside an entry: a bank may book many as one sum. */
export interface StatementTransaction extends Described {
  /** Null where the bank gives none, or one in a currency that no cooperative uses. */
  readonly amount: Money | null;
  readonly bankReference: string | null;
}

/** What is said about a movement. An entry says what its only transaction says. */
interface Described {
  readonly endToEndId: string | null;
  readonly remittance: { readonly structured: readonly string[]; readonly unstructured: readonly string[] };
  /** Who paid when money came in, who was paid when it went out. */
  readonly counterparty: { readonly name: string | null; readonly iban: string | null } | null;
}
