import type { PlainDate } from '@passerelle/values';
import { type Reason, reason } from '../words.js';
import type { FactName, RateClass } from './facts.js';
import * as words from './refusal.words.js';

export interface MissingVatFact {
  /** Path into the facts: `customer.status`. */
  readonly fact: string;
  /** The law that asks for it. */
  readonly rule: string;
  /** Who can supply it: the client, or the adviser or finance of the cooperative that invoices. */
  readonly supplier: 'client' | 'adviser' | 'finance';
  readonly question: Reason;
}

/** Why VAT is not decided: which field, which article or rule stands behind it, and what to do. */
export interface VatRefusal {
  readonly kind: keyof typeof words.details;
  readonly field: string;
  readonly rule: string;
  readonly detail: Reason;
  readonly remedy: Reason;
  /** What decides and nobody has said; empty for every other kind. */
  readonly missing: readonly MissingVatFact[];
}

const asked: Readonly<Record<FactName, Omit<MissingVatFact, 'question'>>> = {
  status: { fact: 'customer.status', rule: '2006/112 Art. 43, 44, 45', supplier: 'client' },
  vatIdValid: { fact: 'customer.vatIdValid', rule: '282/2011 Art. 18', supplier: 'finance' },
  kind: { fact: 'supply.kind', rule: '2006/112 Art. 44, 53, 54, 59', supplier: 'adviser' },
  place: { fact: 'supply.place', rule: '2006/112 Art. 53, 54', supplier: 'adviser' },
  virtual: { fact: 'supply.virtual', rule: '2006/112 Art. 53, 54', supplier: 'adviser' },
  rateClass: { fact: 'supply.rateClass', rule: '2006/112 Art. 96, 98, 132', supplier: 'finance' },
};

/** These facts decide, and nobody has said them. */
export function factsMissing(facts: readonly FactName[]): VatRefusal {
  const missing = facts.map((name): MissingVatFact => ({
    ...asked[name],
    question: reason(`vat-question-${name}`, words.questions[name]),
  }));
  const [first] = missing;
  const known = { fields: missing.map(({ fact }) => fact).join(', ') };
  return { ...refusal('vat-facts-missing', first!.fact, first!.rule, known), missing };
}

/** A code that is no country, where one must stand. */
export const noSuchCountry = (field: string, country: string): VatRefusal =>
  refusal('no-such-country', field, 'ISO 3166-1', { country });

/** The rules here are those of suppliers established in the Union. */
export const supplierOutsideUnion = (country: string): VatRefusal =>
  refusal('supplier-outside-union', 'supplier.country', '2006/112 Art. 5', { country });

export function noVatRate(country: string, rateClass: RateClass, on: PlainDate): VatRefusal {
  const rule = rateClass === 'standard' ? '2006/112 Art. 96' : '2006/112 Art. 98';
  return refusal('no-vat-rate', 'supply.rateClass', rule, { country, rateClass, on });
}

/** The rule as we know it begins later than the day it is asked for. */
export const ruleNotKnownThen = (rule: string, on: PlainDate, from: PlainDate): VatRefusal =>
  refusal('vat-rule-not-known-then', 'date', rule, { on, from });

export const noMention = (rule: string, language: string, known: readonly string[]): VatRefusal =>
  refusal('no-mention-in-language', 'invoiceLanguage', rule, { language, known: known.join(', ') });

const refusal = (
  kind: VatRefusal['kind'],
  field: string,
  rule: string,
  params: Readonly<Record<string, string>>,
): VatRefusal => ({
  kind,
  field,
  rule,
  detail: reason(kind, words.details[kind], params),
  remedy: reason(`${kind}-remedy`, words.remedies[kind], params),
  missing: [],
});
