import { type PlainDate, addDays, daysBetween } from '@passerelle/values';
import type { MissingFact } from '../refusal.js';
import type { Source } from '../source.js';
import { type Reason, reason } from '../words.js';
import { hostRules } from './hosts/index.js';
import { conditionWords, noticeWords } from './notice-words.js';
import type { NoticeAnswer, NoticeQuestion, NoticeWarning, Span } from './question.js';
import type { Condition, DayLimit, Exemption, HostNotice } from './rule.js';
import { type Counted, counted, eachOnce, spansFor } from './counted.js';

/**
 * Whether the host state must be told of a posting before it starts, by whom and by when (Directive 2014/67/EU Art. 9).
 * About labour law only: it says nothing about social security, nor about the pay that is owed.
 */
export function noticeFor(question: NoticeQuestion): NoticeAnswer {
  const { home, stay } = question;
  if (home === stay.host) return notApplicable(reason('domestic', noticeWords.domestic), null);
  const rule = hostRules.find(({ host }) => host === stay.host);
  if (rule !== undefined && 'none' in rule) return notApplicable(reason('no-notice', rule.none), rule.source);
  if (rule?.notice.hasValueOn(stay.first) !== true) return noRule(question);
  const { value: notice, source, confidence } = rule.notice.entryOn(stay.first);
  const basis = { text: source, confidence };
  if (question.selfEmployed && !notice.selfEmployedWork.includes(question.work))
    return notApplicable(reason('self-employed', noticeWords['self-employed']), basis);
  return ofNotice(question, notice, basis);
}

function ofNotice(question: NoticeQuestion, notice: HostNotice, source: Source): NoticeAnswer {
  const { system, onlyWork, exemptions } = notice;
  if (onlyWork && !onlyWork.includes(question.work)) {
    const why = reason('work-not-listed', noticeWords['work-not-listed'], { system });
    return {
      kind: 'exempt',
      rule: 'work-not-listed',
      reason: why,
      days: null,
      most: null,
      warnings: [hostPay],
      source,
    };
  }
  const results = exemptions.map((exemption) => ({ exemption, missing: holds(exemption, question) }));
  const certain = results.find(({ missing }) => missing?.length === 0);
  if (certain) return exempt(certain.exemption, question);
  const missing = results.flatMap((result) => result.missing ?? []);
  if (missing.length > 0) return undecided(question, notice, missing, source);
  return required(question, notice, source);
}

/** What must be known for the exemption to hold, nothing if it does; undefined when it certainly does not. */
function holds(exemption: Exemption, question: NoticeQuestion): readonly MissingFact[] | undefined {
  const { work, limits, needs = [], never = [] } = exemption;
  if (work && !work.includes(question.work)) return undefined;
  const counts = limits.map((limit) => ({ ...limit, ...counted(limit, question) }));
  if (counts.some(({ atLeast, most }) => atLeast > most)) return undefined;
  if (needs.some((name) => question[name] === false) || never.some((name) => question[name] === true)) return undefined;
  const unknown = [...needs, ...never].filter((name) => question[name] === undefined).map(asked);
  return [...unknown, ...counts.flatMap(uncertain)];
}

/** Days that others count decide whether a limit is kept: nobody guesses them. */
function uncertain({ atLeast, atMost, most }: DayLimit & Counted): readonly MissingFact[] {
  if (atMost === null)
    return [daysElsewhere('home', reason('days-elsewhere-untold', noticeWords['days-elsewhere-untold']))];
  if (atMost <= most) return [];
  const params = { own: String(atLeast), all: String(atMost), most: String(most) };
  return [daysElsewhere('worker', reason('days-elsewhere-many', noticeWords['days-elsewhere-many'], params))];
}

const daysElsewhere = (supplier: MissingFact['supplier'], question: MissingFact['question']): MissingFact => ({
  fact: 'daysElsewhere',
  supplier,
  question,
});

/** The spans of whole months of which other employers of hers must be asked before an exemption can be known. */
export function spansForNotice({ stay, work }: Pick<NoticeQuestion, 'stay' | 'work'>): readonly Span[] {
  const rule = hostRules.find(({ host }) => host === stay.host);
  if (rule === undefined || 'none' in rule || !rule.notice.hasValueOn(stay.first)) return [];
  const open = rule.notice.on(stay.first).exemptions.filter((each) => each.work?.includes(work) ?? true);
  return eachOnce(open.flatMap(({ limits }) => limits.flatMap((limit) => spansFor(limit, stay))));
}

const suppliers: Readonly<Record<Condition, MissingFact['supplier']>> = {
  agencyWork: 'home',
  thirdCountryNational: 'worker',
  internationalRenown: 'worker',
  minorPartOfTour: 'worker',
  ownAccount: 'home',
};

const asked = (name: Condition): MissingFact => ({
  fact: name,
  supplier: suppliers[name],
  question: reason(name, conditionWords[name]),
});

function exempt({ rule, words, limits, source }: Exemption, question: NoticeQuestion): NoticeAnswer {
  const counts = limits.map((limit) => ({ most: limit.most, days: counted(limit, question).atMost! }));
  // Of several limits the tightest is worth knowing: the one with the fewest days left.
  const [tightest] = counts.toSorted((a, b) => a.most - a.days - (b.most - b.days));
  const { days = null, most = null } = tightest ?? {};
  return { kind: 'exempt', rule, reason: reason(rule, words), days, most, warnings: [hostPay], source };
}

function required(question: NoticeQuestion, notice: HostNotice, source: Source): NoticeAnswer {
  const { system, url } = notice;
  const dueOn = dueOf(question, notice);
  const by = question.agencyWork === true ? notice.byInAgencyWork : notice.by;
  const why = reason('required', noticeWords.required, { system, dueOn });
  return { kind: 'required', system, url, by, dueOn, reason: why, warnings: warningsOf(question, notice), source };
}

const undecided = (
  question: NoticeQuestion,
  notice: HostNotice,
  missing: readonly MissingFact[],
  source: Source,
): NoticeAnswer => ({
  kind: 'ask-human',
  reason: reason('condition-unknown', noticeWords['condition-unknown']),
  missing: [...new Map(missing.map((one) => [one.fact, one])).values()],
  warnings: warningsOf(question, notice),
  source,
});

const noRule = ({ stay: { host } }: NoticeQuestion): NoticeAnswer => ({
  kind: 'ask-human',
  reason: reason('no-rule-for-host', noticeWords['no-rule-for-host'], { state: host }),
  missing: [],
  warnings: [],
  source: null,
});

const notApplicable = (why: Reason, source: Source | null): NoticeAnswer => ({
  kind: 'not-applicable',
  reason: why,
  warnings: [],
  source,
});

const dueOf = ({ stay }: NoticeQuestion, { daysBefore }: HostNotice): PlainDate => addDays(stay.first, -daysBefore);

/** First the time that is left, then what else the host asks for. */
function warningsOf(question: NoticeQuestion, notice: HostNotice): readonly NoticeWarning[] {
  const { today } = question;
  const dueOn = dueOf(question, notice);
  const overdue = today > dueOn;
  const why = overdue
    ? reason('overdue', noticeWords.overdue, { dueOn })
    : reason('file-in-time', noticeWords['file-in-time'], { dueOn, days: String(daysBetween(today, dueOn)) });
  const also = notice.also.map(({ key, words }) => ({ reason: reason(key, words), overdue: false }));
  return [{ reason: why, dueOn, overdue }, ...also];
}

const hostPay: NoticeWarning = { reason: reason('host-pay-holds', noticeWords['host-pay-holds']), overdue: false };
