import { countryOf, frenchValues, type Fact, type Payslip } from '@passerelle/rules';
import {
  type PlainDate,
  Rate,
  addDays,
  day,
  firstDayOf,
  lastDayOf,
  money,
  monthOf,
  percent,
  rate,
  ratio,
} from '@passerelle/values';
import { type Answer, type Answerer, CannotAnswer, type GoldenCase, textInput, wholeInput } from './answer.js';
import { rateLineOf } from './fr-artists-lines.js';
import { type ShowLineName, showRates } from './fr-artists-rates.js';
import { workerAmount } from './fr.js';

const france = countryOf('FR')!;

const artistRate: Answer = (golden) => {
  const line = rateLineOf(textInput(golden, 'line'), categoryOf(golden), textOr(golden, 'base', ''));
  const { employer, worker } = showRates(line, dayOf(golden), isArtist(golden));
  return { employerPct: employer.toPercent(), employeePct: worker.toPercent() };
};

const dailyCeiling: Answer = (golden) => {
  const isLong = /(5|five) days (or more|and over)|(from|over|at least) (5|five)/i.test(
    textOr(golden, 'engagement', ''),
  );
  const ceiling = isLong ? frenchValues.ceilingDay.on(dayOf(golden)) : frenchValues.artistDayCeiling(dayOf(golden)).day;
  return { perDay: ceiling.toDecimal() };
};

const deductionCap: Answer = (golden) => {
  const { date, inputs } = golden;
  const limit = frenchValues.expenseDeduction.limit.on(day(date ?? '2026-01-01'));
  const perMonth = /month|mois/i.test(String(inputs['period']));
  return { cap: (perMonth ? limit.times(ratio(1n, 12n), 'halfUp') : limit).toDecimal() };
};

const deductionRate: Answer = (golden) => {
  const isMusic = /\bM\b|music|chor(us|ist)|conduct|stage manager|20/i.test(textInput(golden, 'group'));
  return { ratePct: frenchValues.deductionRate(dayOf(golden), isMusic ? 'musicians' : 'performers').toPercent() };
};

/** Artists at their reduced rates have no general reduction; everybody at ordinary rates has. */
const eligibility: Answer = (golden) => ({
  generalReduction: !isArtist(golden) || /ordinary|full|common|100/i.test(textOr(golden, 'rates', 'reduced')),
});

const leaveAllowance: Answer = (golden) => ({
  leaveGross: money(textInput(golden, 'gross'), 'EUR')
    .times(frenchValues.leaveFund.allowance.on(day('2024-04-01')), 'halfUp')
    .toDecimal(),
});

const withholdingAllowance: Answer = (golden) => ({
  allowance: frenchValues.shortContractAllowance(dayOf(golden)).toDecimal(),
});

const withholdingRate: Answer = (golden) => {
  const home = taxHomeIn(textOr(golden, 'territory', 'mainland'));
  return {
    ratePct: frenchValues.gridRate(dayOf(golden), home, money(textInput(golden, 'monthlyBase'), 'EUR')).toPercent(),
  };
};

function taxHomeIn(territory: string): 'mainland' | 'antilles-reunion' | 'guyane-mayotte' {
  if (/guy|mayotte/i.test(territory)) return 'guyane-mayotte';
  if (/guad|martin|r[ée]union|antilles/i.test(territory)) return 'antilles-reunion';
  if (/m[ée]tro|mainland|hexagon|france|default/i.test(territory)) return 'mainland';
  throw new CannotAnswer(`no grid of the income tax is known for "${territory}"`);
}

const shortContract: Answer = ({ inputs }) => ({
  allowanceApplies:
    inputs['personalRateKnown'] !== true &&
    frenchValues.isShortContract(day(String(inputs['start'])), day(String(inputs['end']))),
});

