import { type CountryCode, type PlainDate, addDays, addMonths, country } from '@passerelle/values';
import { taxFreeDays } from '../parameters.js';
import { wholeMonths } from '../posting/counted.js';
import type { Span } from '../posting/question.js';
import { daysOf, mostWithin } from '../posting/window.js';
import type { MissingFact } from '../refusal.js';
import { groupOf } from '../states.js';
import { reason } from '../words.js';
import type { HostWithholding, TaxAnswer, TaxFlag, TaxQuestion } from './question.js';
import { taxWords } from './tax-words.js';
import { performerTaxes } from './withholding.js';

/**
 * What must be looked at about income tax in the host state (OECD model Art. 15 and 17). It warns and records; treaties
 * differ, and it decides nothing.
 */
export function taxOf(question: TaxQuestion): TaxAnswer {
  const mostDays = daysInAnyYear(question);
  if (question.home === question.host) return atHome(mostDays);
  const withholding = isPerformer(question) ? withholdingOf(question, mostDays) : null;
  const missing = missingFor(question, mostDays);
  const hostMayTax = mayTax(question, mostDays, withholding);
  const flags = flagsOf(question, mostDays, hostMayTax);
  const params = { days: String(mostDays ?? 0), most: String(taxFreeDays.on(question.date)) };
  const reasons = flags.map((flag) => reason(flag, taxWords[flag], params));
  const treaty = withholding ? [withholding.reason] : [];
  const through = looksThrough(question)
    ? [reason('looks-through', taxWords['looks-through'], { state: question.host })]
    : [];
  return { flags, reasons: [...reasons, ...treaty, ...through], mostDays, hostMayTax, withholding, missing };
}

/** The most days within any twelve months, wherever they begin; each day counts once. */
function daysInAnyYear({ stays }: TaxQuestion): number | null {
  if (stays.length === 0) return null;
  return mostWithin(daysOf(stays), (from: PlainDate) => addDays(addMonths(from, 12), -1));
}

/** The span of whole months of which other employers of hers must be asked: every year that touches a stay. */
export const spansForTax = ({ first, last }: Span): readonly Span[] => [
  wholeMonths(addMonths(first, -12), addMonths(last, 12)),
];

/** Whether the days stay within the limit with those that others count; undefined while that is not certain. */
function areDaysFew({ elsewhere, date }: TaxQuestion, mostDays: number | null): boolean | undefined {
  const most = taxFreeDays.on(date);
  if (mostDays === null) return undefined;
  if (mostDays > most) return false;
  if (elsewhere === undefined) return true;
  const told = elsewhere.map(({ days }) => days);
  const isWithin = told.length > 0 && told.every((days) => days !== null && mostDays + days <= most);
  return isWithin ? true : undefined;
}

const isPerformer = ({ work }: TaxQuestion): boolean => work.some(isStage);

const isStage = (kind: TaxQuestion['work'][number]): boolean => kind === 'performance' || kind === 'sport';

function flagsOf(
  question: TaxQuestion,
  mostDays: number | null,
  hostMayTax: TaxAnswer['hostMayTax'],
): readonly TaxFlag[] {
  const { work, date } = question;
  const raised: readonly (readonly [TaxFlag, boolean])[] = [
    ['ART17_PERFORMER', isPerformer(question)],
    ['DAYS_OVER_183', mostDays !== null && mostDays > taxFreeDays.on(date)],
    ['COST_BORNE_IN_HOST', isBorneInHost(question) === true],
    ['SPLIT_FEE', isPerformer(question) && !work.every(isStage)],
    ['TAX_CERTIFICATE_MISSING', hostMayTax === 'yes' && question.certificateReceived === false],
  ];
  return raised.filter(([, isRaised]) => isRaised).map(([flag]) => flag);
}

/** Art. 17 from the first day; everybody else only when one of the three conditions of Art. 15(2) fails. */
function mayTax(
  question: TaxQuestion,
  mostDays: number | null,
  withholding: HostWithholding | null,
): TaxAnswer['hostMayTax'] {
  if (isPerformer(question) && withholding !== null && withholding.rate !== null) return 'yes';
  const borne = isBorneInHost(question);
  const areFew = areDaysFew(question, mostDays);
  if (borne === true || areFew === false) return 'yes';
  // A host whose tax on performers is not known may take one; of the others the days and the bearer of the cost decide.
  if (isPerformer(question) && withholding === null) return 'unknown';
  return areFew === undefined || borne === undefined ? 'unknown' : 'no';
}

/** An employer of the host state bears the cost by definition. */
const isBorneInHost = ({ employerState, host, borneInHost }: TaxQuestion): boolean | undefined =>
  employerState === host ? true : borneInHost;

function missingFor(question: TaxQuestion, mostDays: number | null): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  const ask = (
    fact: 'borneInHost' | 'certificateReceived' | 'stays' | 'daysElsewhere',
    supplier: MissingFact['supplier'],
  ): void => {
    missing.push({ fact, supplier, question: reason(fact, taxWords[fact]) });
  };
  if (question.stays.length === 0) ask('stays', 'home');
  else if (areDaysFew(question, mostDays) === undefined) ask('daysElsewhere', 'home');
  if (isBorneInHost(question) === undefined) ask('borneInHost', 'host');
  if (isPerformer(question) && question.certificateReceived === undefined) ask('certificateReceived', 'home');
  return missing;
}

function withholdingOf(question: TaxQuestion, mostDays: number | null): HostWithholding | null {
  const { host, home, date } = question;
  if (isOldTreaty(question, mostDays)) return oldTreaty;
  const taxes = performerTaxes.get(host);
  if (taxes?.hasValueOn(date) !== true) return null;
  const { value, source, confidence } = taxes.entryOn(date);
  const group = groupOf(home, date);
  const isOutside = group !== 'union' && group !== 'eea';
  return {
    host,
    rate: isOutside ? (value.rateOutside ?? value.rate) : value.rate,
    flatDeduction: value.flatDeduction,
    freeUpTo: value.freeUpTo,
    withheldBy: value.withheldBy,
    reason: reason('host-withholding', value.words),
    source: { text: source, confidence },
  };
}

const belgium = country('BE');
const france = country('FR');

/** Belgium leaves the French-resident employee of a French entity untaxed, by the practice under the treaty of 1964. */
const isOldTreaty = ({ home, host, employerState, date }: TaxQuestion, mostDays: number | null): boolean =>
  host === belgium &&
  home === france &&
  employerState === france &&
  mostDays !== null &&
  mostDays <= taxFreeDays.on(date);

const oldTreaty: HostWithholding = {
  host: belgium,
  rate: null,
  flatDeduction: null,
  freeUpTo: null,
  withheldBy: 'nobody',
  reason: reason('treaty-of-1964', taxWords['treaty-of-1964']),
  source: {
    text: 'Belgian-French treaty of 1964, practice; the treaty of 2021 changes it once in force',
    confidence: 'to-confirm',
  },
};

/** Hosts that look through hiring-out and may take the host cooperative or the client for the employer. */
const lookingThrough: readonly CountryCode[] = ['SE', 'DE', 'AT', 'NL'].map(country);

const looksThrough = (question: TaxQuestion): boolean =>
  lookingThrough.includes(question.host) && isBorneInHost(question) !== false;

const atHome = (mostDays: number | null): TaxAnswer => ({
  flags: [],
  reasons: [],
  mostDays,
  hostMayTax: 'no',
  withholding: null,
  missing: [],
});
