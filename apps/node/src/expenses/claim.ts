import { type Allowances, countryOf } from '@passerelle/rules';
import { type CurrencyCode, Money, type PlainDate, type Result, ok, refuse, sum } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Claim, ExpenseForm, ExpenseKind, ExpenseLine } from './expense.js';

export type ClaimRefusal =
  | { readonly kind: 'incomplete'; readonly fields: readonly (keyof ExpenseForm)[] }
  | { readonly kind: 'shares-are-personal' }
  | { readonly kind: 'not-spent-yet'; readonly spentOn: PlainDate; readonly today: PlainDate }
  | {
      readonly kind: 'no-allowance';
      readonly of: 'kilometres' | 'per_diem';
      readonly country: string;
      readonly on: PlainDate;
    }
  | { readonly kind: 'another-currency'; readonly line: number; readonly expected: string; readonly found: string }
  | { readonly kind: 'nothing-spent' }
  | { readonly kind: 'vat-does-not-fit'; readonly line: number; readonly expected: Money; readonly found: Money };

export interface Claimed {
  readonly entity: LegalEntity;
  readonly today: PlainDate;
}

const journeys = { kilometres: 'perKilometre', per_diem: 'perDiem' } as const satisfies Partial<
  Record<ExpenseKind, keyof Allowances>
>;

type Journey = keyof typeof journeys;

export const isJourney = (kind: ExpenseKind | undefined): kind is Journey => kind !== undefined && kind in journeys;

/** What a filled-in form claims, or the first thing that stands against it. */
export function claimOf(form: ExpenseForm, { entity, today }: Claimed): Result<Claim, ClaimRefusal> {
  // A share is bought with her own money: were it paid from a budget, the others would own it.
  if (form.kind === 'membership_share') return refuse({ kind: 'shares-are-personal' });
  const fields = missingIn(form);
  if (fields.length > 0) return refuse({ kind: 'incomplete', fields });
  const spentOn = form.spentOn!;
  if (spentOn > today) return refuse({ kind: 'not-spent-yet', spentOn, today });
  if (isJourney(form.kind)) return allowance(form.kind, { entity, spentOn, quantity: form.quantity! });
  const refusal = linesRefusal(form.lines!, entity.currency);
  return refusal ? refuse(refusal) : ok(receiptClaim(form, entity));
}

function missingIn(form: ExpenseForm): readonly (keyof ExpenseForm)[] {
  const always = ['kind', 'spentOn', 'purpose'] as const;
  const more = isJourney(form.kind)
    ? (['quantity'] as const)
    : (['country', 'madeOutTo', 'lines', 'receipts'] as const);
  return [...always, ...more].filter((field) => isEmpty(form[field]));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** By the rule of the country whose cooperative pays; what no rule says is never guessed. */
function allowance(
  of: Journey,
  {
    entity,
    spentOn,
    quantity,
  }: { readonly entity: LegalEntity; readonly spentOn: PlainDate; readonly quantity: number },
): Result<Claim, ClaimRefusal> {
  const { country, currency } = entity;
  const figure = countryOf(country)?.allowances[journeys[of]];
  if (!figure?.hasValueOn(spentOn)) return refuse({ kind: 'no-allowance', of, country, on: spentOn });
  const { value, source, from } = figure.entryOn(spentOn);
  const refund = value.times(quantity);
  const { each, currency: paidIn } = value;
  const rule = { figure: figure.name, quantity, each, currency: paidIn, from, source };
  return ok({ refund, vat: Money.zero(currency), cost: refund, rule });
}

function linesRefusal(lines: readonly ExpenseLine[], currency: CurrencyCode): ClaimRefusal | null {
  for (const [line, { net, vat, rate }] of lines.entries()) {
    const foreign = [net, vat].find((amount) => amount.currency !== currency);
    if (foreign) return { kind: 'another-currency', line, expected: currency, found: foreign.currency };
    const expected = rate === null ? Money.zero(currency) : net.times(rate, 'halfUp');
    // A till rounds each article, or the whole: one unit more or less is the receipt's own.
    if (difference(vat, expected) > (rate === null ? 0n : 1n))
      return { kind: 'vat-does-not-fit', line, expected, found: vat };
  }
  return total(lines, currency).isZero() ? { kind: 'nothing-spent' } : null;
}

const difference = (a: Money, b: Money): bigint => (a.isLessThan(b) ? b.minus(a) : a.minus(b)).minor;

const total = (lines: readonly ExpenseLine[], currency: CurrencyCode): Money =>
  sum(
    lines.map(({ net, vat }) => net.plus(vat)),
    currency,
  );

function receiptClaim({ lines, country, madeOutTo }: ExpenseForm, entity: LegalEntity): Claim {
  const { currency } = entity;
  const refund = total(lines!, currency);
  const shown = sum(
    lines!.map(({ vat }) => vat),
    currency,
  );
  const comesBack = madeOutTo === 'cooperative' && country === entity.country;
  const vat = comesBack ? shown : Money.zero(currency);
  return { refund, vat, cost: refund.minus(vat), rule: null };
}
