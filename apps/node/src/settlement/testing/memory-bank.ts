import { randomUUID } from 'node:crypto';
import type { Work } from '@passerelle/doors';
import { type Transaction, account, transaction } from '@passerelle/ledger';
import type { Money, PlainDate } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { KeptLeg } from '../legs/kept-leg.js';
import { LegPayments, type SeenLine } from '../legs/leg-payments.service.js';
import type { PayeeAccount } from '../obligations/pair.js';

interface Line extends SeenLine {
  readonly reference: string;
  readonly isCredit: boolean;
}

/** A transfer on its way from one bank to the other. */
export interface Transfer {
  readonly reference: string;
  readonly iban: string;
  readonly amount: Money;
}

/**
 * The bank account of one node in memory: what was ordered, and what its statements show. Specs in which transactions
 * fail do not reach it.
 */
export class MemoryBank extends LegPayments {
  private lines: readonly Line[] = [];
  private orders: ReadonlyMap<string, Money> = new Map();
  /** Ordered and not yet carried to the payee's bank. */
  onTheWay: readonly Transfer[] = [];

  constructor(private readonly books: Books) {
    super();
  }

  /** The own record of orders and statements is lost, as in a restore from an old backup. The bank forgets nothing. */
  forget(): void {
    this.orders = new Map();
    this.lines = [];
  }

  async cameIn(_work: Work, _entity: EntityId, reference: string): Promise<readonly SeenLine[]> {
    return this.lines.filter((line) => line.reference === reference && line.isCredit);
  }

  async wentOut(_work: Work, _entity: EntityId, reference: string): Promise<readonly SeenLine[]> {
    return this.lines.filter((line) => line.reference === reference && !line.isCredit);
  }

  async ordered(_work: Work, leg: KeptLeg): Promise<Money | null> {
    return this.orders.get(leg.id) ?? null;
  }

  async order(
    work: Work,
    leg: KeptLeg,
    { iban, amount }: PayeeAccount & { readonly amount: Money },
    booking: Transaction,
  ): Promise<void> {
    if (this.orders.has(leg.id)) throw new Error(`${leg.id} was ordered before`);
    this.orders = new Map([...this.orders, [leg.id, amount]]);
    this.onTheWay = [...this.onTheWay, { reference: leg.id, iban, amount }];
    await this.books.post(work, booking);
  }

  async explain(work: Work, line: string, booking: Transaction): Promise<boolean> {
    if (this.lines.some(({ id, isExplained }) => id === line && isExplained)) return false;
    this.lines = this.lines.map((one) => (one.id === line ? { ...one, isExplained: true } : one));
    await this.books.post(work, booking);
    return true;
  }

  /** A line of a new statement: money in lies in `suspense` until somebody explains it. */
  async shows(
    work: Work,
    of: { readonly entity: EntityId; readonly day: PlainDate; readonly reference: string; readonly amount: Money },
  ): Promise<string> {
    const id = randomUUID();
    const { entity, day, reference, amount } = of;
    this.lines = [...this.lines, { id, reference, amount, isExplained: false, isCredit: true }];
    const entry = {
      id: randomUUID(),
      entity,
      day,
      kind: 'bank-line',
      cause: `statement:${id}` as const,
      text: reference,
    };
    await this.books.post(
      work,
      transaction(entry).debit(account('bank'), amount).credit(account('suspense'), amount).mustBuild(),
    );
    return id;
  }
}
