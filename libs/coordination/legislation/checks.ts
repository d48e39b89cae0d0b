import { type PlainDate, Rate, day, isCountryCode, isPlainDate } from '@passerelle/values';
import { isLess, readDecimal } from '../exact.js';
import type { CoordinationRefusal } from '../refusal.js';
import { impossible } from '../refusals.js';
import { closedToThirdCountryNationals, groupOf } from '../states.js';
import type { ActivityFacts, EmployerFacts, LegislationFacts, MissionFacts, StayFacts } from './facts.js';

type Findings = Generator<CoordinationRefusal, void, undefined>;

/** The first thing in the facts that cannot be, or undefined. Facts that pass can be read without fear. */
export function firstImpossible(facts: LegislationFacts): CoordinationRefusal | undefined {
  const next = allImpossible(facts).next();
  return next.done ? undefined : next.value;
}

function* allImpossible(facts: LegislationFacts): Findings {
  yield* aDay('date', facts.date);
  for (const name of ['employers', 'activities', 'otherMissions'] as const) yield* aList(name, facts[name]);
  yield* aList('mission.earlierPostings', facts.mission?.earlierPostings);
  if (!closedToThirdCountryNationals.hasValueOn(facts.date as PlainDate))
    yield impossible('no-rule-on-date', 'date', 'Reg. 883/2004 Art. 91', { value: facts.date });
  yield* person(facts.person);
  yield* employers(list(facts.employers));
  const known = new Set(list(facts.employers).map(({ id }) => id));
  yield* activities(list(facts.activities), known);
  if (facts.mission) yield* mission(facts.mission, known);
  yield* missionsApart(facts);
  yield* certificates(facts);
  yield* share('telework.shareInResidence', facts.telework?.shareInResidence);
  for (const name of ['requestedByBoth', 'bothStatesSigned', 'onlyTeleworkInResidence'] as const)
    yield* yesNo(`telework.${name}`, facts.telework?.[name]);
  yield* coordinated('centreOfInterest', facts.centreOfInterest, facts.date, 'Reg. 883/2004 Art. 13(2)(b)');
}

function* person(facts: LegislationFacts['person'] | undefined): Findings {
  if (typeof facts !== 'object' || facts === null) {
    yield unreadable('person', facts);
    return;
  }
  const { nationality, residence, ukSituationUnbrokenSince: since } = facts;
  const nationalities = Array.isArray(nationality) ? (nationality as readonly string[]) : [nationality];
  for (const one of nationalities) yield* aCountry('person.nationality', one as string | undefined);
  yield* aCountry('person.residence', residence);
  yield* yesNo('person.legallyResident', facts.legallyResident);
  if (since !== undefined && since !== null) yield* aDay('person.ukSituationUnbrokenSince', since);
}

function* employers(all: readonly EmployerFacts[]): Findings {
  const byId = new Map(all.map((employer) => [employer.id, employer]));
  for (const [index, employer] of all.entries()) {
    const field = `employers[${index}]`;
    if (typeof employer.id !== 'string' || employer.id === '') yield unreadable(`${field}.id`, employer.id);
    if (byId.get(employer.id) !== employer)
      yield impossible('named-twice', `${field}.id`, 'Reg. 883/2004 Art. 13(1)', { value: employer.id });
    yield* required(`${field}.seat`, employer.seat);
    yield* aCountry(`${field}.seat`, employer.seat);
    yield* yesNo(`${field}.substantialActivityAtSeat`, employer.substantialActivityAtSeat);
    yield* effective(`${field}.effectiveEmployer`, employer, byId);
  }
}

function* effective(field: string, from: EmployerFacts, byId: ReadonlyMap<string, EmployerFacts>): Findings {
  const seen = new Set<string>([from.id]);
  let employer = from;
  for (;;) {
    const next = employer.effectiveEmployer;
    if (next === undefined || next === employer.id) return;
    const found = byId.get(next);
    if (found === undefined) {
      yield impossible('unknown-employer', field, 'C-610/18 AFMB', { value: shown(next) });
      return;
    }
    if (seen.has(next)) {
      yield impossible('circle-of-employers', field, 'C-610/18 AFMB', { value: next });
      return;
    }
    seen.add(next);
    employer = found;
  }
}

const kinds: readonly unknown[] = ['employed', 'self_employed', 'civil_servant'];
const regularities: readonly unknown[] = ['habitual', 'occasional'];

function* activities(all: readonly ActivityFacts[], known: ReadonlySet<string>): Findings {
  for (const [index, activity] of all.entries()) {
    const field = `activities[${index}]`;
    if (!kinds.includes(activity.kind)) yield unreadable(`${field}.kind`, activity.kind);
    if (!regularities.includes(activity.regularity)) yield unreadable(`${field}.regularity`, activity.regularity);
    yield* required(`${field}.country`, activity.country);
    yield* aCountry(`${field}.country`, activity.country);
    yield* anEmployer(`${field}.employer`, activity.employer, known);
    yield* share(`${field}.timeShare`, activity.timeShare);
    yield* share(`${field}.payShare`, activity.payShare);
  }
}

