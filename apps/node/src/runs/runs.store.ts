import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money, type Month, type PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import { type ItemState, type Run, type RunCounts, type RunId, type RunStep, itemStates } from './run.js';
import type { RunItem, Worked } from './run-item.js';

/** What a list of items is narrowed to. */
export interface ItemsPage {
  readonly after: number;
  readonly limit: number;
  readonly state: ItemState | null;
  readonly unusual: boolean;
}

/** What an entity has to pay that is in no run. */
export interface Waiting {
  readonly count: number;
  readonly firstDue: PlainDate | null;
}

/** Payslips and open problems of an entity ($1) that are due by a day ($2), that nobody has published or collected. */
const waiting = `
  select p.mission, p.member, p.reference, p.id as payslip, null::uuid as problem, p.pay_on as due from payslip p
  where p.entity = $1 and p.pay_on <= $2
    and not exists (select from payslip_published d where d.payslip = p.id)
    and not exists (select from payroll_run_item i where i.payslip = p.id and i.state <> 'dropped')
  union all
  select b.mission, b.member, b.reference, null, b.id, b.last
  from (select b.*, coalesce(m.entity, w.entity) as entity, coalesce(m.terms ->> 'reference', b.month) as reference,
      coalesce((m.terms ->> 'last')::date, (b.month || '-01')::date + interval '1 month - 1 day')::date as last
    from payroll_problem b left join mission m on m.id = b.mission join member w on w.id = b.member) b
  where b.entity = $1 and b.last <= $2 and b.payslip is null
    and not exists (select from payroll_run_item i where i.problem = b.id and i.state <> 'dropped')`;

