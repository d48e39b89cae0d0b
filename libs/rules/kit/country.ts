import type { CountryCode, CurrencyCode, Dated, Money, PlainDate, Rate, Result } from '@passerelle/values';
import type { Allowances } from './allowances.js';
import type { Citations } from './citations.js';
import type { Contracts } from './contract.js';
import type { DeclarationForm } from './declarations.js';
import type { Fact, FactField } from './facts.js';
import type { Invoicing } from './invoicing.js';
import type { Payslip, YearToDate } from './payslip.js';
import type { Retentions } from './retention.js';
import type { RuleRefusal } from './refusal.js';
import type { Scheme } from './scheme.js';

/** What a country's law must answer. One folder implements it; nothing outside the folder knows how. */
export interface Country {
  readonly code: CountryCode;
  /** The country's name in its own languages, for people. */
  readonly localName: string;
  readonly currency: CurrencyCode;
  /** IANA time zone in which the country's days begin. */
  readonly timeZone: string;
  /** Version of the rule pack, `2026.1`: changes whenever a formula or a figure changes. */
  readonly version: string;
  /** The rules in the order of a payslip: reads as a table of contents. */
  readonly schemes: readonly Scheme[];
  /** Every dated figure of the folder, schemes' and amounts', for the status page and the conformance spec. */
  readonly figures: readonly Dated<unknown>[];
  /** What figures and rules rest on, in words; a name that is the same in every language stands among them too. */
  readonly citations: Citations;
  /** What the law must know about a person and an employer, with choices, defaults and words for a form. */
  readonly facts: readonly FactField[];
  readonly vat: { readonly standard: Dated<Rate> };
  /** What an employer declares to the authorities, and when; each due date is among the figures. */
  readonly declarations: readonly DeclarationForm[];
  /** Under which contract somebody works, and what the law puts into it. */
  readonly contracts: Contracts;
  /** What its sellers put on their invoices beyond the European standard. */
  readonly invoicing: Invoicing;
  /** What may be paid for journeys without a receipt; each is among the figures. */
  readonly allowances: Allowances;
  /** How long records must be kept; each is among the figures. */
  readonly retentions: Retentions;

  /**
   * The number by which authorities know an employer, from that of the company in its register; null where a person has to
   * say it.
   */
  employerNumber(register: string): string | null;

  /** What is known of a person as the law asks it of an open-ended employment, whatever her missions are. */
  openEnded(facts: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact>>;

  /** The days of a year on which nobody is expected to work, weekends aside. */
  publicHolidays(year: number): readonly PlainDate[];

  /** A payslip from a gross pay. The same request gives the same payslip for ever. */
  payslip(request: PayslipRequest): Result<Payslip, RuleRefusal>;

  /**
   * The same payslip as if the law of a day to come held already. Only the law moves: days, calendar, ages, facts and the
   * sums of the year are those of the request. From that day on it is the payslip.
   */
  payslipByLawOf(from: PlainDate, request: PayslipRequest): Result<Payslip, RuleRefusal>;

  /**
   * The largest gross in whole minor units whose employer cost fits, its payslip, and what is left of the cost. The gross is
   * the one to ask for that payslip: the payslip's own may hold more, such as indemnities that the law adds to it.
   */
  fromCost(
    cost: Money,
    request: PayslipTerms,
  ): Result<{ gross: Money; payslip: Payslip; remainder: Money }, RuleRefusal>;

  /** The smallest gross whose net reaches the wanted net. */
  fromNet(net: Money, request: PayslipTerms): Result<Payslip, RuleRefusal>;
}

/** One engagement within one month of work, and when it is paid. */
export interface PayslipTerms {
  /** First and last day of work of this payslip; both within one calendar month. */
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** Days actually worked, 1 to the number of days of the period. */
  readonly days: number;
  /** Day of payment: some taxes go by it rather than by the month of work. */
  readonly paidOn: PlainDate;
  /** Facts of the person and her employer by the names of `Country.facts`; missing ones take their default. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** State after the previous payslip of the same year, person and employer; absent for the first. */
  readonly yearToDate?: YearToDate;
}

export interface PayslipRequest extends PayslipTerms {
  readonly gross: Money;
}