function* mission(facts: MissionFacts, known: ReadonlySet<string>): Findings {
  yield* required('mission.host', facts.host);
  yield* aCountry('mission.host', facts.host);
  yield* aCountry('mission.homeState', facts.homeState);
  yield* anEmployer('mission.employer', facts.employer, known);
  yield* months('mission.plannedMonths', facts.plannedMonths);
  yield* months('mission.monthsActiveInHomeBefore', facts.monthsActiveInHomeBefore);
  if (facts.daysElsewhere !== null) yield* months('mission.daysElsewhere', facts.daysElsewhere);
  for (const name of missionYesNo) yield* yesNo(`mission.${name}`, facts[name]);
  if (facts.first !== undefined || facts.last !== undefined) yield* days('mission', facts);
  for (const [index, earlier] of list(facts.earlierPostings).entries()) {
    const field = `mission.earlierPostings[${index}]`;
    for (const name of ['host', 'months', 'gapMonths', 'sameUndertakings'] as const)
      yield* required(`${field}.${name}`, earlier[name]);
    yield* aCountry(`${field}.host`, earlier.host);
    yield* months(`${field}.months`, earlier.months);
    yield* months(`${field}.gapMonths`, earlier.gapMonths);
    yield* yesNo(`${field}.sameUndertakings`, earlier.sameUndertakings);
  }
}

const missionYesNo = [
  'selfEmployed',
  'directRelationshipKept',
  'replacesPostedWorker',
  'passedOnByHost',
  'hiredForThisMission',
  'subjectToSeatLegislationBeforeHire',
  'similarActivity',
] as const;

function* missionsApart({ mission: asked, otherMissions }: LegislationFacts): Findings {
  const others = list(otherMissions);
  for (const [index, other] of others.entries()) {
    yield* days(`otherMissions[${index}]`, other);
    yield* aCountry(`otherMissions[${index}].host`, other.host);
  }
  const own = asked?.first !== undefined && asked.last !== undefined ? [{ first: asked.first, last: asked.last }] : [];
  const inOrder = [...own, ...others].toSorted((a, b) => a.first.localeCompare(b.first));
  for (const [index, stay] of inOrder.slice(1).entries())
    if (stay.first <= inOrder[index]!.last) {
      const first = { first: stay.first, last: inOrder[index]!.last };
      yield impossible('overlapping-missions', 'otherMissions', 'Reg. 883/2004 Art. 11(1)', first);
    }
}

function* certificates({ existingA1, art16Agreement, date }: LegislationFacts): Findings {
  if (existingA1) {
    yield* required('existingA1.issuer', existingA1.issuer);
    yield* coordinated('existingA1.issuer', existingA1.issuer, date, 'Reg. 987/2009 Art. 5(1)');
    yield* yesNo('existingA1.withdrawn', existingA1.withdrawn);
    yield* yesNo('existingA1.fraudEstablishedByCourtAfterDialogue', existingA1.fraudEstablishedByCourtAfterDialogue);
    const { first = date, last = first > date ? first : date } = existingA1;
    yield* days('existingA1', { first, last });
  }
  if (art16Agreement?.concluded) {
    yield* required('art16Agreement.legislation', art16Agreement.legislation);
    yield* coordinated('art16Agreement.legislation', art16Agreement.legislation, date, 'Reg. 883/2004 Art. 16(1)');
  }
}

function* days(field: string, { first, last }: Partial<StayFacts>): Findings {
  const problems = [...aDay(`${field}.first`, first), ...aDay(`${field}.last`, last)];
  yield* problems;
  if (problems.length === 0 && day(last!) < day(first!))
    yield impossible('dates-reversed', `${field}.last`, 'Reg. 883/2004 Art. 12(1)', { first: first!, last: last! });
}

function* aDay(field: string, value: unknown): Findings {
  if (!isPlainDate(value)) yield unreadable(field, value);
}

function* aCountry(field: string, value: string | undefined): Findings {
  if (value !== undefined && !isCountryCode(value))
    yield impossible('unknown-country', field, 'ISO 3166-1', { value: shown(value) });
}

function* coordinated(field: string, value: string | undefined, date: string, rule: string): Findings {
  yield* aCountry(field, value);
  if (isCountryCode(value) && groupOf(value, date as PlainDate) === undefined)
    yield impossible('outside-area', field, rule, { state: value });
}

function* anEmployer(field: string, value: string | undefined, known: ReadonlySet<string>): Findings {
  if (value !== undefined && !known.has(value))
    yield impossible('unknown-employer', field, 'Reg. 883/2004 Art. 13(1)(b)', { value: shown(value) });
}

function* share(field: string, value: unknown): Findings {
  if (value === undefined) return;
  const read = readDecimal(value);
  if (read === undefined) yield unreadable(field, value);
  else if (read.num < 0n || isLess(Rate.one, read))
    yield impossible('share-out-of-range', field, 'Reg. 987/2009 Art. 14(8)', { value: shown(value) });
}

function* months(field: string, value: unknown): Findings {
  if (value === undefined) return;
  const read = readDecimal(value);
  if (read === undefined || read.num < 0n) yield unreadable(field, value);
}

function* yesNo(field: string, value: unknown): Findings {
  if (value !== undefined && typeof value !== 'boolean') yield unreadable(field, value);
}

function* aList(field: string, value: unknown): Findings {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
  if (value !== undefined && !isList) yield unreadable(field, value);
}

function* required(field: string, value: unknown): Findings {
  if (value === undefined || value === null) yield unreadable(field, value);
}

const list = <T>(all: readonly T[] | undefined): readonly T[] => all ?? [];

const unreadable = (field: string, value: unknown): CoordinationRefusal =>
  impossible('unreadable', field, 'facts', { value: shown(value) });

const shown = (value: unknown): string => (value === undefined ? '—' : JSON.stringify(value));
