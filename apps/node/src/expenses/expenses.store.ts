import { type Work, managerOf } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { ActivityId } from '../activities/activity.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { Expense, ExpenseId, ExpenseState } from './expense.js';
import {
  type ClaimDocument,
  type FormDocument,
  claimDocument,
  claimFrom,
  formDocument,
  formFrom,
} from './expense-document.js';

interface ExpenseRow {
  readonly id: ExpenseId;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly activity: ActivityId;
  readonly state: ExpenseState;
  readonly form: FormDocument;
  readonly claim: ClaimDocument | null;
  readonly made_at: Date;
  readonly submitted_at: Date | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
  readonly paid_on: PlainDate | null;
}

const select = `select id, entity, member, activity, state, form, claim, made_at, submitted_at, decided_by, decided_at, reason,
  paid_on::text from expense`;

export class ExpensesStore {
  async add(work: Work, expense: Expense): Promise<void> {
    await managerOf(work).query(
      `insert into expense (id, entity, member, activity, state, form, made_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        expense.id,
        expense.entity,
        expense.member,
        expense.activity,
        expense.state,
        JSON.stringify(formDocument(expense.form)),
        expense.madeAt,
      ],
    );
  }

  async save(work: Work, { id, activity, state, form, claim, submittedAt, decision, paidOn }: Expense): Promise<void> {
    await managerOf(work).query(
      `update expense set activity = $2, state = $3, form = $4, claim = $5, decided_by = $6, decided_at = $7,
         reason = $8, paid_on = $9, submitted_at = $10 where id = $1`,
      [
        id,
        activity,
        state,
        JSON.stringify(formDocument(form)),
        claim && JSON.stringify(claimDocument(claim)),
        decision?.by ?? null,
        decision?.at ?? null,
        decision?.reason ?? null,
        paidOn,
        submittedAt,
      ],
    );
  }

  async several(work: Work, ids: readonly string[]): Promise<readonly Expense[]> {
    return this.select(work, 'id = any($1)', [ids]);
  }

  async find(work: Work, id: ExpenseId): Promise<Expense | null> {
    return (await this.select(work, 'id = $1', [id]))[0] ?? null;
  }

  /** The expense, held by this transaction until its end. */
  async hold(work: Work, id: ExpenseId): Promise<Expense | null> {
    return (await this.select(work, 'id = $1 for update', [id]))[0] ?? null;
  }

  /** Those that wait for somebody's word, or for their transfer. */
  toDecide(work: Work): Promise<readonly Expense[]> {
    return this.select(work, `state in ('submitted', 'approved') order by id`, []);
  }

  /** Newest first; only those of one member, or in one state, when these are given. */
  page(
    work: Work,
    page: { after: ExpenseId | null; limit: number; member: string | null; state: ExpenseState | null },
  ): Promise<readonly Expense[]> {
    return this.select(
      work,
      `($1::uuid is null or id < $1) and ($2::uuid is null or member = $2) and ($3::text is null or state = $3)
       order by id desc limit $4`,
      [page.after, page.member, page.state, page.limit],
    );
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<Expense[]> {
    return (await managerOf(work).query<ExpenseRow[]>(`${select} where ${where}`, [...values])).map(expenseOf);
  }
}

const expenseOf = ({ form, claim, decided_by, decided_at, reason, ...row }: ExpenseRow): Expense => ({
  id: row.id,
  entity: row.entity,
  member: row.member,
  activity: row.activity,
  state: row.state,
  form: formFrom(form),
  claim: claim && claimFrom(claim),
  madeAt: row.made_at,
  submittedAt: row.submitted_at,
  decision: decided_at && { by: decided_by!, at: decided_at, reason },
  paidOn: row.paid_on,
});
