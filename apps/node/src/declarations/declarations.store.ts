import { type Work, managerOf } from '@passerelle/doors';
import { type DeclarationForm, countryOf } from '@passerelle/rules';
import type { CountryCode, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from '../payroll/payslip.js';
import {
  type Declaration,
  type DeclarationId,
  type DeclarationState,
  type RecordedStep,
  type Written,
  awaitsAnswer,
} from './declaration.js';

/** The pay of one worker in one period that one form asks for, and has not had yet. */
export interface WaitingPay {
  readonly form: string;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly payslips: readonly PayslipId[];
}

interface DeclarationRow {
  readonly id: DeclarationId;
  readonly number: number;
  readonly form: string;
  readonly country: CountryCode;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly mission: MissionId | null;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly due_on: PlainDate;
  readonly known: Written;
  readonly steps: readonly (Omit<RecordedStep, 'at'> & { readonly at: string })[];
}

/** What was said, stated or called off changes no state, so that the state is what the last other step made of it. */
const select = `
  select s.state, d.id, d.number::int, d.form, d.country, d.entity, d.member, d.mission, d.first_day::text as first, d.last_day::text as last,
    d.due_on::text, d.known, s.steps
  from declaration d
  cross join lateral (
    select jsonb_agg(jsonb_build_object('at', at, 'who', who, 'step', step) order by id) as steps,
      (array_agg(step->>'kind' order by id desc) filter (where step->>'kind' not in ('said', 'stated', 'not-begun')))[1] as state
    from declaration_step where declaration = d.id
  ) s`;

/** Declarations and their steps, which are only added, and the pay that waits to be declared. */
export class DeclarationsStore {
  async nextNumber(work: Work): Promise<number> {
    const [row] = await managerOf(work).query<[{ number: number }]>(
      `select nextval('declaration_number')::int as number`,
    );
    return row.number;
  }

  async add(work: Work, { id, number, form, country, ...declaration }: NewDeclaration): Promise<void> {
    const { entity, member, mission, first, last, dueOn, known } = declaration;
    await managerOf(work).query(
      `insert into declaration (id, number, form, country, entity, member, mission, first_day, last_day, due_on, known)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, number, form.id, country, entity, member, mission, first, last, dueOn, known],
    );
  }

  async addStep(work: Work, id: DeclarationId, { at, who, step }: RecordedStep): Promise<void> {
    const values = [id, at, who, step];
    await managerOf(work).query(
      'insert into declaration_step (declaration, at, who, step) values ($1, $2, $3, $4)',
      values,
    );
  }

  async find(work: Work, id: DeclarationId): Promise<Declaration | null> {
    return (await this.select(work, 'd.id = $1', [id]))[0] ?? null;
  }

  /** Lets one transaction at a time take a declaration further. */
  async hold(work: Work, id: DeclarationId): Promise<Declaration | null> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`declaration ${id}`]);
    return this.find(work, id);
  }

  /** Those due first come first; only those in these states. */
  page(
    work: Work,
    { after, limit, states }: { after: DeclarationId | null; limit: number; states: readonly DeclarationState[] },
  ): Promise<Declaration[]> {
    const where = `s.state = any($2) and ($1::uuid is null
      or (d.due_on, d.id) > (select due_on, id from declaration where id = $1)) order by d.due_on, d.id limit $3`;
    return this.select(work, where, [after, states, limit]);
  }

  /** All that no authority has accepted and nobody has withdrawn, that due first before the rest. */
  open(work: Work): Promise<Declaration[]> {
    return this.select(
      work,
      `not exists (select from declaration_step over where over.declaration = d.id
         and over.step ->> 'kind' in ('accepted', 'withdrawn')) order by d.due_on, d.id`,
      [],
    );
  }

  /** Those that no authority accepted, though they were due before that day, and that are not known to be late. */
  dueBefore(work: Work, day: PlainDate): Promise<Declaration[]> {
    return this.select(work, `d.due_on < $1 and s.state in ('prepared', 'sent', 'refused') order by d.due_on, d.id`, [
      day,
    ]);
  }

  async late(work: Work): Promise<number> {
    const [row] = await managerOf(work).query<[{ late: number }]>(
      `select count(*)::int as late from (${select}) d where state = 'late'`,
    );
    return row.late;
  }

  /** Those that an authority has had and not answered, though they were due before that day. */
  async unansweredSince(work: Work, day: PlainDate): Promise<Declaration[]> {
    const late = await this.select(work, `d.due_on < $1 and s.state in ('sent', 'late') order by d.due_on, d.id`, [
      day,
    ]);
    return late.filter(awaitsAnswer);
  }

  ofMission(work: Work, mission: MissionId): Promise<Declaration[]> {
    return this.select(work, 'd.mission = $1 order by d.id', [mission]);
  }

  ofMember(work: Work, member: MemberId): Promise<Declaration[]> {
    return this.select(work, 'd.member = $1 order by d.id', [member]);
  }

  async addPay(work: Work, { form, entity, member, first, last, payslips }: WaitingPay): Promise<void> {
    await managerOf(work).query(
      `insert into declared_pay (form, payslip, entity, member, first_day, last_day)
       select $1, unnest($2::uuid[]), $3, $4, $5, $6`,
      [form, payslips, entity, member, first, last],
    );
  }

  /**
   * What waits although its period ended before that day, one entry for each declaration that is to be made. Where the
   * period is the day of pay itself, each engagement is declared alone.
   */
  async payOfPeriodsBefore(work: Work, day: PlainDate): Promise<WaitingPay[]> {
    return managerOf(work).query<WaitingPay[]>(
      `select form, entity, member, first_day::text as first, last_day::text as last,
         array_agg(payslip order by payslip)::text[] as payslips
       from declared_pay where declaration is null and last_day < $1
       group by form, entity, member, first_day, last_day, case when first_day = last_day then payslip end
       order by last_day, form, member`,
      [day],
    );
  }

  async declarePay(work: Work, { form, payslips }: WaitingPay, declaration: DeclarationId): Promise<void> {
    await managerOf(work).query(
      'update declared_pay set declaration = $3 where form = $1 and payslip = any($2::uuid[])',
      [form, payslips, declaration],
    );
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<Declaration[]> {
    const rows = await managerOf(work).query<DeclarationRow[]>(`${select} where ${where}`, [...values]);
    return rows.map(({ form, country, due_on: dueOn, steps, ...row }) => ({
      ...row,
      form: formOf(country, form),
      dueOn,
      steps: steps.map(({ at, ...step }) => ({ ...step, at: new Date(at) })),
    }));
  }
}

export type NewDeclaration = Omit<Declaration, 'steps'> & { readonly country: CountryCode };

function formOf(country: CountryCode, id: string): DeclarationForm {
  const form = countryOf(country)?.declarations.find((each) => each.id === id);
  if (!form) throw new Error(`a kept declaration is made with ${id}, which libs/rules no longer knows`);
  return form;
}
