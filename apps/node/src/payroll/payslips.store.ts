import { type Work, managerOf } from '@passerelle/doors';
import type { YearToDate } from '@passerelle/rules';
import type { Money, MoneyText, Month, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayrollProblem, PayrollProblemId } from './payroll-problem.js';
import {
  type BudgetDocument,
  type PayslipDocument,
  type RequestDocument,
  budgetFrom,
  moneyOf,
  payslipFrom,
  requestFrom,
} from './payslip-document.js';
import type { IssuedPayslip, PayslipId, RightsFacts } from './payslip.js';
import type { PayrollRefusal } from './wage-deal.js';

/** The year whose sums a payslip continues: of which person, with which employer. */
export interface PersonYear {
  readonly member: MemberId;
  readonly entity: EntityId;
  readonly year: number;
}

/** What became of the income of a mission. */
export interface SharedIncome {
  readonly mission: MissionId;
  readonly contribution: Money;
  readonly cost: Money;
}

/** Whose wage a payslip is, and for which work. */
export type PaidFor = Pick<IssuedPayslip, 'id' | 'member' | 'reference'> & { readonly month: Month };

/** The sums of a year after a payslip. */
export interface KeptState {
  readonly of: PersonYear;
  readonly version: number;
  readonly payslip: PayslipId;
  readonly state: YearToDate;
}

