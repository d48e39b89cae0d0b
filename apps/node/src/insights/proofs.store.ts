import { type Work, managerOf } from '@passerelle/doors';

/** How many documents of a kind there are, and which of them the books say nothing about. */
export interface DocumentCount {
  readonly kind: 'invoice' | 'credit-note' | 'payslip' | 'obligation';
  readonly count: number;
  readonly missing: readonly string[];
}

/**
 * Questions asked of the live data of all rooms. They are asked here in SQL on purpose: a proof that went through the
 * services it checks would repeat their mistakes.
 */
export class ProofsStore {
  async documents(work: Work): Promise<readonly DocumentCount[]> {
    const rows = await managerOf(work).query<DocumentCount[]>(
      `with document as (
         select 'invoice' as kind, id from invoice
         union all select 'credit-note', id from credit_note
         union all select 'payslip', id from payslip
         union all select 'obligation', id from obligation where state in ('agreed', 'held', 'settled', 'void'))
       select kind, count(*)::int as count,
         coalesce(array_agg(id::text order by id) filter (where not exists (
           select from ledger_transaction t where t.cause = document.kind || ':' || document.id)), '{}') as missing
       from document group by kind order by kind`,
    );
    return rows;
  }

  /** The sum of each book in each currency, with how many postings it is made of. */
  async sums(work: Work): Promise<readonly BookSum[]> {
    return managerOf(work).query<BookSum[]>(
      `select entity, currency, sum(amount)::text as minor, count(*)::int as postings,
         count(distinct transaction)::int as transactions
       from posting where phase in ('posted', 'post') group by entity, currency order by entity, currency`,
    );
  }
}

export interface BookSum {
  readonly entity: string;
  readonly currency: string;
  readonly minor: string;
  readonly postings: number;
  readonly transactions: number;
}
