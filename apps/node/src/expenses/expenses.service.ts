import assert from 'node:assert/strict';
import type { Clock, Ids, Work } from '@passerelle/doors';
import type { Transaction } from '@passerelle/ledger';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import { type Activities } from '../activities/activities.service.js';
import { type Activity, type ActivityId, budgetAccount, personalId, roleOf } from '../activities/activity.js';
import { type Budget } from '../activities/budget.js';
import type { Budgets } from '../activities/budgets.service.js';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import { type Transfers, transit } from '../invoicing/bank/transfers.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import { type ClaimRefusal, claimOf } from './claim.js';
import {
  type Expense,
  type ExpenseForm,
  type ExpenseId,
  type ExpenseMove,
  type ExpenseState,
  expenseMoves,
  mayMove,
} from './expense.js';
import './expenses.facts.js';
import type { ExpensesStore } from './expenses.store.js';
import { causeOf, claimIn, claimPostings, kindOf, paymentPostings } from './postings.js';
import type { ReceiptsStore } from './receipts.store.js';

export type ExpenseRefusal =
  | ClaimRefusal
  | { readonly kind: 'no-such-expense' }
  | { readonly kind: 'no-such-activity' }
  | { readonly kind: 'not-from-here'; readonly move: ExpenseMove; readonly state: ExpenseState }
  | { readonly kind: 'not-your-receipt'; readonly at: number }
  | { readonly kind: 'receipt-used'; readonly at: number; readonly by: ExpenseId }
  | { readonly kind: 'own-claim' }
  | { readonly kind: 'not-available'; readonly wanted: Money; readonly budget: Budget };

type Decision = Promise<Result<Expense, ExpenseRefusal>>;

/** What a worker wants to save of a draft. */
export interface Draft {
  /** Her own activity when she names none. */
  readonly activity?: ActivityId | undefined;
  readonly form: ExpenseForm;
}

/** Who decides: the account, and the member it belongs to if it belongs to one. */
export interface Decider {
  readonly account: string;
  readonly member: string | null;
}

export interface ExpensesParts {
  readonly store: ExpensesStore;
  readonly receipts: ReceiptsStore;
  readonly activities: Activities;
  readonly budgets: Budgets;
  readonly books: Books;
  readonly transfers: Transfers;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What workers have spent for their work, from the first photo to the transfer. */
export class Expenses {
  constructor(private readonly parts: ExpensesParts) {}

  find(work: Work, id: ExpenseId): Promise<Expense | null> {
    return this.parts.store.find(work, id);
  }

  page(work: Work, page: Parameters<ExpensesStore['page']>[1]): Promise<readonly Expense[]> {
    return this.parts.store.page(work, page);
  }

  /** Saves what is filled in so far. */
  async begin(work: Work, memberId: MemberId, draft: Draft): Decision {
    const { members, store, ids, clock } = this.parts;
    const member = await members.member(work, memberId);
    const made: Expense = {
      id: ids.newId() as ExpenseId,
      entity: member.entity,
      member: memberId,
      activity: draft.activity ?? personalId(memberId),
      state: 'draft',
      form: {},
      claim: null,
      madeAt: clock.now(),
      submittedAt: null,
      decision: null,
      paidOn: null,
    };
    const refusal = await this.draftRefusal(work, made, draft);
    if (refusal) return refuse(refusal);
    await store.add(work, made);
    return ok(await this.written(work, made, draft));
  }

  /** Saves the next step of a draft; what is left out of the form is empty again. */
  change(work: Work, id: ExpenseId, draft: Draft): Decision {
    return this.move(work, id, 'change', async (expense) => {
      const refusal = await this.draftRefusal(work, expense, draft);
      return refusal ? refuse(refusal) : ok(await this.written(work, expense, draft));
    });
  }

  /** Claims it: so much of the budget is promised to it, if it is there. Otherwise it stays a draft. */
  submit(work: Work, id: ExpenseId): Decision {
    return this.move(work, id, 'submit', async (expense) => {
      const { cooperative, books, clock, ids } = this.parts;
      const entity = await cooperative.entity(work, expense.entity);
      const today = cooperative.today(entity);
      const claim = claimOf(expense.form, { entity, today });
      if (!claim.ok) return claim;
      const activity = await this.held(work, expense);
      const budget = await this.parts.budgets.budget(work, activity);
      const { cost } = claim.value;
      if (cost.isMoreThan(budget.available)) return refuse({ kind: 'not-available', wanted: cost, budget });
      const submitted = { ...expense, state: 'submitted', claim: claim.value, submittedAt: clock.now() } as const;
      await this.keep(work, submitted);
      await books.post(work, claimPostings(submitted, budgetAccount(activity), { id: ids.newId(), day: today }));
      const body = { ...about(submitted), cost: cost.toJSON() };
      await this.parts.facts.record(work, { kind: 'ExpenseSubmitted', subject: id, body });
      return ok(submitted);
    });
  }

  /** Somebody else says that it was spent for the work, and the budget still has what is promised. */
  approve(work: Work, id: ExpenseId, by: Decider): Decision {
    return this.move(work, id, 'approve', async (expense) => {
      if (by.member === expense.member) return refuse({ kind: 'own-claim' });
      const budget = await this.parts.budgets.budget(work, await this.held(work, expense));
      // The budget has reserved it already: nothing lacks as long as all that is promised is there.
      if (budget.lacking.isPositive()) return refuse({ kind: 'not-available', wanted: claimIn(expense).cost, budget });
      const approved = await this.decided(work, { ...expense, state: 'approved' }, { by, reason: null });
      await this.parts.facts.record(work, { kind: 'ExpenseApproved', subject: id, body: about(approved) });
      return ok(approved);
    });
  }

