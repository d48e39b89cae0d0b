import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { Grant, GrantId } from './grant.js';

type GrantRow = Omit<Grant, 'amount'> & { readonly amount: string; readonly currency: CurrencyCode };

const select = `select g.id, g.entity, g.giver, g.receiver, g.amount, g.currency, g.text, g.state,
  g.offered_by as "offeredBy", g.offered_at as "offeredAt", g.decided_by as "decidedBy", g.decided_at as "decidedAt"
  from activity_grant g`;

export class GrantsStore {
  async add(work: Work, grant: Grant): Promise<void> {
    const { id, entity, giver, receiver, amount, text, offeredBy, offeredAt } = grant;
    await managerOf(work).query(
      `insert into activity_grant (id, entity, giver, receiver, amount, currency, text, state, offered_by, offered_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'offered', $8, $9)`,
      [id, entity, giver, receiver, amount.minor.toString(), amount.currency, text, offeredBy, offeredAt],
    );
  }

  async decide(work: Work, { id, state, decidedBy, decidedAt }: Grant): Promise<void> {
    await managerOf(work).query(
      'update activity_grant set state = $2, decided_by = $3, decided_at = $4 where id = $1',
      [id, state, decidedBy, decidedAt],
    );
  }

  /** The grant, held by this transaction until its end. */
  async hold(work: Work, id: GrantId): Promise<Grant | null> {
    return (await this.select(work, 'g.id = $1 for update', [id]))[0] ?? null;
  }

  /** Newest first; only those of activities in which one member has a part when `member` is given. */
  page(
    work: Work,
    { after, limit, member }: { after: GrantId | null; limit: number; member: string | null },
  ): Promise<readonly Grant[]> {
    const own = `$2 in (g.giver, g.receiver) or exists (select from activity_member m
      where m.member = $2 and m.joined_at is not null and m.activity in (g.giver, g.receiver))`;
    const where = `($1::uuid is null or g.id < $1) and ($2::uuid is null or ${own}) order by g.id desc limit $3`;
    return this.select(work, where, [after, member, limit]);
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<Grant[]> {
    const rows = await managerOf(work).query<GrantRow[]>(`${select} where ${where}`, [...values]);
    return rows.map(({ amount, currency, ...row }) => ({ ...row, amount: new Money(BigInt(amount), currency) }));
  }
}