/** A payslip of one engagement; the file gives the accident rate as the artist pays it. */
const payslip: Answer = (golden) => {
  const paid = paidFor(golden);
  const nonDeductible = workerAmount(paid, 'fr.csg.not-deductible', 'fr.csg.crds').negated();
  const netBeforeTax = paid.net.minus(workerAmount(paid, 'fr.withholding'));
  const held = paid.gross.minus(netBeforeTax);
  return {
    cappedBase: cappedBaseOf(paid),
    employer: paid.cost.minus(paid.gross).toDecimal(),
    employeeWithoutNonDeductible: held.minus(nonDeductible).toDecimal(),
    csgNonDeductiblePlusCrds: nonDeductible.toDecimal(),
    netBeforeTax: netBeforeTax.toDecimal(),
    employerCost: paid.cost.toDecimal(),
    netTaxable: paid.taxable.toDecimal(),
  };
};

const payslipPartial: Answer = (golden) => {
  const date = dayOf(golden);
  const cachets = wholeInput(golden, 'cachets');
  const gross = money(textInput(golden, 'grossPerCachet'), 'EUR').times(ratio(BigInt(cachets), 1n), 'halfUp');
  const paid = paidFor({ ...golden, inputs: { ...golden.inputs, gross: gross.toDecimal(), days: cachets } });
  const sickness = paid.lines.find(({ id }) => id === 'fr.sickness');
  const full = showRates('sickness', date, isArtist(golden)).employer;
  return {
    hourlyCeiling: frenchValues.artistDayCeiling(date).hour.toDecimal(),
    cappedBase: cappedBaseOf(paid),
    fnalBaseFactor: frenchValues.leaveFundEnlargement.on(date).toString(),
    sicknessAndFamilySurchargeApply: sickness?.employer?.rate?.equals(full) ?? false,
    pasShortContractAllowance: frenchValues.shortContractAllowance(date).toDecimal(),
    gross: paid.gross.toDecimal(),
  };
};

/** By how many points the employer's rates of social security change between two days, at one level of pay. */
const rateDelta: Answer = (golden) => {
  const pay = textOr(golden, 'pay', '');
  const before = employerRate(day(dayText(golden.inputs['from'])), pay, isArtist(golden));
  const after = employerRate(day(dayText(golden.inputs['to'])), pay, isArtist(golden));
  return { employerRateChangePoints: after.minus(before).toPercent() };
};

export const frenchArtistAnswers: Answerer = {
  'artist-rate': artistRate,
  'daily-ceiling': dailyCeiling,
  'dfs-cap': deductionCap,
  'dfs-rate': deductionRate,
  eligibility,
  'leave-allowance': leaveAllowance,
  'pas-allowance': withholdingAllowance,
  'pas-rate': withholdingRate,
  'pas-short-contract': shortContract,
  payslip,
  'payslip-partial': payslipPartial,
  'rate-delta': rateDelta,
};

function paidFor(golden: GoldenCase): Payslip {
  const date = dayOf(golden);
  const month = monthOf(date);
  const days = wholeInput(golden, 'days');
  const start = addDays(date, days - 1) > lastDayOf(month) ? firstDayOf(month) : date;
  const answer = france.payslip({
    first: start,
    last: addDays(start, days - 1),
    days,
    paidOn: lastDayOf(month),
    gross: money(textInput(golden, 'gross'), 'EUR'),
    facts: showFacts(golden),
  });
  if (!answer.ok) throw new CannotAnswer(`${answer.refusal.detail} ${answer.refusal.remedy}`);
  return answer.value;
}

