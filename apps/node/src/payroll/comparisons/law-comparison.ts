import {
  type Comparison,
  type Payslip,
  type PayslipDifference,
  type RuleRefusal,
  type Words,
  countryOf,
} from '@passerelle/rules';
import { compare, nothingCompared } from '@passerelle/rules/kit';
import {
  type CountryCode,
  type MoneyText,
  type PlainDate,
  type Result,
  addMonths,
  firstDayOf,
  monthOf,
  refuse,
} from '@passerelle/values';
import { moneyOf } from '../payslip-document.js';
import type { IssuedPayslip, PayslipId } from '../payslip.js';

export type LawComparisonId = string & { readonly __lawComparison: true };

/** What is compared: payslips that were issued since a day, by their own law or by that of a day to come. */
export interface ComparisonTerms {
  /** As if the law of this day held already; null for the law by which each was issued: it must be equal. */
  readonly lawFrom: PlainDate | null;
  readonly since: PlainDate;
}

/** What a line says on one of two payslips, and how much more or less on the other. */
export interface DifferingLine {
  readonly id: string;
  readonly words: Words;
  readonly issued: LineAmounts | null;
  readonly now: LineAmounts | null;
  readonly worker: MoneyText;
  readonly employer: MoneyText;
}

export interface LineAmounts {
  readonly worker: MoneyText | null;
  readonly employer: MoneyText | null;
}

/** A payslip that comes out otherwise, or cannot be made. */
export interface DifferingPayslip {
  readonly payslip: PayslipId;
  readonly reference: string;
  readonly country: CountryCode;
  readonly version: string;
  readonly issued: { readonly net: MoneyText; readonly cost: MoneyText };
  /** Null where the rules refuse. */
  readonly difference: {
    readonly net: MoneyText;
    readonly cost: MoneyText;
    readonly lines: readonly DifferingLine[];
    /** Sums that the next payslip would begin with otherwise. */
    readonly sums: readonly string[];
  } | null;
  readonly refusal: Pick<RuleRefusal, 'kind' | 'rule' | 'detail' | 'remedy'> | null;
}

/** How far it came: a result for each country, and the payslips that differ most. */
export interface Found {
  readonly countries: readonly Comparison[];
  readonly widest: readonly DifferingPayslip[];
}

/** Payslips compared one by one, by the program as it stands. Kept, so that who asked may come back for the answer. */
export interface LawComparison extends ComparisonTerms, Found {
  readonly id: LawComparisonId;
  /** The program that compares. */
  readonly release: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** How many payslips there are to compare, and the last of them when it was asked. */
  readonly payslips: number;
  readonly last: PayslipId | null;
  /** The last that was compared. */
  readonly upto: PayslipId | null;
  readonly doneAt: Date | null;
}

export const nothingFound: Found = { countries: [], widest: [] };

/** How many payslips are named; all are counted. */
const mostNamed = 50;

/** Payslips of the months that are over: three by their own law, one by that of a day to come. The running one counts too. */
export function sinceFor(lawFrom: PlainDate | null, today: PlainDate): PlainDate {
  return addMonths(firstDayOf(monthOf(today)), lawFrom === null ? -3 : -1);
}

/** The sums of the payslips compared so far. */
export function totalsOf({ countries }: Pick<Found, 'countries'>) {
  const sumOf = (count: (of: Comparison) => number): number => countries.reduce((so, of) => so + count(of), 0);
  return {
    compared: sumOf(({ payslips }) => payslips),
    differing: sumOf(({ differing }) => differing),
    refused: sumOf(({ refusing }) => refusing.reduce((so, { payslips }) => so + payslips, 0)),
  };
}

/** Compares more payslips. */
export function comparedWith(
  so: Found,
  { lawFrom }: Pick<ComparisonTerms, 'lawFrom'>,
  more: readonly IssuedPayslip[],
): Found {
  const countries = new Map(so.countries.map((each) => [each.country, each]));
  const differing: DifferingPayslip[] = [];
  for (const issued of more) {
    const { payslip } = issued;
    const answer = answerTo(issued, lawFrom);
    const before = countries.get(payslip.country) ?? nothingCompared(payslip);
    const { comparison, difference } = compare(before, payslip, answer);
    countries.set(payslip.country, comparison);
    if (difference) differing.push({ ...named(issued), difference: shown(difference), refusal: null });
    if (!answer.ok) differing.push({ ...named(issued), difference: null, refusal: answer.refusal });
  }
  return { countries: [...countries.values()], widest: widest([...so.widest, ...differing]) };
}

function answerTo(
  { request, payslip, issuedOn }: IssuedPayslip,
  lawFrom: PlainDate | null,
): Result<Payslip, RuleRefusal> {
  const country = countryOf(payslip.country);
  if (!country) return refuse(unknownLaw(payslip, issuedOn));
  return lawFrom === null ? country.payslip(request) : country.payslipByLawOf(lawFrom, request);
}

const unknownLaw = ({ country }: Payslip, date: PlainDate): RuleRefusal => ({
  kind: 'no-rule-on-date',
  rule: 'countries',
  date,
  detail: `This release does not know the law of payslips of ${country}.`,
  remedy: 'Use a release with that country.',
});

const named = ({ id, reference, payslip }: IssuedPayslip) => ({
  payslip: id,
  reference,
  country: payslip.country,
  version: payslip.version,
  issued: { net: payslip.net.toJSON(), cost: payslip.cost.toJSON() },
});

const shown = ({ net, cost, lines, sums }: PayslipDifference): DifferingPayslip['difference'] => ({
  net: net.toJSON(),
  cost: cost.toJSON(),
  lines: lines.map(({ id, words, before, after, worker, employer }) => ({
    id,
    words,
    issued: before && amountsOf(before),
    now: after && amountsOf(after),
    worker: worker.toJSON(),
    employer: employer.toJSON(),
  })),
  sums,
});

const amountsOf = ({ worker, employer }: Payslip['lines'][number]): LineAmounts => ({
  worker: worker && worker.amount.toJSON(),
  employer: employer && employer.amount.toJSON(),
});

/** Those that cannot be made first, then by how far the net moves. */
function widest(all: readonly DifferingPayslip[]): readonly DifferingPayslip[] {
  return [...all]
    .sort((a, b) => {
      const [one, other] = [widthOf(a), widthOf(b)];
      return one === other ? (a.payslip < b.payslip ? -1 : 1) : one > other ? -1 : 1;
    })
    .slice(0, mostNamed);
}

/** No wage moves by so much. */
const farthest = 10n ** 18n;

function widthOf({ difference }: DifferingPayslip): bigint {
  if (difference === null) return farthest;
  const { minor } = moneyOf(difference.net);
  return minor < 0n ? -minor : minor;
}
