import { type Work, managerOf } from '@passerelle/doors';
import type { TransactionId } from '@passerelle/ledger';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { BankLine, BankLineId } from './bank-line.js';
import { lineColumns, lineOf, type LineRow } from './bank.store.js';
import { type Debit, type DebitReturn, type Explanation, unexplained } from './debit.js';

type ExplanationRow = Explanation & { readonly line: BankLineId };

interface ReturnRow {
  readonly line: BankLineId;
  readonly debit: BankLineId;
  readonly amount: string;
  readonly currency: CurrencyCode;
}

/** What was said of a line, and with which transaction. */
export interface Booked {
  readonly id: string;
  readonly line: BankLineId;
  readonly transaction: TransactionId;
}

/** Who says that money came back, and when. */
export type Said = Pick<Explanation, 'by' | 'at'>;

/** What people said of debits: only added. */
export class DebitsStore {
  async add(work: Work, { id, line, transaction }: Booked, said: Explanation): Promise<void> {
    await managerOf(work).query(
      `insert into debit_explanation (id, line, kind, client, text, by, at, transaction)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, line, said.kind, said.client, said.text, said.by, said.at, transaction],
    );
  }

  async addReturn(
    work: Work,
    debit: BankLineId,
    { line, amount }: DebitReturn,
    { by, at, transaction }: Said & Pick<Booked, 'transaction'>,
  ): Promise<void> {
    await managerOf(work).query(
      'insert into debit_return (line, debit, amount, by, at, transaction) values ($1, $2, $3, $4, $5, $6)',
      [line, debit, amount.minor.toString(), by, at, transaction],
    );
  }

  async of(work: Work, line: BankLineId): Promise<Debit> {
    return (await this.ofAll(work, [line])).get(line) ?? unexplained;
  }

  /** By line, and a claim before what it was after all; a line of which nobody said anything is missing. */
  async ofAll(work: Work, lines: readonly BankLineId[]): Promise<ReadonlyMap<BankLineId, Debit>> {
    const said = await managerOf(work).query<ExplanationRow[]>(
      `select line, kind, client, text, by, at from debit_explanation where line = any ($1::uuid[])
       order by kind <> 'claimed-back'`,
      [lines],
    );
    const returned = await managerOf(work).query<ReturnRow[]>(
      `select r.line, r.debit, r.amount, l.currency from debit_return r join bank_line l on l.id = r.line
       where r.debit = any ($1::uuid[]) order by r.at, r.line`,
      [lines],
    );
    const debits = new Map<BankLineId, { explanations: Explanation[]; returns: DebitReturn[] }>();
    for (const { line, ...explanation } of said) {
      const debit = debits.get(line) ?? { explanations: [], returns: [] };
      debit.explanations.push(explanation);
      debits.set(line, debit);
    }
    for (const { line, debit, amount, currency } of returned)
      debits.get(debit)!.returns.push({ line, amount: new Money(BigInt(amount), currency) });
    return debits;
  }

  /** Debits that were claimed back and are not explained otherwise, and have not come back whole, the oldest first. */
  async claimed(work: Work): Promise<readonly BankLine[]> {
    const rows = await managerOf(work).query<LineRow[]>(
      `select ${lineColumns} from bank_line l join bank_line_explained e on e.line = l.id
       join debit_explanation c on c.line = l.id and c.kind = 'claimed-back'
       where not exists (select from debit_explanation o where o.line = l.id and o.kind <> 'claimed-back')
         and -l.amount > (select coalesce(sum(r.amount), 0) from debit_return r where r.debit = l.id)
       order by c.at, l.id`,
    );
    return rows.map(lineOf);
  }
}
