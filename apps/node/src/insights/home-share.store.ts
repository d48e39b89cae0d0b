import { type Work, managerOf } from '@passerelle/doors';
import { type CountryCode, type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';

/** What a book earned by work done in one country; null where no mission says where. */
export interface Turnover {
  readonly country: CountryCode | null;
  readonly amount: Money;
}

interface Row {
  readonly country: CountryCode | null;
  readonly currency: CurrencyCode;
  readonly minor: string;
}

/** What was earned, as the books say it: invoices to clients less credit notes, and what hosts owe for missions done for them. */
export class HomeShareStore {
  async turnover(
    work: Work,
    entity: EntityId,
    { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
  ): Promise<readonly Turnover[]> {
    const rows = await managerOf(work).query<Row[]>(
      `select m.terms -> 'place' ->> 'country' as country, p.currency, (-sum(p.amount))::text as minor
       from posting p
         join ledger_transaction t on t.id = p.transaction
         left join credit_note n on t.cause = 'credit-note:' || n.id
         left join invoice i on 'invoice:' || i.id = coalesce('invoice:' || n.invoice, t.cause)
         left join obligation o on t.cause = 'obligation:' || o.id
         left join mission m on m.id = coalesce(i.mission, o.mission)
       where p.entity = $1 and p.account in ('sales', 'mission.income') and p.phase in ('posted', 'post')
         and t.day between $2 and $3
       group by 1, 2 order by 2, 1`,
      [entity, first, last],
    );
    return rows.map(({ country, currency, minor }) => ({ country, amount: new Money(BigInt(minor), currency) }));
  }
}