function showFacts(golden: GoldenCase): Readonly<Record<string, Fact>> {
  const { inputs } = golden;
  const reduced = textOr(golden, 'atmpRateAlreadyReduced', '');
  const deduction = textOr(golden, 'dfs', 'none');
  const convention = textOr(golden, 'idcc', 'other');
  return {
    status: isArtist(golden) ? 'artist' : 'technician',
    executive: inputs['cadre'] === true,
    cachets: isArtist(golden) ? Number(inputs['cachets'] ?? 0) : 0,
    contractLength: inputs['contractAtMost3Months'] === false ? 'longer' : 'up-to-2-months',
    engagementLength: inputs['continuousEngagementUnder5Days'] === false ? 'five-days-or-more' : 'under-five-days',
    deduction: /music|^M$|chor|conduct/i.test(deduction)
      ? 'musicians'
      : /^(none|no|false|0|null|)$/i.test(deduction)
        ? 'none'
        : 'performers',
    convention: convention === '1285' || convention === '3090' ? convention : 'other',
    headcount: headcountOf(inputs['headcount']),
    ...(reduced === '' ? {} : { accidentRate: ordinaryAccidentRate(reduced, golden) }),
    mobilityRate: textOr(golden, 'mobilityRate', '0'),
    apprenticeshipTax: inputs['apprenticeshipTaxDue'] === true,
  };
}

/** "over 20" and "under 50" name a size by its edge. */
function headcountOf(said: unknown): number {
  const number = Number(/\d+/.exec(String(said))?.[0] ?? 5);
  if (/under|less|below|</i.test(String(said))) return Math.max(1, number - 1);
  return /over|more|above|>/i.test(String(said)) ? number + 1 : number;
}

/** The notified rate behind the one an artist pays: 70 % of it, to two decimals, must be that one. */
function ordinaryAccidentRate(reduced: string, golden: GoldenCase): string {
  if (!isArtist(golden)) return reduced;
  const { num, den } = new Rate(percent(reduced).num * 100_000_000n, percent(reduced).den * 7n);
  const text = (num / den).toString().padStart(6, '0');
  return `${text.slice(0, -5)}.${text.slice(-5)}`;
}

const cappedBaseOf = (paid: Payslip): string =>
  paid.lines.find(({ id }) => id === 'fr.old-age-capped')?.base?.toDecimal() ?? '0';

function employerRate(date: PlainDate, pay: string, artist: boolean): Rate {
  const of = (line: ShowLineName): Rate => showRates(line, date, artist).employer;
  const within = (line: 'sickness' | 'family'): Rate => {
    const { limit } = frenchValues[line];
    return limit.hasValueOn(date) && isWithin(pay, limit.on(date)) ? of(`${line}, reduced`) : of(line);
  };
  return within('sickness').plus(within('family')).plus(of('old age capped')).plus(of('old age uncapped'));
}

/** Whether a pay such as "under 2.25 SMIC", "between 2.25 and 3.3 SMIC" or "SMIC" is within a limit of minimum wages. */
function isWithin(pay: string, limit: Rate): boolean {
  const numbers = [...pay.matchAll(/\d+(?:[.,]\d+)?/g)].map(([text]) => rate(text.replace(',', '.')));
  const highest = numbers.at(-1);
  const isAbove = /over|above|more than|>/i.test(pay);
  if (highest === undefined) {
    if (/reduced|low|under|below|smic|minimum/i.test(pay)) return true;
    if (isAbove || /full|high/i.test(pay)) return false;
    throw new CannotAnswer(`"${pay}" does not say how the pay compares with the minimum wage`);
  }
  const compared = highest.num * limit.den - limit.num * highest.den;
  return isAbove && numbers.length === 1 ? compared < 0n : compared <= 0n;
}

const categoryOf = (golden: GoldenCase): string => textOr(golden, 'category', 'artist');

/** An input as text, or what stands for a missing one. */
function textOr({ inputs }: GoldenCase, name: string, otherwise: string): string {
  const said = inputs[name];
  return typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean' ? String(said) : otherwise;
}

const isArtist = (golden: GoldenCase): boolean => !/techn/i.test(categoryOf(golden));

function dayOf({ date, inputs }: GoldenCase): PlainDate {
  if (date !== undefined) return day(dayText(date));
  if (inputs['year'] !== undefined) return day(dayText(inputs['year']));
  throw new CannotAnswer('the case gives neither a date nor a year');
}

/** A year alone means its first day. */
const dayText = (said: unknown): string => (/^\d{4}$/.test(String(said)) ? `${String(said)}-01-01` : String(said));
