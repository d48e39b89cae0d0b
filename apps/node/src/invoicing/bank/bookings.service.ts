import type { Ids, Work } from '@passerelle/doors';
import { type Transaction, account, transaction } from '@passerelle/ledger';
import type { Books } from '../../books/books.service.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { Facts } from '../../facts/facts.service.js';
import type { Announced } from './announced.js';
import type { BankLine, BankLineId } from './bank-line.js';
import { type Bank, suspense } from './bank.service.js';
import type { BankStore } from './bank.store.js';
import '../invoicing.facts.js';
import { orderOf } from './matching.js';
import type { Movement } from './movement.js';
import type { Payments } from './payments.service.js';
import type { TransferOrder } from './transfer-order.js';
import { transit } from './transfers.service.js';
import type { TransfersStore } from './transfers.store.js';

export interface BookingsParts {
  readonly lines: BankStore;
  readonly bank: Bank;
  readonly transfers: TransfersStore;
  readonly payments: Payments;
  readonly books: Books;
  readonly facts: Facts;
  readonly ids: Ids;
}

/** Brings lines of statements into the books: each is booked on the bank once, whatever is learned of it later. */
export class Bookings {
  constructor(private readonly parts: BookingsParts) {}

  /** Books a movement that a statement shows, and what is certain about it. The line as it is now. */
  async book(
    work: Work,
    { entity, statement }: { readonly entity: EntityId; readonly statement: string },
    movement: Movement,
  ): Promise<BankLine> {
    const { lines, books, ids } = this.parts;
    const { identity, account, entryReference, ...said } = movement;
    const line = { ...said, id: ids.newId() as BankLineId, entity, partOf: null, explainedBy: null };
    await lines.add(work, line, { identity, statement, account, entryReference });
    if (line.amount.isPositive()) {
      await books.post(work, seenOnBank(line, ids.newId(), suspense));
      return this.cameIn(work, line);
    }
    const order = await this.orderOf(work, line);
    const booking = seenOnBank(line, ids.newId(), order ? transit : suspense);
    await books.post(work, booking);
    if (!order) return line;
    await this.parts.transfers.seen(work, order.id, line.id);
    await lines.explained(work, line.id, booking.id);
    return { ...line, explainedBy: booking.id };
  }

  /**
   * Says of which payments an open line is made, as a notice told, and what is certain about each. They make the line's
   * amount and lie in suspense in its place, so nothing moves on the bank. Nothing happens to a line that somebody has
   * explained. The new lines.
   */
  async detail(work: Work, id: BankLineId, payments: readonly Announced[]): Promise<readonly BankLine[]> {
    const { lines, books, ids } = this.parts;
    const whole = await lines.hold(work, id);
    if (!whole || whole.explainedBy !== null) return [];
    const detailed = detailedBy(whole, ids.newId(), payments);
    await books.post(work, detailed);
    await lines.explained(work, whole.id, detailed.id);
    const statement = await lines.statementOf(work, id);
    const added: BankLine[] = [];
    for (const [place, { id: _, account, entryReference, ...said }] of payments.entries()) {
      const line = { ...said, id: ids.newId() as BankLineId, partOf: whole.id, explainedBy: null };
      await lines.add(work, line, { identity: `${whole.id} ${place}`, statement, account, entryReference });
      added.push(line.amount.isPositive() ? await this.cameIn(work, line) : await this.wentOut(work, line));
    }
    return added;
  }

  private async cameIn(work: Work, line: BankLine): Promise<BankLine> {
    const { facts, payments, lines } = this.parts;
    const { id, entity, references, amount } = line;
    const reference = references[0] ?? null;
    await facts.record(work, {
      kind: 'BankCreditBooked',
      subject: id,
      body: { line: id, entity, reference, references, amount: amount.toJSON() },
    });
    return (await payments.settle(work, line)) ? ((await lines.line(work, id)) ?? line) : line;
  }

  /** A payment out of a line that is booked: when we ordered it, it leaves transit. */
  private async wentOut(work: Work, line: BankLine): Promise<BankLine> {
    const { bank, transfers, ids } = this.parts;
    const order = await this.orderOf(work, line);
    if (!order) return line;
    const explained = await bank.explain(work, line.id, outOfTransit(line, ids.newId()));
    if (!explained.ok) return line;
    await transfers.seen(work, order.id, line.id);
    return explained.value;
  }

  /** Money that we ordered to go out leaves transit; any other debit waits in suspense for somebody to explain it. */
  private async orderOf(work: Work, line: BankLine): Promise<TransferOrder | undefined> {
    return orderOf(line, await this.parts.transfers.onTheWay(work, line.entity, line.references));
  }
}

/** The line on the bank account, and against it what is known of it so far. */
function seenOnBank(line: BankLine, id: string, against: typeof suspense): Transaction {
  const { amount, counterparty, text } = line;
  const words = [counterparty.name, text].filter(Boolean).join(' · ') || 'without any text';
  const said = `${amount.isPositive() ? 'From' : 'To'} ${words}`;
  const draft = transaction(entryOf(line, { id, kind: 'bank-line', text: said }));
  const bank = account('bank');
  return amount.isPositive()
    ? draft.debit(bank, amount).credit(against, amount).mustBuild()
    : draft.debit(against, amount.negated()).credit(bank, amount.negated()).mustBuild();
}

/** The sum leaves suspense, and the payments it is made of take its place there. */
function detailedBy(line: BankLine, id: string, payments: readonly Announced[]): Transaction {
  const text = `A notice tells of ${payments.length} ${payments.length === 1 ? 'payment' : 'payments'} in this line`;
  let draft = transaction(entryOf(line, { id, kind: 'bank-line-detailed', text }));
  for (const amount of [line.amount.negated(), ...payments.map((payment) => payment.amount)])
    draft = amount.isPositive() ? draft.credit(suspense, amount) : draft.debit(suspense, amount.negated());
  return draft.mustBuild();
}

function outOfTransit(line: BankLine, id: string): Transaction {
  const amount = line.amount.negated();
  const text = `To ${line.counterparty.name ?? 'somebody unnamed'}, as ordered`;
  return transaction(entryOf(line, { id, kind: 'transfer-seen', text }))
    .debit(transit, amount)
    .credit(suspense, amount)
    .mustBuild();
}

const entryOf = (
  { id: line, entity, bookedOn: day }: BankLine,
  said: { readonly id: string; readonly kind: string; readonly text: string },
) => ({ ...said, entity, day, cause: `bank-line:${line}` as const });