  /** Gives back to the budget what was promised, and the receipts to the worker, with a reason she will read. */
  refuse(work: Work, id: ExpenseId, reason: string, by: Decider): Decision {
    return this.move(work, id, 'refuse', async (expense) => {
      if (by.member === expense.member) return refuse({ kind: 'own-claim' });
      const refused = await this.decided(work, { ...expense, state: 'refused' }, { by, reason });
      await this.parts.receipts.release(work, id);
      const body = { ...about(refused), reason };
      await this.parts.facts.record(work, { kind: 'ExpenseRefused', subject: id, body });
      return ok(refused);
    });
  }

  /** Orders the transfer to the worker, once. */
  pay(work: Work, id: ExpenseId): Decision {
    return this.move(work, id, 'pay', async (expense) => {
      const { cooperative, members, transfers, ids, facts } = this.parts;
      const day = cooperative.today(await cooperative.entity(work, expense.entity));
      const { name, iban } = await members.member(work, expense.member);
      const { refund } = claimIn(expense);
      const booking = paymentPostings(expense, transit, { id: ids.newId(), day });
      const wanted = {
        entity: expense.entity,
        reference: expenseReference(id),
        to: { name, iban },
        amount: refund,
        cause: causeOf(expense),
      };
      await transfers.order(work, wanted, booking);
      const paid = { ...expense, state: 'paid', paidOn: day } as const;
      await this.keep(work, paid);
      const body = { ...about(paid), refund: refund.toJSON() };
      await facts.record(work, { kind: 'ExpensePaid', subject: id, body });
      return ok(paid);
    });
  }

  /** Everything booked because of an expense. */
  postings(work: Work, expense: Pick<Expense, 'id'>): Promise<readonly Transaction[]> {
    return this.parts.books.postingsOf(work, causeOf(expense));
  }

  private async move(work: Work, id: ExpenseId, move: ExpenseMove, act: (expense: Expense) => Decision): Decision {
    const expense = await this.parts.store.hold(work, id);
    if (!expense) return refuse({ kind: 'no-such-expense' });
    if (!mayMove(expense, move)) return refuse({ kind: 'not-from-here', move, state: expense.state });
    const moved = await act(expense);
    if (moved.ok) assert.equal(moved.value.state, expenseMoves[move].to, `${move} leads where the table says`);
    return moved;
  }

  private async written(work: Work, expense: Expense, { activity, form }: Draft): Promise<Expense> {
    const written = { ...expense, activity: activity ?? expense.activity, form };
    await this.keep(work, written);
    await this.parts.receipts.use(work, expense.id, form.receipts ?? []);
    return written;
  }

  private async draftRefusal(
    work: Work,
    { id, member, entity, activity: known }: Expense,
    { activity: named, form }: Draft,
  ): Promise<ExpenseRefusal | null> {
    const activity = await this.parts.activities.find(work, named ?? known);
    if (!activity || activity.entity !== entity || roleOf(activity, member) === null)
      return { kind: 'no-such-activity' };
    const wanted = form.receipts ?? [];
    const held = await this.parts.receipts.hold(work, wanted);
    for (const [at, receipt] of wanted.entries()) {
      const found = held.find((each) => each.id === receipt);
      if (found?.member !== member || found.entity !== entity) return { kind: 'not-your-receipt', at };
      if (found.expense !== null && found.expense !== id) return { kind: 'receipt-used', at, by: found.expense };
      if (wanted.indexOf(receipt) !== at) return { kind: 'receipt-used', at, by: id };
    }
    return null;
  }

  /** Its activity, of which nobody else spends anything before the end of this work. */
  private async held(work: Work, { activity: id }: Expense): Promise<Activity> {
    const { activities } = this.parts;
    const activity = await activities.activity(work, id);
    await activities.holdBudget(work, activity);
    return activity;
  }

  private async decided(
    work: Work,
    expense: Expense & { readonly state: 'approved' | 'refused' },
    { by, reason }: { readonly by: Decider; readonly reason: string | null },
  ): Promise<Expense> {
    const { books, cooperative, clock, ids } = this.parts;
    const { entity, state } = expense;
    const cause = causeOf(expense);
    const pending = await books.booked(work, { entity, cause, kind: kindOf('claimed') });
    assert(pending, `the claim of ${cause} is in the books`);
    const day = cooperative.today(await cooperative.entity(work, entity));
    const entry = { id: ids.newId(), day, kind: kindOf(state), cause, text: pending.text };
    const resolved = await books.resolve(work, pending.id, state === 'approved' ? 'post' : 'void', entry);
    assert(resolved.ok, `the claim of ${cause} is decided once`);
    const decided = { ...expense, decision: { by: by.account, at: clock.now(), reason } };
    await this.keep(work, decided);
    return decided;
  }

  private keep(work: Work, expense: Expense): Promise<void> {
    return this.parts.store.save(work, expense);
  }
}

const about = ({ id, member, activity }: Expense) => ({ expense: id, member, activity });

/** How the transfer of an expense is found on a statement again: `E` and the expense's id. */
export const expenseReference = (id: ExpenseId): string => `E${id.replaceAll('-', '').toUpperCase()}`;
