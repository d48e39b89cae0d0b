import { isDeepStrictEqual } from 'node:util';
import { type Payslip, type PayslipLine, type PayslipRequest, type RuleRefusal, countryOf } from '@passerelle/rules';
import { differenceOf } from '@passerelle/rules/kit';
import { Money, type MoneyText, type Rate, type Result, rate, ratio, refuse } from '@passerelle/values';
import type { Budget, DecidedRate, IssuedPayslip } from './payslip.js';

/** A value as JSON keeps it: amounts as `MoneyText`, rates as text, everything else as it is. */
export type Document<T> = T extends Money
  ? MoneyText
  : T extends Rate
    ? string
    : T extends string | number | boolean | null | undefined
      ? T
      : { readonly [K in keyof T]: Document<T[K]> };

export type PayslipDocument = Document<Payslip>;
export type RequestDocument = Document<PayslipRequest>;
export type BudgetDocument = Document<Budget>;

/** The value as plain JSON, in which every amount is a decimal text. */
export const documentOf = <T>(value: T): Document<T> => JSON.parse(JSON.stringify(value)) as Document<T>;

export function moneyOf({ amount, currency }: MoneyText): Money {
  const read = Money.parse(amount, currency);
  if (!read.ok) throw new Error(`a kept document holds no amount: ${read.refusal.detail}`);
  return read.value;
}

/** A rate as `Rate.toString` wrote it: `0.1307`, or `1/3` where no decimal is exact. */
export function rateOf(text: string): Rate {
  const [num, den] = text.split('/');
  return den === undefined ? rate(text) : ratio(BigInt(num!), BigInt(den));
}

export const payslipFrom = (kept: PayslipDocument): Payslip => ({
  ...(kept as unknown as Payslip),
  currency: kept.currency,
  gross: moneyOf(kept.gross),
  taxable: moneyOf(kept.taxable),
  net: moneyOf(kept.net),
  cost: moneyOf(kept.cost),
  lines: kept.lines.map(lineFrom),
});

export const requestFrom = (kept: RequestDocument): PayslipRequest => ({
  ...(kept as unknown as PayslipRequest),
  gross: moneyOf(kept.gross),
});

export const budgetFrom = (kept: BudgetDocument): Budget => ({
  price: moneyOf(kept.price),
  hostShare: moneyOf(kept.hostShare),
  income: moneyOf(kept.income),
  contribution: moneyOf(kept.contribution),
  decided: {
    hostShare: kept.decided.hostShare && decidedFrom(kept.decided.hostShare),
    contribution: kept.decided.contribution && decidedFrom(kept.decided.contribution),
  },
  // Budgets kept before parts could be set aside do not speak of it.
  setAside: kept.setAside ? { ...kept.setAside, amount: moneyOf(kept.setAside.amount) } : null,
  wage: moneyOf(kept.wage),
  remainder: moneyOf(kept.remainder),
});

const decidedFrom = (kept: Document<DecidedRate>): DecidedRate => ({
  ...(kept as unknown as DecidedRate),
  rate: rateOf(kept.rate),
});

type LineDocument = Document<PayslipLine>;

const lineFrom = (line: LineDocument): PayslipLine => ({
  ...(line as unknown as PayslipLine),
  base: line.base && moneyOf(line.base),
  worker: line.worker && shareFrom(line.worker),
  employer: line.employer && shareFrom(line.employer),
});

const shareFrom = (share: NonNullable<LineDocument['worker']>): NonNullable<PayslipLine['worker']> => ({
  rate: share.rate === null ? null : rateOf(share.rate),
  amount: moneyOf(share.amount),
});

export type RecomputeRefusal =
  | { readonly kind: 'no-law' }
  | { readonly kind: 'refused-now'; readonly why: RuleRefusal }
  /** The rules of this release answer otherwise; when the version is the same, one of the two was changed. */
  | { readonly kind: 'differs'; readonly kept: Payslip; readonly now: Payslip };

/**
 * Asks the rules again what they were asked when the payslip was issued: the answer must be the same, line by line. The
 * version that issued it answers in the same words and by the same sources; a later one may word and source a line
 * otherwise, and what it pays for the past stays.
 */
export function recompute({
  request,
  payslip,
}: Pick<IssuedPayslip, 'request' | 'payslip'>): Result<Payslip, RecomputeRefusal> {
  const country = countryOf(payslip.country);
  if (!country) return refuse({ kind: 'no-law' });
  const now = country.payslip(request);
  if (!now.ok) return refuse({ kind: 'refused-now', why: now.refusal });
  return isSame(payslip, now.value) ? now : refuse({ kind: 'differs', kept: payslip, now: now.value });
}

const isSame = (kept: Payslip, now: Payslip): boolean =>
  kept.version === now.version
    ? isDeepStrictEqual(documentOf(now), documentOf(kept))
    : differenceOf(kept, now) === null;
