import { type Account, account } from '@passerelle/ledger';
import { type Money, type Result, ok, refuse, sum } from '@passerelle/values';
import type { Client, ClientId } from '../../clients/client.js';
import type { BankLine, BankLineId } from './bank-line.js';

/**
 * What money that left without an order of ours was, as a person says. `claimed-back` is money that the bank took
 * wrongly and owes us until it comes back, in one line or in several.
 */
export const debitKinds = [
  'bank-fee',
  'interest',
  'wage-tax',
  'social-security',
  'vat',
  'purchase',
  'own-account',
  'client-refund',
  'claimed-back',
] as const;

export type DebitKind = (typeof debitKinds)[number];

/** What somebody says of a debit. Never edited: of a claim that the bank refused, a second one says what it was. */
export interface Explanation {
  readonly kind: DebitKind;
  /** Whose money went back, of a refund; null of anything else. */
  readonly client: ClientId | null;
  /** In a sentence, for whoever reads the books. */
  readonly text: string;
  /** The account of the person. */
  readonly by: string;
  readonly at: Date;
}

/** Money that came back from the bank after it was claimed. */
export interface DebitReturn {
  readonly line: BankLineId;
  readonly amount: Money;
}

/** What is said of a debit so far, the oldest first. */
export interface Debit {
  readonly explanations: readonly Explanation[];
  readonly returns: readonly DebitReturn[];
}

export const unexplained: Debit = { explanations: [], returns: [] };

export type DebitRefusal =
  | { readonly kind: 'not-money-out' }
  /** Somebody said what it was, or it is a transfer that we ordered. */
  | { readonly kind: 'debit-explained' }
  | { readonly kind: 'claimed-already' }
  | { readonly kind: 'no-client' }
  | { readonly kind: 'client-of-another-entity' }
  | { readonly kind: 'more-than-credit'; readonly credit: Money };

export type ReturnRefusal =
  | { readonly kind: 'not-money-in' }
  /** Somebody was first: `by` is the transaction. */
  | { readonly kind: 'line-explained'; readonly by: string }
  | { readonly kind: 'not-claimed' }
  | { readonly kind: 'claim-of-another-entity' }
  | { readonly kind: 'more-than-claimed'; readonly open: Money };

/** What the bank still owes us of a debit that was claimed back; zero of any other. */
export function claimOf({ amount }: BankLine, { explanations, returns }: Debit): Money {
  const zero = amount.minus(amount);
  if (explanations.at(-1)?.kind !== 'claimed-back') return zero;
  const came = sum(
    returns.map((each) => each.amount),
    amount.currency,
  );
  return amount.negated().minus(came);
}

/** Where money of each kind is booked: what it cost, what it settled, or who owes it to us. */
const accounts: Readonly<Record<DebitKind, (line: BankLine, client: ClientId | null) => Account>> = {
  'bank-fee': () => account('bank.fees'),
  interest: () => account('interest'),
  'wage-tax': () => account('tax.payable'),
  'social-security': () => account('social.payable'),
  vat: () => account('vat.paid'),
  purchase: () => account('purchases'),
  'own-account': () => account('bank.other'),
  'client-refund': (_, client) => account('client.credit', client!),
  'claimed-back': ({ id }) => claimAccount(id),
};

/** What the bank owes us for a debit. */
export const claimAccount = (line: BankLineId): Account => account('bank.claim', line);

export const accountOf = (line: BankLine, { kind, client }: Explanation): Account => accounts[kind](line, client);

/** A client whose money it may have been, and what it has with us. */
export interface Creditor {
  readonly client: Client;
  readonly credit: Money;
}

/** How much of a debit an explanation speaks of: all of it, or what is left of a claim. */
export function explain(
  line: BankLine,
  debit: Debit,
  { kind }: Pick<Explanation, 'kind'>,
  creditor: Creditor | null,
): Result<Money, DebitRefusal> {
  if (!line.amount.isNegative()) return refuse({ kind: 'not-money-out' });
  const claim = claimOf(line, debit);
  const isOpen = line.explainedBy === null;
  if (!isOpen && claim.isZero()) return refuse({ kind: 'debit-explained' });
  if (!isOpen && kind === 'claimed-back') return refuse({ kind: 'claimed-already' });
  const amount = isOpen ? line.amount.negated() : claim;
  if (kind !== 'client-refund') return ok(amount);
  if (!creditor) return refuse({ kind: 'no-client' });
  if (creditor.client.entity !== line.entity) return refuse({ kind: 'client-of-another-entity' });
  return amount.isMoreThan(creditor.credit)
    ? refuse({ kind: 'more-than-credit', credit: creditor.credit })
    : ok(amount);
}

/** Whether a credit may be what the bank owes us for a debit, in whole or in part. */
export function comesBack(line: BankLine, claimed: BankLine, debit: Debit): Result<Money, ReturnRefusal> {
  if (!line.amount.isPositive()) return refuse({ kind: 'not-money-in' });
  if (line.explainedBy !== null) return refuse({ kind: 'line-explained', by: line.explainedBy });
  const open = claimOf(claimed, debit);
  if (open.isZero()) return refuse({ kind: 'not-claimed' });
  if (line.entity !== claimed.entity) return refuse({ kind: 'claim-of-another-entity' });
  return line.amount.isMoreThan(open) ? refuse({ kind: 'more-than-claimed', open }) : ok(line.amount);
}
