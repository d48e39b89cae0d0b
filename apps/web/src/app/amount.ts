import { Money } from '@passerelle/values';

/** An amount as the API sends it. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** Exact money of an answer. Throws when the API breaks its own contract. */
export function moneyOf({ amount, currency }: Amount): Money {
  const read = Money.parse(amount, currency);
  if (!read.ok) throw new Error(read.refusal.detail);
  return read.value;
}

export const amountOf = (money: Money): Amount => ({ amount: money.toDecimal(), currency: money.currency });