/** Payroll runs in PostgreSQL. Steps are only added; an item changes until it is published or dropped. */
export class RunsStore {
  /** Lets one transaction at a time collect what an entity has to pay. */
  async holdEntity(work: Work, entity: EntityId): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`payroll run ${entity}`]);
  }

  /** How much an entity has to pay by a day that nobody has collected, and when the first of it is due. */
  async waiting(work: Work, entity: EntityId, until: PlainDate): Promise<Waiting> {
    const [row] = await managerOf(work).query<[Waiting]>(
      `select count(*)::int as count, min(due)::text as "firstDue" from (${waiting}) w`,
      [entity, until],
    );
    return row;
  }

  async add(work: Work, { id, entity, period }: Omit<Run, 'steps'>, until: PlainDate): Promise<void> {
    const manager = managerOf(work);
    await manager.query('insert into payroll_run (id, entity, period) values ($1, $2, $3)', [id, entity, period]);
    await manager.query(
      `insert into payroll_run_item (run, number, mission, member, reference, payslip, problem, state)
       select $3, row_number() over (order by member, payslip, problem), mission, member, reference, payslip, problem, 'left'
       from (${waiting}) w`,
      [entity, until, id],
    );
  }

  async addStep(work: Work, run: RunId, { act, by, at, reason }: RunStep): Promise<void> {
    await managerOf(work).query(
      `insert into payroll_run_step (run, number, act, by, at, reason)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from payroll_run_step where run = $1`,
      [run, act, by, at, reason],
    );
  }

  async find(work: Work, id: RunId): Promise<Run | null> {
    const [row] = await managerOf(work).query<RunRow[]>(`${runs} where r.id = $1`, [id]);
    return row ? runOf(row) : null;
  }

  /** The run, in which nobody else does anything before the end of this transaction. */
  async hold(work: Work, id: RunId): Promise<Run | null> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`payroll run ${id}`]);
    return this.find(work, id);
  }

  /** Newest first; only those of a month when one is given. */
  async page(
    work: Work,
    { after, limit, period }: { after: RunId | null; limit: number; period: Month | null },
  ): Promise<readonly Run[]> {
    const rows = await managerOf(work).query<RunRow[]>(
      `${runs} where ($1::uuid is null or r.id < $1) and ($2::text is null or r.period = $2)
       order by r.id desc limit $3`,
      [after, period, limit],
    );
    return rows.map(runOf);
  }

  /** Those that wait to be approved or published, the oldest first. */
  async toDecide(work: Work): Promise<readonly Run[]> {
    const rows = await managerOf(work).query<RunRow[]>(
      `${runs} where (select s.act from payroll_run_step s where s.run = r.id order by s.number desc limit 1)
         in ('computed', 'approved') order by r.id`,
    );
    return rows.map(runOf);
  }

  /** By run, what its computed payslips pay, in minor units; nothing is said of one that has none. */
  async sums(work: Work, ids: readonly RunId[]): Promise<ReadonlyMap<RunId, bigint>> {
    const rows = await managerOf(work).query<{ run: RunId; net: string }[]>(
      `select run, sum(net)::text as net from payroll_run_item
       where run = any($1) and state in ('done', 'published') group by run`,
      [ids],
    );
    return new Map(rows.map(({ run, net }) => [run, BigInt(net)]));
  }

  async counts(work: Work, run: RunId, currency: CurrencyCode): Promise<RunCounts> {
    const rows = await managerOf(work).query<CountRow[]>(
      `select i.state, count(*)::int as n, coalesce(sum(i.net), 0)::text as net,
         count(*) filter (where i.findings <> '[]')::int as unusual,
         count(t.id)::int as ordered, count(f.id)::int as prepared,
         count(*) filter (where f.state = 'approved')::int as sent, count(s.line)::int as confirmed
       from payroll_run_item i
         left join transfer_order t on t.cause = 'payslip:' || i.payslip and i.state in ('done', 'published')
         left join payout_line l on l.transfer = t.id and l.taken_out_at is null
         left join payout f on f.id = l.payout
         left join transfer_seen s on s.transfer = t.id
       where i.run = $1 group by i.state`,
      [run],
    );
    const of = (state: ItemState): CountRow | undefined => rows.find((row) => row.state === state);
    const items = Object.fromEntries(itemStates.map((state) => [state, of(state)?.n ?? 0])) as RunCounts['items'];
    const made = [of('done'), of('published')].filter((row) => row !== undefined);
    const sumOf = (name: Tally): number => made.reduce((so, row) => so + row[name], 0);
    return {
      items,
      total: new Money(
        made.reduce((so, { net }) => so + BigInt(net), 0n),
        currency,
      ),
      unusual: sumOf('unusual'),
      ordered: sumOf('ordered'),
      prepared: sumOf('prepared'),
      sent: sumOf('sent'),
      confirmed: sumOf('confirmed'),
    };
  }

  /** In the order of the run, after one of its numbers. */
  async items(work: Work, run: RunId, { after, limit, state, unusual }: ItemsPage): Promise<readonly RunItem[]> {
    const rows = await managerOf(work).query<ItemRow[]>(
      `select i.number, i.mission, i.member, m.name, i.reference, i.payslip, i.problem, i.state, i.net, i.currency,
         i.findings, i.failure
       from payroll_run_item i join member m on m.id = i.member
       where i.run = $1 and i.number > $2 and ($3::text is null or i.state = $3) and (not $4 or i.findings <> '[]')
       order by i.number limit $5`,
      [run, after, state, unusual, limit],
    );
    return rows.map(itemOf);
  }

  async keep(work: Work, run: RunId, number: number, worked: Worked): Promise<void> {
    const { payslip, net, findings, failure } =
      worked.state === 'done' ? { ...worked, failure: null } : failedWith(worked);
    await managerOf(work).query(
      `update payroll_run_item set state = $3, payslip = coalesce($4, payslip), net = $5, currency = $6,
         findings = $7, failure = $8 where run = $1 and number = $2`,
      [
        run,
        number,
        worked.state,
        payslip,
        net?.minor.toString() ?? null,
        net?.currency ?? null,
        JSON.stringify(findings),
        failure && JSON.stringify(failure),
      ],
    );
  }

  /** Moves all items of a run that are in one state to another; answers how many there were. */
  async moveAll(work: Work, run: RunId, from: ItemState, to: ItemState): Promise<number> {
    const [, moved] = await managerOf(work).query<[unknown, number]>(
      'update payroll_run_item set state = $3 where run = $1 and state = $2',
      [run, from, to],
    );
    return moved;
  }

  async published(work: Work, run: RunId, number: number): Promise<void> {
    await managerOf(work).query(`update payroll_run_item set state = 'published' where run = $1 and number = $2`, [
      run,
      number,
    ]);
  }

  /** How many items there are in each state, over all runs that are not finished. */
  async open(work: Work): Promise<readonly { readonly state: ItemState; readonly n: number }[]> {
    return managerOf(work).query(
      `select i.state, count(*)::int as n from payroll_run_item i
       where not exists (select from payroll_run_step s where s.run = i.run and s.act in ('published', 'withdrawn'))
       group by i.state`,
    );
  }
}

const runs = `select r.id, r.entity, r.period,
    (select jsonb_agg(jsonb_build_object('act', s.act, 'by', s.by, 'at', s.at, 'reason', s.reason) order by s.number)
     from payroll_run_step s where s.run = r.id) as steps
  from payroll_run r`;

interface RunRow extends Omit<Run, 'steps'> {
  readonly steps: readonly (Omit<RunStep, 'at'> & { readonly at: string })[];
}

type Tally = 'unusual' | 'ordered' | 'prepared' | 'sent' | 'confirmed';

interface CountRow extends Readonly<Record<Tally, number>> {
  readonly state: ItemState;
  readonly n: number;
  readonly net: string;
}

interface ItemRow extends Omit<RunItem, 'net'> {
  readonly net: string | null;
  readonly currency: CurrencyCode | null;
}

const failedWith = ({ failure }: Extract<Worked, { state: 'failed' }>) => ({
  payslip: null,
  net: null,
  findings: [],
  failure,
});

const runOf = ({ steps, ...run }: RunRow): Run => ({
  ...run,
  steps: steps.map((step) => ({ ...step, at: new Date(step.at) })),
});

const itemOf = ({ net, currency, ...item }: ItemRow): RunItem => ({
  ...item,
  net: net === null ? null : new Money(BigInt(net), currency!),
});
