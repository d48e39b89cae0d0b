import { Database, type Ids, RandomIds } from '@passerelle/doors';
import { type CurrencyCode, Money, day, money, monthOf, percent, yearOf } from '@passerelle/values';
import { Books } from '../../node/src/books/books.service.js';
import { PostgresBooksStore } from '../../node/src/books/books.store.js';
import { migrations } from '../../node/src/database/migrations.js';
import { decompose } from '../../node/src/payroll/decomposition.js';
import type { IssuedPayslip, PayslipId } from '../../node/src/payroll/payslip.js';
import { PayslipsStore } from '../../node/src/payroll/payslips.store.js';
import { postingsOf } from '../../node/src/payroll/postings.js';
import { bareCopy } from './bare-copy.js';
import { type Worker, enrol } from './month-roster.js';

/** How long a month's payroll took, and how that compares with writing its rows without knowing anything of them. */
export interface MonthMeasured {
  readonly workers: number;
  readonly rows: number;
  /** From the price of each mission to the committed payslip, its state of the year and its postings. */
  readonly seconds: number;
  /** COPY of the same rows into tables without keys, guards and indexes, in the same PostgreSQL. */
  readonly copySeconds: number;
  readonly ratio: number;
}

/** What is written: payslips, the sums of their years, and the journal. */
const tables = ['payslip', 'year_to_date', 'ledger_transaction', 'posting'];

/** Payslips that are committed together, and how many batches are under way: one is computed while others are written. */
const batch = 500;
const lanes = 3;

/** Pays a month to so many workers in an empty database, as the administrator of its server, which COPY asks for. */
export async function measureMonth(url: string, workers: number): Promise<MonthMeasured> {
  const database = await Database.open({ url, entities: [], migrations });
  try {
    const ids = new RandomIds();
    const roster = await enrol(database, ids, workers);
    const seconds = await timed(() => payAll(database, ids, roster));
    const { rows, seconds: copySeconds } = await bareCopy(database, tables);
    return { workers, rows, seconds, copySeconds, ratio: Number((seconds / copySeconds).toFixed(2)) };
  } finally {
    await database.close();
  }
}

/** Computes and keeps the payslips of all of them, as the payroll of a node does. */
export async function payAll(database: Database, ids: Ids, roster: readonly Worker[]): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < roster.length) {
      const some = roster.slice(next, (next += batch));
      await keep(
        database,
        ids,
        some.map((worker) => payslipOf(worker, ids)),
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** As the payroll of a node keeps a payslip: the document, the sums of the year, and its postings, all or nothing. */
function keep(database: Database, ids: Ids, issued: readonly IssuedPayslip[]): Promise<void> {
  const store = new PayslipsStore();
  const books = new Books(new PostgresBooksStore());
  return database.transact(async (work) => {
    await store.add(work, issued);
    await store.addStates(
      work,
      issued.map(({ id, member, entity, issuedOn, payslip }) => ({
        of: { member, entity, year: yearOf(issuedOn) },
        version: 1,
        payslip: id,
        state: payslip.yearToDate,
      })),
    );
    await books.postAll(
      work,
      issued.flatMap((each) => postingsOf(each, [ids.newId(), ids.newId()])),
    );
  });
}

const terms = {
  first: day('2026-03-01'),
  last: day('2026-03-31'),
  days: 22,
  paidOn: day('2026-03-31'),
  facts: {},
};

const figure = {
  name: 'contribution rate',
  from: day('2026-01-01'),
  source: 'bench',
  confidence: 'confirmed',
} as const;

const contribution = { rate: percent('6.5'), version: '1', figure };

/** A monthly price that everybody can live on, in units of each currency. */
const leastPrice: Partial<Record<CurrencyCode, string>> = { EUR: '4000.00', SEK: '40000.00' };

function payslipOf({ number, country, entity, member, mission }: Worker, ids: Ids): IssuedPayslip {
  const least = money(leastPrice[country.currency] ?? '4000.00', country.currency);
  const price = least.plus(new Money(BigInt(number) * 13n, country.currency));
  const answer = decompose({ price, hostShare: null, contribution, country, terms });
  if (!answer.ok) throw new Error(`worker ${number} cannot be paid: ${answer.refusal.detail}`);
  const { gross, payslip, budget } = answer.value;
  return {
    id: ids.newId() as PayslipId,
    member,
    mission,
    reference: `bench-${number}`,
    entity,
    issuedOn: terms.paidOn,
    payOn: terms.paidOn,
    request: { ...terms, gross },
    payslip,
    budget,
    rights: {
      contractFirst: terms.first,
      contractLast: terms.last,
      contractKind: 'fixed-term',
      daysPaid: terms.days,
      daysInsured: null,
      hours: null,
      hoursUnpaid: null,
      cachets: null,
      monthOfWork: monthOf(terms.last),
      monthOfPayment: monthOf(terms.paidOn),
      entity,
      employer: `Cooperative ${country.code}`,
      countryOfWork: country.code,
      legislation: country.code,
      a1Reference: null,
    },
  };
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return Number(((performance.now() - start) / 1000).toFixed(2));
}
