import { type Place, type Sealing, type Work, managerOf } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MediaType } from '../files/file.js';
import type { MemberId } from '../members/member.js';
import type { ExpenseId } from './expense.js';
import type { Receipt, ReceiptId } from './receipt.js';

/** A receipt and the expense it stands for, if any does. */
export interface UsedReceipt extends Receipt {
  readonly expense: ExpenseId | null;
}

interface ReceiptRow {
  readonly id: ReceiptId;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly hash: string;
  readonly media: MediaType;
  readonly size: number;
  readonly received_at: Date;
  readonly keep_until: PlainDate;
  readonly expense: ExpenseId | null;
}

const select = `select r.id, r.entity, r.member, r.hash, r.media, r.size, r.received_at, r.keep_until::text, u.expense
  from receipt r left join expense_receipt u on u.receipt = r.id`;

const placeOf = (id: ReceiptId): Place => ({ table: 'receipt', id });

/** Receipts, which are only added, and sealed. */
export class ReceiptsStore {
  constructor(private readonly sealing: Sealing) {}

  /** False when the entity has a file of the same content, which is waited for if it is just being added. */
  async add(work: Work, receipt: Receipt, bytes: Buffer): Promise<boolean> {
    const { id, entity, member, hash, media, size, receivedAt, keepUntil } = receipt;
    const added = await managerOf(work).query<unknown[]>(
      `insert into receipt (id, entity, member, hash, media, size, received_at, keep_until, bytes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (entity, hash) do nothing returning id`,
      [id, entity, member, hash, media, size, receivedAt, keepUntil, this.sealing.seal(bytes, placeOf(id))],
    );
    return added.length === 1;
  }

  async find(work: Work, id: ReceiptId): Promise<UsedReceipt | null> {
    return (await this.select(work, 'r.id = $1', [id]))[0] ?? null;
  }

  async same(work: Work, entity: EntityId, hash: string): Promise<UsedReceipt | null> {
    return (await this.select(work, 'r.entity = $1 and r.hash = $2', [entity, hash]))[0] ?? null;
  }

  async bytes(work: Work, id: ReceiptId): Promise<Buffer> {
    const [row] = await managerOf(work).query<{ bytes: Buffer }[]>('select bytes from receipt where id = $1', [id]);
    if (!row) throw new Error(`no receipt ${id}`);
    return this.sealing.open(row.bytes, placeOf(id));
  }

  /** Newest first; only those of one member when `member` is given. */
  page(
    work: Work,
    { after, limit, member }: { after: ReceiptId | null; limit: number; member: string | null },
  ): Promise<readonly UsedReceipt[]> {
    const where = '($1::uuid is null or r.id < $1) and ($2::uuid is null or r.member = $2) order by r.id desc limit $3';
    return this.select(work, where, [after, member, limit]);
  }

  /** Lets these receipts stand for the expense and no other ones. */
  async use(work: Work, expense: ExpenseId, receipts: readonly ReceiptId[]): Promise<void> {
    await this.release(work, expense);
    await managerOf(work).query('insert into expense_receipt (receipt, expense) select unnest($1::uuid[]), $2', [
      receipts,
      expense,
    ]);
  }

  /** Its receipts stand for nothing any more. */
  async release(work: Work, expense: ExpenseId): Promise<void> {
    await managerOf(work).query('delete from expense_receipt where expense = $1', [expense]);
  }

  /** These receipts, which nobody else uses before the end of this work. */
  async hold(work: Work, ids: readonly ReceiptId[]): Promise<readonly UsedReceipt[]> {
    await managerOf(work).query('select from receipt where id = any($1) order by id for update', [ids]);
    return this.select(work, 'r.id = any($1)', [ids]);
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<UsedReceipt[]> {
    const rows = await managerOf(work).query<ReceiptRow[]>(`${select} where ${where}`, [...values]);
    return rows.map(({ received_at, keep_until, ...row }) => ({
      ...row,
      receivedAt: received_at,
      keepUntil: keep_until,
    }));
  }
}
