import { readMoney } from '@passerelle/i18n';
import { type CurrencyCode, Money, mulDiv, percent as rateOf } from '@passerelle/values';
import type { NodeBody } from '../../api/node.js';
import { type Amount, amountOf, moneyOf } from '../../app/amount.js';
import { isDay } from '../../parts/days.js';

export type Form = NodeBody<'ExpenseFormBody'>;
export type Kind = NonNullable<Form['kind']>;

/** Part of a receipt under one rate of VAT, as it is read off: paid in all, of which VAT at so many percent. */
export interface TypedLine {
  readonly total: string;
  readonly percent: string;
  readonly vat: string;
}

/** What she has filled in of an expense, as she typed it. */
export interface Typed {
  readonly kind: Kind | '';
  readonly spentOn: string;
  readonly purpose: string;
  readonly country: string;
  readonly madeOutTo: 'cooperative' | 'worker' | '';
  readonly quantity: string;
  readonly activity: string;
  readonly lines: readonly TypedLine[];
  readonly receipts: readonly string[];
}

/** What a worker may claim; a share of the cooperative is bought with her own money. */
export const kinds: readonly Kind[] = [
  'travel',
  'accommodation',
  'meal',
  'material',
  'rent',
  'communication',
  'training',
  'other',
  'kilometres',
  'per_diem',
];

/** Paid by a rule for each kilometre or day, without a receipt. */
export const isJourney = (kind: string): boolean => kind === 'kilometres' || kind === 'per_diem';

export const emptyLine: TypedLine = { total: '', percent: '', vat: '' };

/** The expense as the node has it, in the form. `country` is where the cooperative is. */
export const typedOf = (form: Form, activity: string, country: string): Typed => ({
  kind: form.kind ?? '',
  spentOn: form.spentOn ?? '',
  purpose: form.purpose ?? '',
  country: form.country ?? country,
  madeOutTo: form.madeOutTo ?? '',
  quantity: form.quantity === undefined ? '' : String(form.quantity),
  activity,
  lines: form.lines?.map(typedLine) ?? [emptyLine],
  receipts: form.receipts ?? [],
});

type Line = NonNullable<Form['lines']>[number];

const typedLine = ({ net, vat, vatPercent }: Line): TypedLine => ({
  total: typedAmount(moneyOf(net).plus(moneyOf(vat))),
  percent: vatPercent ?? '',
  vat: vatPercent === undefined ? '' : typedAmount(moneyOf(vat)),
});

const typedAmount = (amount: Money): string => amount.toDecimal().replace('.', ',');

/** As much of it as can be read: a draft is kept with the rest missing. */
export function formOf(typed: Typed, currency: CurrencyCode): Form {
  const { kind, spentOn, purpose, country, madeOutTo, activity, receipts } = typed;
  const common = {
    activity,
    ...(kind !== '' && { kind }),
    ...(isDay(spentOn) && { spentOn }),
    ...(purpose.trim() !== '' && { purpose: purpose.trim() }),
  };
  if (isJourney(kind)) return { ...common, ...(isCount(typed.quantity) && { quantity: Number(typed.quantity) }) };
  const lines = typed.lines.map((line) => lineOf(line, currency)).filter((line) => line !== undefined);
  return {
    ...common,
    ...(country !== '' && { country }),
    ...(madeOutTo !== '' && { madeOutTo }),
    ...(lines.length > 0 && { lines }),
    receipts: [...receipts],
  };
}

const isCount = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text.trim());

function lineOf(line: TypedLine, currency: CurrencyCode): Line | undefined {
  const total = amountIn(line.total, currency);
  const vat = line.percent === '' ? Money.zero(currency) : amountIn(line.vat, currency);
  const rate = percentOf(line.percent);
  if (!total?.isPositive() || !vat || vat.isNegative() || vat.isMoreThan(total)) return undefined;
  if (line.percent !== '' && rate === undefined) return undefined;
  const amounts = { net: amountOf(total.minus(vat)), vat: amountOf(vat) };
  return { ...amounts, ...(rate !== undefined && { vatPercent: rate }) } as Line;
}

function amountIn(text: string, currency: CurrencyCode): Money | undefined {
  const read = readMoney(text, currency);
  return read.ok ? read.value : undefined;
}

const percentOf = (text: string): string | undefined => {
  const written = text.trim().replace(',', '.').replace(/ ?%$/, '');
  return /^\d{1,2}(\.\d{1,2})?$/.test(written) ? written : undefined;
};

/** A line after a change. The VAT follows total and rate until somebody reads another amount off the receipt. */
export function changedLine(line: TypedLine, part: Partial<TypedLine>, currency: CurrencyCode): TypedLine {
  const next = { ...line, ...part };
  if (part.vat !== undefined) return next;
  const isUsual = line.vat === '' || line.vat === usualVat(line, currency);
  return isUsual ? { ...next, vat: usualVat(next, currency) } : next;
}

function usualVat({ total, percent }: TypedLine, currency: CurrencyCode): string {
  const paid = amountIn(total, currency);
  const written = percentOf(percent);
  if (!paid || written === undefined) return '';
  const { num, den } = rateOf(written);
  return typedAmount(new Money(mulDiv(paid.minor, num, den + num, 'halfUp'), currency));
}

/** Fields in the order of the form, of which each kind has its own. */
export const fields = ['receipts', 'kind', 'spentOn', 'purpose', 'quantity', 'country', 'lines', 'madeOutTo'] as const;
export type ExpenseField = (typeof fields)[number];

/** Fields that keep the expense from being sent. */
export function faultsOf(typed: Typed, currency: CurrencyCode): readonly ExpenseField[] {
  const isByRule = isJourney(typed.kind);
  const isWrong: Readonly<Record<ExpenseField, boolean>> = {
    receipts: !isByRule && typed.receipts.length === 0,
    kind: typed.kind === '',
    spentOn: !isDay(typed.spentOn),
    purpose: typed.purpose.trim() === '',
    quantity: isByRule && !isCount(typed.quantity),
    country: !isByRule && typed.country === '',
    lines: !isByRule && typed.lines.some((line) => lineOf(line, currency) === undefined),
    madeOutTo: !isByRule && typed.madeOutTo === '',
  };
  return fields.filter((field) => isWrong[field]);
}

/** What was paid, as far as it can be read; null while nothing can. */
export function paidOf({ lines = [] }: Form): Amount | null {
  const [first, ...rest] = lines.map(({ net, vat }) => moneyOf(net).plus(moneyOf(vat)));
  return first ? amountOf(rest.reduce((total, one) => total.plus(one), first)) : null;
}
