import { Money, type PlainDate, addDays, mulDiv } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';

/** Sums of the entries of some days, in minor units of the fund's currency. */
export interface FundSums {
  readonly cash: bigint;
  readonly endowed: bigint;
  readonly advances: bigint;
  readonly recoveries: bigint;
  readonly losses: bigint;
  readonly advanced: bigint;
  readonly shortfall: bigint;
}

/** What everybody may know about a fund: where its money came from and went, without a name. */
export interface FundAccount {
  readonly entity: LegalEntity;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** opening + income − advances + recoveries = closing. */
  readonly opening: Money;
  readonly income: Money;
  readonly advances: Money;
  readonly recoveries: Money;
  readonly closing: Money;
  /** Given up for good in these days; it made advances smaller, not money. */
  readonly losses: Money;
  /** Advanced and not come back at the end, and which part of it other money of the cooperative carries. */
  readonly outstanding: Money;
  readonly shortfall: Money;
  /** Weeks of wages that the closing money would pay at the pace of the last weeks; null when none was paid. */
  readonly coverageWeeks: string | null;
}

/** The weeks by whose wages the pace is measured: a season, so that one quiet month does not flatter the fund. */
export const paceWeeks = 12;

export const paceFrom = (to: PlainDate): PlainDate => addDays(to, 1 - 7 * paceWeeks);

export interface FundFigures {
  readonly entity: LegalEntity;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly before: FundSums;
  readonly during: FundSums;
  /** Wages paid in the weeks of the pace, in minor units. */
  readonly wagesPaid: bigint;
}

export function fundAccountOf({ entity, from, to, before, during, wagesPaid }: FundFigures): FundAccount {
  const { currency } = entity;
  const of = (minor: bigint): Money => new Money(minor, currency);
  const closing = before.cash + during.cash;
  return {
    entity,
    from,
    to,
    opening: of(before.cash),
    income: of(during.endowed),
    advances: of(during.advances),
    recoveries: of(during.recoveries),
    closing: of(closing),
    losses: of(during.losses),
    outstanding: of(before.advanced + during.advanced),
    shortfall: of(before.shortfall + during.shortfall),
    coverageWeeks: weeksOf(closing, wagesPaid),
  };
}

/** With one decimal, rounded down: a fund is never said to last longer than it does. */
function weeksOf(closing: bigint, wagesPaid: bigint): string | null {
  if (wagesPaid <= 0n) return null;
  const tenths = mulDiv(closing, 10n * BigInt(paceWeeks), wagesPaid, 'down');
  return `${tenths / 10n}.${tenths % 10n}`;
}
