import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { Refund, RefundId } from './refund.js';

interface RefundRow extends Omit<Refund, 'amount'> {
  readonly amount: string;
  readonly currency: CurrencyCode;
}

const select = `select id, entity, client, amount, currency, iban, reason, ordered_by as "orderedBy",
    ordered_at as "orderedAt" from client_refund`;

/** Refunds are only added; whether one has left is known to its transfer. */
export class RefundsStore {
  async add(work: Work, { id, entity, client, amount, iban, reason, orderedBy, orderedAt }: Refund): Promise<void> {
    await managerOf(work).query(
      `insert into client_refund (id, entity, client, amount, currency, iban, reason, ordered_by, ordered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, entity, client, amount.minor.toString(), amount.currency, iban, reason, orderedBy, orderedAt],
    );
  }

  /** Those of the ids that are known. */
  async several(work: Work, ids: readonly RefundId[]): Promise<readonly Refund[]> {
    return (await managerOf(work).query<RefundRow[]>(`${select} where id = any ($1::uuid[])`, [ids])).map(refundOf);
  }

  /** Newest first. */
  async page(
    work: Work,
    { after, limit }: { readonly after: RefundId | null; readonly limit: number },
  ): Promise<readonly Refund[]> {
    const wanted = `${select} where ($1::uuid is null or id < $1) order by id desc limit $2`;
    return (await managerOf(work).query<RefundRow[]>(wanted, [after, limit])).map(refundOf);
  }
}

const refundOf = ({ amount, currency, ...row }: RefundRow): Refund => ({
  ...row,
  amount: new Money(BigInt(amount), currency),
});