export class PayslipsStore {
  /** Lets one transaction at a time make payslips of a member, so that each continues the sums of the one before. */
  async hold(work: Work, member: MemberId): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`payroll ${member}`]);
  }

  /** Documents are long, and a plain list of rows spares them the quoting of an array. */
  async add(work: Work, issued: readonly IssuedPayslip[]): Promise<void> {
    for (let from = 0; from < issued.length; from += rowsAtOnce) {
      const rows = issued.slice(from, from + rowsAtOnce).map(valuesOf);
      await managerOf(work).query(
        `insert into payslip (id, member, mission, reference, entity, issued_on, pay_on, request, payslip, budget, rights)
         values ${placesFor(rows)}`,
        rows.flat(),
      );
    }
  }

  async find(work: Work, id: PayslipId): Promise<IssuedPayslip | null> {
    return one(await select(work, 'id = $1', [id]));
  }

  async ofMission(work: Work, mission: MissionId): Promise<IssuedPayslip | null> {
    return one(await select(work, 'mission = $1', [mission]));
  }

  /** The payslip of a month of somebody who is paid by the month. */
  async ofMonth(work: Work, { member, month }: { readonly member: MemberId; readonly month: Month }) {
    return one(await select(work, `mission is null and member = $1 and rights->>'monthOfWork' = $2`, [member, month]));
  }

  /** Whose wage a payslip is, for which work. */
  payees(work: Work, ids: readonly string[]): Promise<readonly PaidFor[]> {
    return managerOf(work).query<PaidFor[]>(
      `select id, member, reference, rights->>'monthOfWork' as month from payslip where id = any($1)`,
      [ids],
    );
  }

  /** What was kept of these missions and what their wages cost, for those that have a payslip. */
  async shared(work: Work, missions: readonly MissionId[]): Promise<readonly SharedIncome[]> {
    const rows = await managerOf(work).query<{ mission: MissionId; contribution: MoneyText; cost: MoneyText }[]>(
      `select mission, budget->'contribution' as contribution, payslip->'cost' as cost from payslip
       where mission = any($1)`,
      [missions],
    );
    return rows.map(({ mission, contribution, cost }) => ({
      mission,
      contribution: moneyOf(contribution),
      cost: moneyOf(cost),
    }));
  }

  /** The payslip of the same member and entity issued just before this one. */
  async before(work: Work, { id, member, entity }: IssuedPayslip): Promise<IssuedPayslip | null> {
    return one(
      await select(work, 'member = $1 and entity = $2 and id < $3 order by id desc limit 1', [member, entity, id]),
    );
  }

  /** Those of the same person, employer and year that were made before, the first first. */
  earlierInYear(work: Work, { id }: Pick<IssuedPayslip, 'id'>): Promise<readonly IssuedPayslip[]> {
    return select(
      work,
      `id in (select earlier.payslip from year_to_date own join year_to_date earlier using (member, entity, year)
         where own.payslip = $1 and earlier.version < own.version) order by id`,
      [id],
    );
  }

  /** Newest first; only what one worker may read when `readBy` is given: her own, once they are published. */
  page(
    work: Work,
    { after, limit, readBy }: { after: PayslipId | null; limit: number; readBy: string | null },
  ): Promise<readonly IssuedPayslip[]> {
    return select(
      work,
      `($1::uuid is null or id < $1)
         and ($2::uuid is null or member = $2 and exists (select from payslip_published p where p.payslip = id))
       order by id desc limit $3`,
      [after, readBy, limit],
    );
  }

  /** How many were issued since a day, and the last of them. */
  async span(work: Work, since: PlainDate): Promise<{ readonly count: number; readonly last: PayslipId | null }> {
    const [row] = await managerOf(work).query<[{ count: number; last: PayslipId | null }]>(
      `select count(*)::int as count,
         (select id from payslip where issued_on >= $1 order by id desc limit 1) as last
       from payslip where issued_on >= $1`,
      [since],
    );
    return row;
  }

  /** Those issued since a day, the first first. */
  issuedSince(
    work: Work,
    since: PlainDate,
    { after, upto, limit }: { after: PayslipId | null; upto: PayslipId; limit: number },
  ): Promise<readonly IssuedPayslip[]> {
    return select(work, `issued_on >= $1 and ($2::uuid is null or id > $2) and id <= $3 order by id limit $4`, [
      since,
      after,
      upto,
      limit,
    ]);
  }

  /** The newest of all. */
  newest(work: Work, limit: number): Promise<readonly IssuedPayslip[]> {
    return select(work, 'true order by id desc limit $1', [limit]);
  }

  /** Publishing again changes nothing. */
  async publish(work: Work, id: PayslipId, at: Date): Promise<void> {
    await managerOf(work).query(
      'insert into payslip_published (payslip, at) values ($1, $2) on conflict (payslip) do nothing',
      [id, at],
    );
  }

  async isPublished(work: Work, id: PayslipId): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>('select from payslip_published where payslip = $1', [id]);
    return rows.length === 1;
  }

  /** The sums after the last payslip of the year, and their version; null before the first. */
  async state(work: Work, of: PersonYear): Promise<{ readonly state: YearToDate; readonly version: number } | null> {
    const [row] = await managerOf(work).query<{ state: YearToDate; version: number }[]>(
      `select state, version from year_to_date where member = $1 and entity = $2 and year = $3
       order by version desc limit 1`,
      [of.member, of.entity, of.year],
    );
    return row ?? null;
  }

  async addStates(work: Work, states: readonly KeptState[]): Promise<void> {
    await managerOf(work).query(
      `insert into year_to_date (member, entity, year, version, payslip, state)
       select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::uuid[], $6::jsonb[])`,
      [
        states.map(({ of }) => of.member),
        states.map(({ of }) => of.entity),
        states.map(({ of }) => of.year),
        states.map(({ version }) => version),
        states.map(({ payslip }) => payslip),
        states.map(({ state }) => JSON.stringify(state)),
      ],
    );
  }

  /** Keeps a new problem, or what another attempt at a known one came to. */
  async keepProblem(work: Work, problem: PayrollProblem): Promise<void> {
    await managerOf(work).query(
      `insert into payroll_problem (id, mission, month, member, days, refusal, attempts, raised_at, tried_at, payslip)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (id) do update set refusal = excluded.refusal, attempts = excluded.attempts,
         tried_at = excluded.tried_at, payslip = excluded.payslip`,
      [
        problem.id,
        problem.mission,
        problem.month,
        problem.member,
        problem.days,
        JSON.stringify(problem.refusal),
        problem.attempts,
        problem.raisedAt,
        problem.triedAt,
        problem.payslip,
      ],
    );
  }

  /** A problem, held by this transaction until its end. */
  async holdProblem(work: Work, id: PayrollProblemId): Promise<PayrollProblem | null> {
    const rows = await managerOf(work).query<ProblemRow[]>(`${problems} where id = $1 for update`, [id]);
    return rows[0] ? problemOf(rows[0]) : null;
  }

  /** Why the wage of a month could not be paid, if that was so once. */
  async problemOfMonth(
    work: Work,
    { member, month }: { readonly member: MemberId; readonly month: Month },
  ): Promise<PayrollProblem | null> {
    const rows = await managerOf(work).query<ProblemRow[]>(`${problems} where member = $1 and month = $2`, [
      member,
      month,
    ]);
    return rows[0] ? problemOf(rows[0]) : null;
  }

  /** Newest first; with `open` only those without a payslip. */
  async problems(
    work: Work,
    { after, limit, open }: { after: PayrollProblemId | null; limit: number | null; open: boolean },
  ): Promise<readonly PayrollProblem[]> {
    const rows = await managerOf(work).query<ProblemRow[]>(
      `${problems} where ($1::uuid is null or id < $1) and (not $2 or payslip is null) order by id desc limit $3`,
      [after, open, limit],
    );
    return rows.map(problemOf);
  }
}

