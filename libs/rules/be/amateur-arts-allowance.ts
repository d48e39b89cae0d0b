import {
  Money,
  type PlainDate,
  type Result,
  addDays,
  dated,
  money,
  ok,
  percent,
  refuse,
  yearOf,
} from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

interface Limits {
  readonly perDayAndClient: Money<'EUR'>;
  readonly travelPerDay: Money<'EUR'>;
}

/** Amateur arts allowance (IAA / AKV): small artistic work without contributions and tax, within limits of days and sums. */
export const amateurArtsAllowance = scheme({
  id: 'be.amateur-arts-allowance',
  localName: 'Amateurkunstenvergoeding / Indemnité des arts en amateur',
  law: act('RD of 28 November 1969', 'art. 17sexies', 'https://workinginthearts.be/fr/amateur'),
  words: {
    en: 'Amateur arts allowance',
    fr: 'Indemnité des arts en amateur',
    nl: 'Amateurkunstenvergoeding',
    sv: 'Ersättning för amatörkonst',
    de: 'Vergütung für Amateurkunst',
  },
  limits: dated<Limits>(
    'be.amateur-arts-allowance.limits',
    [
      '2024-01-01',
      { perDayAndClient: money('77.22', 'EUR'), travelPerDay: money('22.06', 'EUR') },
      'Working in the Arts, amateurs',
    ],
    [
      '2025-01-01',
      { perDayAndClient: money('80.18', 'EUR'), travelPerDay: money('22.91', 'EUR') },
      'Bruxelles-J, published without a year; believed 2025 or 2026',
      'to-confirm',
    ],
  ),
  daysPerYear: dated('be.amateur-arts-allowance.days-per-year', ['2024-01-01', 30, 'Working in the Arts, amateurs']),
  daysInARow: dated('be.amateur-arts-allowance.days-in-a-row', ['2024-01-01', 7, 'Working in the Arts, amateurs']),
  clientYearlyThreshold: dated('be.amateur-arts-allowance.client-yearly-threshold', [
    '2024-01-01',
    money('551.56', 'EUR'),
    'Working in the Arts, amateurs',
  ]),
  clientContribution: dated('be.amateur-arts-allowance.client-contribution', [
    '2024-01-01',
    percent('5'),
    'Working in the Arts, amateurs',
  ]),
  reportAbove: dated('be.amateur-arts-allowance.report-above', ['2024-01-01', 100, 'Working in the Arts, amateurs']),
});

/** One day of amateur art for one client. */
export interface AllowanceDay {
  readonly date: PlainDate;
  readonly client: string;
  readonly amount: Money<'EUR'>;
  readonly travel: Money<'EUR'>;
}

export interface AllowanceAsked extends AllowanceDay {
  /** Days already granted, of any client, in any order; only those of the same year and runs of days matter. */
  readonly before: readonly AllowanceDay[];
  readonly isRegisteredBefore: boolean;
  readonly isArtisticWork: boolean;
  /** The same client also employs her or orders the same work under contract. */
  readonly hasContractForSameWork: boolean;
}

export interface AllowanceRefusal {
  readonly kind:
    | 'not-registered'
    | 'not-artistic'
    | 'contract-with-client'
    | 'too-much-a-day'
    | 'too-much-travel'
    | 'too-many-days'
    | 'too-many-in-a-row';
  readonly detail: string;
  readonly remedy: string;
}

/** Whether one more day may be paid as an allowance, or which limit stands against it. */
export function decideAllowance(asked: AllowanceAsked): Result<AllowanceDay, AllowanceRefusal> {
  const fault = conditionFault(asked) ?? amountFault(asked) ?? daysFault(asked);
  if (fault) return refuse(fault);
  const { date, client, amount, travel } = asked;
  return ok({ date, client, amount, travel });
}

/** What the client owes for a year: 5 % of all once the total exceeds the threshold, and a report above 100 days. */
export function clientDues(
  days: readonly AllowanceDay[],
  on: PlainDate,
): { readonly contribution: Money<'EUR'>; readonly mustReport: boolean } {
  const total = days.reduce((so, { amount }) => so.plus(amount), Money.zero('EUR'));
  const isOver = total.isMoreThan(amateurArtsAllowance.clientYearlyThreshold.on(on));
  return {
    contribution: isOver ? total.times(amateurArtsAllowance.clientContribution.on(on), 'halfUp') : Money.zero('EUR'),
    mustReport: days.length > amateurArtsAllowance.reportAbove.on(on),
  };
}

const contract = 'Agree on an employment contract or a commission under article 1bis instead.';

function conditionFault(asked: AllowanceAsked): AllowanceRefusal | undefined {
  if (!asked.isArtisticWork)
    return { kind: 'not-artistic', detail: 'Only the artistic work itself can be paid so.', remedy: contract };
  if (asked.hasContractForSameWork)
    return {
      kind: 'contract-with-client',
      detail: 'The client already has a contract for this work.',
      remedy: contract,
    };
  if (!asked.isRegisteredBefore)
    return {
      kind: 'not-registered',
      detail: 'The work is not registered before its start.',
      remedy: 'Register it at workinginthearts.be before the first day.',
    };
  return undefined;
}

function amountFault({ date, client, amount, travel, before }: AllowanceAsked): AllowanceRefusal | undefined {
  const limits = amateurArtsAllowance.limits.on(date);
  const sameDay = before.filter((one) => one.date === date && one.client === client);
  const total = sameDay.reduce((so, one) => so.plus(one.amount), amount);
  const travelTotal = sameDay.reduce((so, one) => so.plus(one.travel), travel);
  if (total.isMoreThan(limits.perDayAndClient))
    return {
      kind: 'too-much-a-day',
      detail: `${total} on ${date} for one client is more than ${limits.perDayAndClient}.`,
      remedy: `Lower it by ${total.minus(limits.perDayAndClient)}, or: ${contract}`,
    };
  if (travelTotal.isMoreThan(limits.travelPerDay))
    return {
      kind: 'too-much-travel',
      detail: `${travelTotal} of travel on ${date} is more than ${limits.travelPerDay}.`,
      remedy: `Lower it by ${travelTotal.minus(limits.travelPerDay)}.`,
    };
  return undefined;
}

function daysFault({ date, client, before }: AllowanceAsked): AllowanceRefusal | undefined {
  const ofYear = new Set(before.filter((one) => yearOf(one.date) === yearOf(date)).map((one) => one.date));
  const mostDays = amateurArtsAllowance.daysPerYear.on(date);
  if (!ofYear.has(date) && ofYear.size >= mostDays)
    return { kind: 'too-many-days', detail: `${mostDays} days of this year are used.`, remedy: contract };
  const mostInARow = amateurArtsAllowance.daysInARow.on(date);
  const ofClient = new Set(before.filter((one) => one.client === client).map((one) => one.date));
  if (runAround(date, ofClient) > mostInARow)
    return {
      kind: 'too-many-in-a-row',
      detail: `More than ${mostInARow} days in a row for one client.`,
      remedy: `Leave a day free, or: ${contract}`,
    };
  return undefined;
}

/** How long the run of consecutive days would be with this day in it. */
function runAround(date: PlainDate, days: ReadonlySet<PlainDate>): number {
  let length = 1;
  for (let before = addDays(date, -1); days.has(before); before = addDays(before, -1)) length += 1;
  for (let after = addDays(date, 1); days.has(after); after = addDays(after, 1)) length += 1;
  return length;
}
