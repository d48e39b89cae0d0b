import { type Work, managerOf } from '@passerelle/doors';
import type { Cause, TransactionId } from '@passerelle/ledger';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLineId } from './bank-line.js';
import type { TransferId, TransferOrder } from './transfer-order.js';

interface TransferRow {
  readonly id: TransferId;
  readonly entity: EntityId;
  readonly reference: string;
  readonly to_name: string;
  readonly to_iban: string;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly cause: Cause;
  readonly day: PlainDate;
  readonly transaction: TransactionId;
  readonly seen_on: BankLineId | null;
}

const select = `select t.id, t.entity, t.reference, t.to_name, t.to_iban, t.amount, t.currency, t.cause, t.day::text,
    t.transaction, s.line as seen_on
  from transfer_order t left join transfer_seen s on s.transfer = t.id`;

/** Orders are only added; that a statement shows one is a row of its own. */
export class TransfersStore {
  /** False when there is an order for the same cause, which is waited for if it is just being made. */
  async add(work: Work, { to, amount, ...order }: TransferOrder): Promise<boolean> {
    const added = await managerOf(work).query<unknown[]>(
      `insert into transfer_order (id, entity, reference, to_name, to_iban, amount, currency, cause, day, transaction)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (cause) do nothing returning id`,
      [
        order.id,
        order.entity,
        order.reference,
        to.name,
        to.iban,
        amount.minor.toString(),
        amount.currency,
        order.cause,
        order.day,
        order.transaction,
      ],
    );
    return added.length === 1;
  }

  async causedBy(work: Work, cause: Cause): Promise<TransferOrder | null> {
    const [row] = await managerOf(work).query<TransferRow[]>(`${select} where t.cause = $1`, [cause]);
    return row ? orderOf(row) : null;
  }

  /** Those on their way with one of these references, held until the end of the transaction; oldest first. */
  async onTheWay(work: Work, entity: EntityId, references: readonly string[]): Promise<readonly TransferOrder[]> {
    const rows = await managerOf(work).query<TransferRow[]>(
      `${select} where t.entity = $1 and t.reference = any($2) and s.line is null order by t.id for update of t`,
      [entity, references],
    );
    return rows.map(orderOf);
  }

  async allOnTheWay(work: Work): Promise<readonly TransferOrder[]> {
    const rows = await managerOf(work).query<TransferRow[]>(`${select} where s.line is null order by t.id`);
    return rows.map(orderOf);
  }

  async several(work: Work, ids: readonly TransferId[]): Promise<readonly TransferOrder[]> {
    const rows = await managerOf(work).query<TransferRow[]>(`${select} where t.id = any($1) order by t.id`, [ids]);
    return rows.map(orderOf);
  }

  async hold(work: Work, ids: readonly TransferId[]): Promise<void> {
    await managerOf(work).query('select id from transfer_order where id = any($1) order by id for update', [ids]);
  }

  async seen(work: Work, transfer: TransferId, line: BankLineId): Promise<void> {
    await managerOf(work).query('insert into transfer_seen (transfer, line) values ($1, $2)', [transfer, line]);
  }

  async page(
    work: Work,
    { after, limit, onTheWay }: { after: TransferId | null; limit: number; onTheWay: boolean },
  ): Promise<readonly TransferOrder[]> {
    const rows = await managerOf(work).query<TransferRow[]>(
      `${select} where ($1::uuid is null or t.id < $1) and (not $2 or s.line is null) order by t.id desc limit $3`,
      [after, onTheWay, limit],
    );
    return rows.map(orderOf);
  }
}

const orderOf = ({ to_name, to_iban, amount, currency, seen_on, ...order }: TransferRow): TransferOrder => ({
  ...order,
  to: { name: to_name, iban: to_iban },
  amount: new Money(BigInt(amount), currency),
  seenOn: seen_on,
});