/** Payslips inserted by one statement. */
const rowsAtOnce = 50;

const valuesOf = (issued: IssuedPayslip): readonly unknown[] => [
  issued.id,
  issued.member,
  issued.mission,
  issued.reference,
  issued.entity,
  issued.issuedOn,
  issued.payOn,
  ...[issued.request, issued.payslip, issued.budget, issued.rights].map((part) => JSON.stringify(part)),
];

/** `($1, $2), ($3, $4)` for two rows of two values. */
const placesFor = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map((values, row) => `(${values.map((_, column) => `$${row * values.length + column + 1}`).join(', ')})`)
    .join(', ');

interface PayslipRow {
  readonly id: PayslipId;
  readonly member: MemberId;
  readonly mission: MissionId | null;
  readonly reference: string;
  readonly entity: EntityId;
  readonly issued_on: PlainDate;
  readonly pay_on: PlainDate;
  readonly request: RequestDocument;
  readonly payslip: PayslipDocument;
  readonly budget: BudgetDocument;
  readonly rights: RightsFacts;
}

const problems = `select id, mission, month, member, days, refusal, attempts, raised_at as "raisedAt",
  tried_at as "triedAt", payslip from payroll_problem`;

type ProblemRow = Omit<PayrollProblem, 'refusal'> & {
  readonly refusal: Omit<PayrollRefusal, 'missing'> & { readonly missing?: MoneyText };
};

async function select(work: Work, where: string, values: readonly unknown[]): Promise<IssuedPayslip[]> {
  const rows = await managerOf(work).query<PayslipRow[]>(
    `select id, member, mission, reference, entity, issued_on::text, pay_on::text, request, payslip, budget, rights
     from payslip where ${where}`,
    [...values],
  );
  return rows.map(issuedOf);
}

const one = (payslips: readonly IssuedPayslip[]): IssuedPayslip | null => payslips[0] ?? null;

const issuedOf = ({ issued_on, pay_on, request, payslip, budget, ...row }: PayslipRow): IssuedPayslip => ({
  ...row,
  issuedOn: issued_on,
  payOn: pay_on,
  request: requestFrom(request),
  payslip: payslipFrom(payslip),
  budget: budgetFrom(budget),
});

const problemOf = ({ refusal: { missing, ...refusal }, ...row }: ProblemRow): PayrollProblem => ({
  ...row,
  refusal: { ...refusal, ...(missing && { missing: moneyOf(missing) }) },
});
