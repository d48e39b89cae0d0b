import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from '../payroll/payslip.js';
import type { FundEntry, FundEntryId, FundEntryKind, MissionFunding, MissionMoney } from './fund.js';
import type { FundSums } from './fund-account.js';
import type { FundAlarm, Wage, WagePayment } from './wage.js';

/** Wages, receipts and fund entries in PostgreSQL. Rows are only added; what is open is always summed up. */
export class GuaranteeStore {
  /** Lets one transaction at a time decide about the fund of an entity. */
  async hold(work: Work, entity: EntityId): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`guarantee ${entity}`]);
  }

  async addEntry(work: Work, { cash, advanced, shortfall, ...entry }: FundEntry): Promise<void> {
    await managerOf(work).query(
      `insert into fund_entry (id, entity, day, kind, mission, currency, cash, advanced, shortfall, text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        entry.id,
        entry.entity,
        entry.day,
        entry.kind,
        entry.mission,
        cash.currency,
        cash.minor.toString(),
        advanced.minor.toString(),
        shortfall.minor.toString(),
        entry.text,
      ],
    );
  }

  /** False when money for this cause is known already. */
  async addReceipt(work: Work, { mission, amount, cause, day }: MissionMoney & { day: PlainDate }): Promise<boolean> {
    const added = await managerOf(work).query<unknown[]>(
      `insert into mission_receipt (mission, cause, day, amount, currency) values ($1, $2, $3, $4, $5)
       on conflict (mission, cause) do nothing returning cause`,
      [mission, cause, day, amount.minor.toString(), amount.currency],
    );
    return added.length === 1;
  }

  /** All that came for these missions, by mission; nothing is said of one for which nothing came. */
  async received(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, Money>> {
    const rows = await managerOf(work).query<{ mission: MissionId; amount: string; currency: CurrencyCode }[]>(
      `select mission, currency, sum(amount) as amount from mission_receipt where mission = any($1)
       group by mission, currency`,
      [missions],
    );
    return new Map(rows.map(({ mission, amount, currency }) => [mission, new Money(BigInt(amount), currency)]));
  }

  async openOf(work: Work, mission: MissionId, currency: CurrencyCode): Promise<MissionFunding> {
    const [row] = await managerOf(work).query<[Record<keyof MissionFunding, string>]>(
      `select coalesce(e.advanced, 0) as advanced, coalesce(e.shortfall, 0) as shortfall, coalesce(e.lost, 0) as lost,
         (select coalesce(sum(amount), 0) from mission_receipt where mission = $1)
           - (select coalesce(sum(received), 0) from wage_payment join wage using (payslip) where mission = $1)
           - (select coalesce(sum(received), 0) from wage_part_payment where mission = $1)
           - coalesce(e.used, 0) as available
       from (select sum(advanced) as advanced, sum(shortfall) as shortfall,
               -sum(cash + advanced - shortfall) as lost,
               sum(case kind when 'repaid' then -advanced when 'recovered' then cash end) as used
             from fund_entry where mission = $1) e`,
      [mission],
    );
    const of = (minor: string): Money => new Money(BigInt(minor), currency);
    const { advanced, shortfall, lost, available } = row;
    return { advanced: of(advanced), shortfall: of(shortfall), lost: of(lost), available: of(available) };
  }

  async addWage(work: Work, { amount, parts, ...wage }: Wage): Promise<void> {
    await managerOf(work).query(
      `insert into wage (payslip, mission, member, entity, amount, currency, pay_on) values ($1, $2, $3, $4, $5, $6, $7)`,
      [wage.payslip, wage.mission, wage.member, wage.entity, amount.minor.toString(), amount.currency, wage.payOn],
    );
    if (wage.mission !== null) return;
    for (const part of parts)
      await managerOf(work).query('insert into wage_part (payslip, mission, amount) values ($1, $2, $3)', [
        wage.payslip,
        part.mission,
        part.amount.minor.toString(),
      ]);
  }

  /** What of a part of a monthly wage was paid with money that had come for its mission. */
  async addPartPayment(work: Work, { payslip, mission, received }: PartPayment): Promise<void> {
    await managerOf(work).query('insert into wage_part_payment (payslip, mission, received) values ($1, $2, $3)', [
      payslip,
      mission,
      received.minor.toString(),
    ]);
  }

  /** Wages owed on or before a day that nobody has paid yet, the oldest first. */
  async unpaidBy(work: Work, date: PlainDate): Promise<readonly Wage[]> {
    const rows = await managerOf(work).query<WageRow[]>(
      `select ${wageColumns} from wage w where w.pay_on <= $1
         and not exists (select from wage_payment p where p.payslip = w.payslip) order by w.pay_on, w.payslip`,
      [date],
    );
    return rows.map(wageOf);
  }

  async addPayment(work: Work, payment: WagePayment): Promise<void> {
    const { payslip, paidOn, received, advanced, shortfall, reason, transfer } = payment;
    await managerOf(work).query(
      `insert into wage_payment (payslip, paid_on, received, advanced, shortfall, reason, transfer)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        payslip,
        paidOn,
        received.minor.toString(),
        advanced.minor.toString(),
        shortfall.minor.toString(),
        reason,
        transfer,
      ],
    );
  }

  /** A wage and how it was paid, if it was. */
  async wage(work: Work, payslip: PayslipId): Promise<{ wage: Wage; payment: WagePayment | null } | null> {
    const [row] = await managerOf(work).query<(WageRow & Partial<PaymentRow>)[]>(
      `select ${wageColumns}, ${paymentColumns} from wage w left join wage_payment p using (payslip)
       where w.payslip = $1`,
      [payslip],
    );
    return row ? { wage: wageOf(row), payment: row.paid_on ? paymentOf(row as WageRow & PaymentRow) : null } : null;
  }

  /** Wages for which the fund fell short, newest first; with `open` only those not made good yet. */
  async alarms(work: Work, { open, limit }: { open: boolean; limit: number | null }): Promise<readonly FundAlarm[]> {
    const rows = await managerOf(work).query<(WageRow & PaymentRow & { open: string })[]>(
      `select * from (
         select ${wageColumns}, ${paymentColumns},
           (select coalesce(sum(e.shortfall), 0) from fund_entry e where e.mission = w.mission
              or e.mission in (select mission from wage_part where payslip = w.payslip)) as open
         from wage w join wage_payment p using (payslip) where p.shortfall > 0) a
       where not $1 or open > 0 order by paid_on desc, payslip limit $2`,
      [open, limit],
    );
    return rows.map((row) => ({
      wage: wageOf(row),
      payment: paymentOf(row),
      open: new Money(BigInt(row.open), row.currency),
    }));
  }

  /** Newest first. */
  async entries(
    work: Work,
    { after, limit }: { readonly after: FundEntryId | null; readonly limit: number },
  ): Promise<readonly FundEntry[]> {
    const rows = await managerOf(work).query<EntryRow[]>(
      `select id, entity, day::text, kind, mission, currency, cash, advanced, shortfall, text from fund_entry
       where $1::uuid is null or id < $1 order by id desc limit $2`,
      [after, limit],
    );
    return rows.map(entryOf);
  }

  /** How many missions the fund carries. */
  async advancesOpen(work: Work): Promise<number> {
    const [row] = await managerOf(work).query<[{ count: number }]>(
      `select count(*)::int as count from (
         select from fund_entry where mission is not null group by entity, mission having sum(advanced) > 0) open`,
    );
    return row.count;
  }

  /** Everything that happened to the fund of an entity on the days of a period, or before a day. */
  async sums(work: Work, entity: EntityId, days: { from: PlainDate | null; to: PlainDate }): Promise<FundSums> {
    const [row] = await managerOf(work).query<[Record<keyof FundSums, string>]>(
      `select coalesce(sum(cash), 0) as cash, coalesce(sum(advanced), 0) as advanced,
         coalesce(sum(shortfall), 0) as shortfall,
         coalesce(sum(cash) filter (where kind = 'endowed'), 0) as endowed,
         coalesce(-sum(cash) filter (where kind = 'advanced'), 0) as advances,
         coalesce(sum(cash) filter (where kind in ('repaid', 'recovered')), 0) as recoveries,
         coalesce(-sum(cash + advanced - shortfall) filter (where kind = 'lost'), 0) as losses
       from fund_entry where entity = $1 and ($2::date is null or day >= $2) and day <= $3`,
      [entity, days.from, days.to],
    );
    const of = (name: keyof FundSums): bigint => BigInt(row[name]);
    return {
      cash: of('cash'),
      endowed: of('endowed'),
      advances: of('advances'),
      recoveries: of('recoveries'),
      losses: of('losses'),
      advanced: of('advanced'),
      shortfall: of('shortfall'),
    };
  }

  /** Net wages an entity paid from one day to another, both included, in minor units. */
  async wagesPaid(work: Work, entity: EntityId, { from, to }: { from: PlainDate; to: PlainDate }): Promise<bigint> {
    const [row] = await managerOf(work).query<[{ total: string }]>(
      `select coalesce(sum(amount), 0) as total from wage join wage_payment using (payslip)
       where entity = $1 and paid_on between $2 and $3`,
      [entity, from, to],
    );
    return BigInt(row.total);
  }
}

