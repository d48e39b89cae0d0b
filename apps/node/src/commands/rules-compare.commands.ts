import type { Database } from '@passerelle/doors/at-rest';
import { type Comparison } from '@passerelle/rules';
import { averageOf } from '@passerelle/rules/kit';
import { type PlainDate, dayOf, isPlainDate } from '@passerelle/values';
import { zoneOf } from '../config/node-settings.js';
import {
  type ComparisonTerms,
  type DifferingPayslip,
  type Found,
  comparedWith,
  nothingFound,
  sinceFor,
  totalsOf,
} from '../payroll/comparisons/law-comparison.js';
import { type PayslipId } from '../payroll/payslip.js';
import { PayslipsStore } from '../payroll/payslips.store.js';
import { type Given, type Outcome, Refused, exit, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';

export const compare: Run = async (given) => {
  const config = configIn(given.env);
  const today = dayOf(new Date(), zoneOf(config));
  const lawFrom = dayIn(given, 'law');
  const terms = { lawFrom, since: dayIn(given, 'since') ?? sinceFor(lawFrom, today) };
  return withCurrentSchema(config, async (database) => told(terms, await foundIn(database, terms, given.note)));
};

/** Payslips read at once: enough to be quick, few enough that memory stays flat. */
const atOnce = 200;

async function foundIn(database: Database, terms: ComparisonTerms, note: Given['note']): Promise<Found> {
  const store = new PayslipsStore();
  const { count, last: upto } = await store.span(database.reading, terms.since);
  let found = nothingFound;
  for (let after: PayslipId | null = null; upto !== null && after !== upto;) {
    const next = await store.issuedSince(database.reading, terms.since, { after, upto, limit: atOnce });
    found = comparedWith(found, terms, next);
    after = next[next.length - 1]!.id;
    note(`${totalsOf(found).compared} of ${count}`);
  }
  return found;
}

function told(terms: ComparisonTerms, found: Found): Outcome {
  const { compared, differing, refused } = totalsOf(found);
  const isBroken = terms.lawFrom === null && differing + refused > 0;
  const by = terms.lawFrom === null ? 'the law of their own days' : `the law of ${terms.lawFrom}`;
  return {
    code: isBroken ? exit.failed : exit.ok,
    lines: [
      `payslips issued since ${terms.since}, by ${by}: ${compared} compared, ${differing} differ, ${refused} cannot be made`,
      ...found.countries.flatMap(countryLines),
      ...(differing + refused > 0 ? ['', 'the widest:'] : []),
      ...found.widest.flatMap(payslipLines),
    ],
    json: { ...terms, compared, differing, refused, ...found },
  };
}

function countryLines(comparison: Comparison): readonly string[] {
  const { country, differing, net, cost, lines, refusing } = comparison;
  const changes = [
    ['net', net],
    ['cost', cost],
  ] as const;
  return [
    ...(differing === 0
      ? []
      : changes.map(
          ([name, change]) =>
            `${country}  ${name}: ${averageOf(change, comparison)} on average, from ${change.lowest} to ${change.highest}, ${change.total} together`,
        )),
    ...lines.map(
      ({ id, payslips, worker, employer }) => `  ${id}  ${payslips} payslips, net ${worker}, cost ${employer}`,
    ),
    ...refusing.map(({ kind, rule, payslips }) => `  ${rule}  refuses ${payslips} payslips (${kind})`),
  ];
}

function payslipLines({ payslip, reference, issued, difference, refusal }: DifferingPayslip): readonly string[] {
  if (!difference) return [`${payslip}  ${reference}  refused by ${refusal!.rule}: ${refusal!.detail}`];
  const text = (side: { readonly amount: string } | null): string => side?.amount ?? '–';
  return [
    `${payslip}  ${reference}  net ${issued.net.amount} ${signed(difference.net.amount)}, cost ${issued.cost.amount} ${signed(difference.cost.amount)}`,
    ...difference.lines.map(
      ({ id, issued: kept, now, worker, employer }) =>
        `  ${id}  worker ${text(kept?.worker ?? null)} → ${text(now?.worker ?? null)} (${signed(worker.amount)}), employer ${text(kept?.employer ?? null)} → ${text(now?.employer ?? null)} (${signed(employer.amount)})`,
    ),
    ...difference.sums.map((name) => `  sum of the year: ${name}`),
  ];
}

const signed = (amount: string): string => (amount.startsWith('-') ? amount : `+${amount}`);

/** @throws Refused */
function dayIn({ values }: Given, name: 'since' | 'law'): PlainDate | null {
  const value = values[name];
  if (value === undefined) return null;
  if (typeof value === 'string' && isPlainDate(value)) return value;
  throw new Refused(exit.usage, `--${name} is "${String(value)}", expected a day such as 2026-01-01`);
}
