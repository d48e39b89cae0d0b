import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Allow, ApiController, Database, publicId, SignedMoneyBody } from '@passerelle/doors';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { BookFinding } from '../books/audit.js';
import { Books } from '../books/books.service.js';
import { type BookSum, type DocumentCount, ProofsStore } from './proofs.store.js';

export class BookSumBody {
  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String })
  currency: string;

  @ApiProperty({ type: SignedMoneyBody, description: 'Always zero.' })
  sum: SignedMoneyBody;

  @ApiProperty({ type: Number })
  transactions: number;

  @ApiProperty({ type: Number })
  postings: number;

  static of({ entity, currency, minor, transactions, postings }: BookSum): BookSumBody {
    const sum = SignedMoneyBody.of(new Money(BigInt(minor), currency as CurrencyCode));
    return Object.assign(new BookSumBody(), {
      entity: publicId('ent', entity),
      currency,
      sum,
      transactions,
      postings,
    });
  }
}

export class DocumentCountBody {
  @ApiProperty({ enum: ['invoice', 'credit-note', 'payslip', 'obligation'] })
  kind: string;

  @ApiProperty({ type: Number })
  count: number;
}

export class FindingBody {
  @ApiProperty({ type: String, example: 'unbalanced-book' })
  kind: string;

  @ApiProperty({ type: String, description: 'The book, transaction or document it is about.' })
  of: string;
}

export class BooksProofBody {
  @ApiProperty({ type: [BookSumBody] })
  items: readonly BookSumBody[];

  @ApiProperty({ type: [DocumentCountBody], description: 'Documents that must have postings.' })
  documents: readonly DocumentCountBody[];

  @ApiProperty({ type: [FindingBody], description: 'What is not as it must be; empty when all is well.' })
  findings: readonly FindingBody[];
}

const prefixes = { invoice: 'inv', 'credit-note': 'cre', payslip: 'slip', obligation: 'obl' } as const;

@ApiController('proofs')
export class ProofsController {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
    private readonly store: ProofsStore,
  ) {}

  @Allow('finance', 'payroll', 'adviser', 'auditor', 'sysadmin')
  @Get('books')
  @ApiOperation({ summary: 'Each book sums to zero, and each invoice, payslip and agreed debt has its postings' })
  @ApiOkResponse({ type: BooksProofBody })
  async proveBooks(): Promise<BooksProofBody> {
    const work = this.database.reading;
    const documents = await this.store.documents(work);
    return Object.assign(new BooksProofBody(), {
      items: (await this.store.sums(work)).map((sum) => BookSumBody.of(sum)),
      documents: documents.map(({ kind, count }) => Object.assign(new DocumentCountBody(), { kind, count })),
      findings: [...(await this.books.check(work)).map(findingOf), ...documents.flatMap(missingOf)],
    });
  }
}

const findingOf = (finding: BookFinding): FindingBody =>
  Object.assign(new FindingBody(), {
    kind: finding.kind,
    of: 'entity' in finding ? publicId('ent', finding.entity) : publicId('txn', finding.transaction),
  });

const missingOf = ({ kind, missing }: DocumentCount): FindingBody[] =>
  missing.map((id) =>
    Object.assign(new FindingBody(), { kind: `${kind}-without-postings`, of: publicId(prefixes[kind], id) }),
  );