const wageColumns = `w.payslip, w.mission, w.member, w.entity, w.amount, w.currency, w.pay_on::text,
  (select json_agg(json_build_object('mission', q.mission, 'amount', q.amount::text) order by q.mission)
   from wage_part q where q.payslip = w.payslip) as parts`;

const paymentColumns = 'p.paid_on::text, p.received, p.advanced, p.shortfall, p.reason, p.transfer';

/** What a mission's own money paid of a part of a monthly wage. */
export interface PartPayment {
  readonly payslip: PayslipId;
  readonly mission: MissionId;
  readonly received: Money;
}

interface WageRow {
  readonly payslip: PayslipId;
  readonly mission: MissionId | null;
  readonly member: MemberId;
  readonly entity: EntityId;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly pay_on: PlainDate;
  readonly parts: readonly { readonly mission: MissionId; readonly amount: string }[] | null;
}

interface PaymentRow {
  readonly paid_on: PlainDate;
  readonly received: string;
  readonly advanced: string;
  readonly shortfall: string;
  readonly reason: WagePayment['reason'];
  readonly transfer: TransferId;
}

interface EntryRow {
  readonly id: FundEntryId;
  readonly entity: EntityId;
  readonly day: PlainDate;
  readonly kind: FundEntryKind;
  readonly mission: MissionId | null;
  readonly currency: CurrencyCode;
  readonly cash: string;
  readonly advanced: string;
  readonly shortfall: string;
  readonly text: string;
}

function wageOf({ payslip, mission, member, entity, currency, pay_on, ...row }: WageRow): Wage {
  const of = (minor: string): Money => new Money(BigInt(minor), currency);
  const amount = of(row.amount);
  const parts =
    mission === null
      ? (row.parts ?? []).map((part) => ({ mission: part.mission, amount: of(part.amount) }))
      : [{ mission, amount }];
  return { payslip, mission, member, entity, amount, payOn: pay_on, parts };
}

function paymentOf(row: WageRow & PaymentRow): WagePayment {
  const of = (minor: string): Money => new Money(BigInt(minor), row.currency);
  return {
    payslip: row.payslip,
    paidOn: row.paid_on,
    received: of(row.received),
    advanced: of(row.advanced),
    shortfall: of(row.shortfall),
    reason: row.reason,
    transfer: row.transfer,
  };
}

function entryOf({ currency, cash, advanced, shortfall, ...row }: EntryRow): FundEntry {
  const of = (minor: string): Money => new Money(BigInt(minor), currency);
  return { ...row, cash: of(cash), advanced: of(advanced), shortfall: of(shortfall) };
}
