import { ApiProperty } from '@nestjs/swagger';
import { PageBody, publicId, SignedMoneyBody } from '@passerelle/doors';
import type { Transaction } from '@passerelle/ledger';
import type { PlainDate } from '@passerelle/values';

export class PostingBody {
  @ApiProperty({ type: String, example: 'wages.cost' })
  account: string;

  @ApiProperty({ type: SignedMoneyBody, description: 'Positive is a debit, negative a credit.' })
  amount: SignedMoneyBody;
}

/** A transaction of a book, as people read it. */
export class TransactionBody {
  @ApiProperty({ type: String })
  id: string;

  @ApiProperty({ type: String, format: 'date' })
  day: PlainDate;

  @ApiProperty({ type: String, example: 'payslip-issued' })
  kind: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: [PostingBody] })
  postings: readonly PostingBody[];

  static of({ id, day, kind, text, postings }: Transaction): TransactionBody {
    return Object.assign(new TransactionBody(), {
      id: publicId('txn', id),
      day,
      kind,
      text,
      postings: postings.map(({ account, amount }) =>
        Object.assign(new PostingBody(), { account, amount: SignedMoneyBody.of(amount) }),
      ),
    });
  }
}

export class PostingsBody {
  @ApiProperty({ type: [TransactionBody] })
  items: readonly TransactionBody[];

  static of(transactions: readonly Transaction[]): PostingsBody {
    return Object.assign(new PostingsBody(), { items: transactions.map((each) => TransactionBody.of(each)) });
  }
}

export class TransactionsPage extends PageBody(TransactionBody) {}
