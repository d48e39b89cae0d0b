import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Account, type Transaction, transaction } from '@passerelle/ledger';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { Facts } from '../../facts/facts.service.js';
import type { BankLine, BankLineId } from './bank-line.js';
import { type Bank, type ExplainRefusal, suspense } from './bank.service.js';
import type { BankStore } from './bank.store.js';
import type { ClientCredits } from './client-credits.service.js';
import {
  type Debit,
  type DebitKind,
  type DebitRefusal,
  type Explanation,
  type ReturnRefusal,
  accountOf,
  claimAccount,
  comesBack,
  explain,
} from './debit.js';
import type { DebitsStore } from './debits.store.js';
import '../invoicing.facts.js';

export interface DebitsParts {
  readonly store: DebitsStore;
  readonly lines: BankStore;
  readonly bank: Bank;
  readonly credits: ClientCredits;
  readonly books: Books;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type WantedExplanation = Omit<Explanation, 'at'>;

/** Money that left without an order of ours: a person says what it was, and what is claimed back is followed home. */
export class Debits {
  constructor(private readonly parts: DebitsParts) {}

  /**
   * Books what a person says that a debit was, and ends its alarm. A debit that was claimed back is explained once more
   * when the bank does not give it back: then what is left of the claim is booked so.
   */
  async explain(
    work: Work,
    id: BankLineId,
    wanted: WantedExplanation,
  ): Promise<Result<BankLine, DebitRefusal | ExplainRefusal>> {
    const { store, lines, credits, facts, clock, ids } = this.parts;
    const line = await lines.hold(work, id);
    if (!line) return refuse({ kind: 'no-such-line' });
    const creditor = wanted.client === null ? null : await credits.hold(work, wanted.client);
    const decided = explain(line, await store.of(work, id), wanted, creditor);
    if (!decided.ok) return decided;
    const said: Explanation = { ...wanted, at: clock.now() };
    const booked = await this.book(work, line, said, decided.value);
    if (!booked.ok) return booked;
    await store.add(work, { id: ids.newId(), line: id, transaction: booked.value.id }, said);
    const { kind } = said;
    const body = { line: id, entity: line.entity, kind, amount: decided.value.toJSON() };
    await facts.record(work, { kind: 'DebitExplained', subject: id, body });
    return ok({ ...line, explainedBy: line.explainedBy ?? booked.value.id });
  }

  /** A credit is what the bank owed us for a debit, in whole or in part. */
  async comeBack(
    work: Work,
    { line: id, debit: debitId, by }: { readonly line: BankLineId; readonly debit: BankLineId; readonly by: string },
  ): Promise<Result<BankLine, ReturnRefusal | ExplainRefusal>> {
    const { store, lines, bank, facts, clock } = this.parts;
    // Whoever explains the claim otherwise at the same time holds the debit first as well.
    const claimed = await lines.hold(work, debitId);
    const line = await lines.hold(work, id);
    if (!line) return refuse({ kind: 'no-such-line' });
    if (!claimed) return refuse({ kind: 'not-claimed' });
    const decided = comesBack(line, claimed, await store.of(work, debitId));
    if (!decided.ok) return decided;
    const amount = decided.value;
    const booking = this.entry(line, {
      kind: 'debit-returned',
      text: `The bank gives back what left on ${claimed.bookedOn}`,
      from: suspense,
      to: claimAccount(debitId),
      amount,
    });
    const explained = await bank.explain(work, id, booking);
    if (!explained.ok) return explained;
    const said = { by, at: clock.now(), transaction: booking.id };
    await store.addReturn(work, debitId, { line: id, amount }, said);
    const body = { debit: debitId, line: id, entity: line.entity, amount: amount.toJSON() };
    await facts.record(work, { kind: 'DebitReturned', subject: debitId, body });
    return explained;
  }

  of(work: Work, lines: readonly BankLineId[]): Promise<ReadonlyMap<BankLineId, Debit>> {
    return this.parts.store.ofAll(work, lines);
  }

  /** What the bank still owes us, the oldest claim first. */
  claimed(work: Work): Promise<readonly BankLine[]> {
    return this.parts.store.claimed(work);
  }

  private async book(
    work: Work,
    line: BankLine,
    said: Explanation,
    amount: Money,
  ): Promise<Result<Transaction, ExplainRefusal>> {
    const { bank, books, cooperative } = this.parts;
    const from = accountOf(line, said);
    const booking = { kind: kindOfBooking(said.kind, line), text: said.text, from, amount };
    if (line.explainedBy === null) {
      const explained = this.entry(line, { ...booking, to: suspense });
      const answer = await bank.explain(work, line.id, explained);
      return answer.ok ? ok(explained) : answer;
    }
    const day = cooperative.today(await cooperative.entity(work, line.entity));
    const again = this.entry({ ...line, bookedOn: day }, { ...booking, to: claimAccount(line.id) });
    await books.post(work, again);
    return ok(again);
  }

  private entry(
    { id: line, entity, bookedOn: day }: Pick<BankLine, 'id' | 'entity' | 'bookedOn'>,
    { from, to, amount, ...said }: Booking,
  ): Transaction {
    const entry = { ...said, id: this.parts.ids.newId(), entity, day, cause: `bank-line:${line}` as const };
    return transaction(entry).debit(from, amount).credit(to, amount).mustBuild();
  }
}

/** One amount, debited on one account and credited on another. */
interface Booking {
  readonly kind: string;
  readonly text: string;
  readonly from: Account;
  readonly to: Account;
  readonly amount: Money;
}

/** A book takes the same cause under the same kind once. */
const kindOfBooking = (kind: DebitKind, { explainedBy }: BankLine): string =>
  explainedBy === null ? `debit-${kind}` : `claim-ended-${kind}`;
