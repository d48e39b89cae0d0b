import { type Work, managerOf } from '@passerelle/doors';
import type { Comparison } from '@passerelle/rules';
import type { PlainDate } from '@passerelle/values';
import { type Document, moneyOf } from '../payslip-document.js';
import type { DifferingPayslip, Found, LawComparison, LawComparisonId } from './law-comparison.js';

export class LawComparisonsStore {
  /** Lets one transaction at a time ask for a comparison. */
  async holdAsking(work: Work): Promise<void> {
    await managerOf(work).query(`select pg_advisory_xact_lock(hashtextextended('law comparison', 0))`);
  }

  /** The one of these terms that is under way. */
  async underWay(work: Work, lawFrom: PlainDate | null): Promise<LawComparison | null> {
    return one(await select(work, 'done_at is null and law_from is not distinct from $1', [lawFrom]));
  }

  async add(work: Work, asked: LawComparison): Promise<void> {
    const { id, lawFrom, since, release, askedBy, askedAt, payslips, last, doneAt } = asked;
    await managerOf(work).query(
      `insert into law_comparison (id, law_from, since, release, asked_by, asked_at, payslips, last, done_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, lawFrom, since, release, askedBy, askedAt, payslips, last, doneAt],
    );
  }

  async find(work: Work, id: LawComparisonId): Promise<LawComparison | null> {
    return one(await select(work, 'id = $1', [id]));
  }

  /** The same, with which nobody else goes on before the end of this transaction. */
  async hold(work: Work, id: LawComparisonId): Promise<LawComparison | null> {
    return one(await select(work, 'id = $1 for update', [id]));
  }

  /** Newest first. */
  page(
    work: Work,
    { after, limit }: { readonly after: LawComparisonId | null; readonly limit: number },
  ): Promise<readonly LawComparison[]> {
    return select(work, '($1::uuid is null or id < $1) order by id desc limit $2', [after, limit]);
  }

  async keep(work: Work, { id, upto, countries, widest, doneAt }: LawComparison): Promise<void> {
    await managerOf(work).query(
      'update law_comparison set upto = $2, countries = $3, widest = $4, done_at = $5 where id = $1',
      [id, upto, JSON.stringify(countries), JSON.stringify(widest), doneAt],
    );
  }
}

interface ComparisonRow extends Omit<LawComparison, keyof Found> {
  readonly countries: readonly Document<Comparison>[];
  readonly widest: readonly DifferingPayslip[];
}

const one = (rows: readonly LawComparison[]): LawComparison | null => rows[0] ?? null;

async function select(work: Work, where: string, values: readonly unknown[]): Promise<readonly LawComparison[]> {
  const rows = await managerOf(work).query<ComparisonRow[]>(
    `select id, law_from::text as "lawFrom", since::text, release, asked_by as "askedBy", asked_at as "askedAt", payslips,
       last, upto, countries, widest, done_at as "doneAt"
     from law_comparison where ${where}`,
    [...values],
  );
  return rows.map((row) => ({ ...row, countries: row.countries.map(comparisonFrom) }));
}

type ChangeDocument = Document<Comparison['net']>;

const comparisonFrom = (kept: Document<Comparison>): Comparison => ({
  ...kept,
  net: changeFrom(kept.net),
  cost: changeFrom(kept.cost),
  lines: kept.lines.map((line) => ({ ...line, worker: moneyOf(line.worker), employer: moneyOf(line.employer) })),
});

const changeFrom = ({ total, lowest, highest }: ChangeDocument): Comparison['net'] => ({
  total: moneyOf(total),
  lowest: moneyOf(lowest),
  highest: moneyOf(highest),
});
