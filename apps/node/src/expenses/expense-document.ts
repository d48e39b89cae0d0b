import { Money, type MoneyText, percent } from '@passerelle/values';
import { type Allowance, allowanceFrom } from './allowance.js';
import type { Claim, ExpenseForm, ExpenseLine } from './expense.js';

interface LineDocument {
  readonly net: MoneyText;
  readonly vat: MoneyText;
  readonly vatPercent: string | null;
}

export type FormDocument = Omit<ExpenseForm, 'lines'> & { readonly lines?: readonly LineDocument[] };

export interface ClaimDocument {
  readonly refund: MoneyText;
  readonly vat: MoneyText;
  readonly cost: MoneyText;
  readonly rule: Allowance | string | null;
}

/** A form as JSON keeps it: amounts and rates as texts. */
export const formDocument = ({ lines, ...form }: ExpenseForm): FormDocument => ({
  ...form,
  ...(lines && { lines: lines.map(lineDocument) }),
});

export const formFrom = ({ lines, ...form }: FormDocument): ExpenseForm => ({
  ...form,
  ...(lines && { lines: lines.map(lineFrom) }),
});

export const claimDocument = ({ refund, vat, cost, rule }: Claim): ClaimDocument => ({
  refund: refund.toJSON(),
  vat: vat.toJSON(),
  cost: cost.toJSON(),
  rule,
});

export const claimFrom = ({ refund, vat, cost, rule }: ClaimDocument): Claim => ({
  refund: moneyOf(refund),
  vat: moneyOf(vat),
  cost: moneyOf(cost),
  rule: allowanceFrom(rule),
});

const lineDocument = ({ net, vat, rate }: ExpenseLine): LineDocument => ({
  net: net.toJSON(),
  vat: vat.toJSON(),
  vatPercent: rate && rate.toPercent(),
});

const lineFrom = ({ net, vat, vatPercent }: LineDocument): ExpenseLine => ({
  net: moneyOf(net),
  vat: moneyOf(vat),
  rate: vatPercent === null ? null : percent(vatPercent),
});

function moneyOf({ amount, currency }: MoneyText): Money {
  const read = Money.parse(amount, currency);
  if (!read.ok) throw new Error(`a kept expense holds no amount: ${read.refusal.detail}`);
  return read.value;
}
