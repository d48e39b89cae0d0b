import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyBody, PageBody, PageQuery, PublicId, publicId, SignedMoneyBody } from '@passerelle/doors';
import { IsIn, IsOptional } from 'class-validator';
import type { Announced } from './announced.js';
import type { BankLine } from './bank-line.js';
import type { LinesPage } from './bank.store.js';
import { type Debit, claimOf } from './debit.js';
import { DebitExplanationBody } from './debits.bodies.js';
import type { InvoiceId } from '../invoices/invoice.js';
import type { OpenReason, Proposal, ProposalReason } from './matching.js';
import type { Expectation, Question } from './payments.service.js';
import type { Imported } from './statements.service.js';
import type { RefusedFile } from './statements.store.js';
import type { TransferOrder } from './transfer-order.js';

export class StatementBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: SignedMoneyBody })
  opening: SignedMoneyBody;

  @ApiProperty({ type: SignedMoneyBody })
  closing: SignedMoneyBody;
}

export class ImportedBody {
  @ApiProperty({ type: String, example: 'stm_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({
    enum: ['statement', 'notice'],
    description: 'A statement (camt.053) is booked; a notice (camt.054) announces and books nothing.',
  })
  kind: Imported['kind'];

  @ApiProperty({ type: Number, example: 42 })
  lines: number;

  @ApiProperty({ type: Number, example: 30 })
  new: number;

  @ApiProperty({ type: Number, example: 12 })
  known: number;

  @ApiProperty({ type: Number, example: 0, description: 'Lines of a notice that no statement shows yet.' })
  announced: number;

  @ApiProperty({ type: Number, example: 28, description: 'New lines that paid an invoice or were our own transfers.' })
  explained: number;

  @ApiProperty({ type: Number, example: 2, description: 'New lines that wait for a person.' })
  open: number;

  @ApiProperty({ type: [StatementBody] })
  statements: readonly StatementBody[];

  static of({ file, fresh, statements, ...counts }: Imported): ImportedBody {
    return Object.assign(new ImportedBody(), {
      ...counts,
      id: publicId('stm', file),
      new: fresh,
      statements: statements.map(({ entity, opening, closing }) =>
        Object.assign(new StatementBody(), {
          entity: publicId('ent', entity.id),
          opening: SignedMoneyBody.of(opening),
          closing: SignedMoneyBody.of(closing),
        }),
      ),
    });
  }
}

export class RefusedFileBody {
  @ApiProperty({
    type: String,
    example: 'stm_019a0000000070008000000000000001',
    description: 'Of a file that was too large for an earlier release to be kept whole, how it begins.',
  })
  id: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, nullable: true, description: 'The account that sent it.' })
  by: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The address of that account.' })
  sender: string | null;

  @ApiProperty({ type: String, example: 'sums-differ' })
  reason: string;

  @ApiProperty({ type: Number, nullable: true })
  line: number | null;

  @ApiProperty({ type: String })
  detail: string;

  static of({ file, by, ...rest }: RefusedFile, emails: ReadonlyMap<string, string>): RefusedFileBody {
    const names = by === null ? { by, sender: null } : { by: publicId('acc', by), sender: emails.get(by) ?? null };
    return Object.assign(new RefusedFileBody(), { id: publicId('stm', file), ...names, ...rest });
  }
}

export class RefusedFilesBody {
  @ApiProperty({ type: [RefusedFileBody] })
  items: readonly RefusedFileBody[];
}

export class LinesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'explained', 'all'], default: 'all' })
  @IsOptional()
  @IsIn(['open', 'explained', 'all'])
  state: LinesPage['state'] = 'all';
}

export class ProposalBody {
  @ApiProperty({ type: String, example: 'inv_019a0000000070008000000000000001' })
  invoice: string;

  @ApiProperty({ type: String, example: '2026-0001' })
  number: string;

  @ApiProperty({ type: String })
  client: string;

  @ApiProperty({ type: MoneyBody })
  open: MoneyBody;

  @ApiProperty({ enum: ['same-reference', 'same-amount', 'same-name'], isArray: true })
  reasons: readonly ProposalReason[];

  static of({ invoice, reasons }: Proposal): ProposalBody {
    return Object.assign(new ProposalBody(), {
      invoice: publicId('inv', invoice.id),
      number: invoice.number,
      client: invoice.buyer.name,
      open: MoneyBody.of(invoice.gross.minus(invoice.paid)),
      reasons,
    });
  }
}

/** What is known of a line beyond what the bank says. */
export interface SaidOfLine {
  readonly question: Question | null;
  readonly debit: Debit;
  /** Of whoever said something, by account. */
  readonly emails: ReadonlyMap<string, string>;
}

export class BankLineBody {
  @ApiProperty({ type: String, example: 'lin_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String, format: 'date' })
  bookedOn: string;

  @ApiProperty({ type: SignedMoneyBody, description: 'Money in is positive, money out negative.' })
  amount: SignedMoneyBody;

  @ApiProperty({ type: String, nullable: true })
  counterparty: string | null;

  @ApiProperty({ type: String, nullable: true })
  counterpartyIban: string | null;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: [String] })
  references: readonly string[];

  @ApiProperty({ enum: ['open', 'explained'] })
  state: 'open' | 'explained';

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'lin_019a0000000070008000000000000001',
    description: 'The line of the statement that holds this payment among others, as a notice told.',
  })
  partOf: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it is open.' })
  reason: OpenReason | null;

  @ApiProperty({ type: [ProposalBody], description: 'What it could be; the best first.' })
  proposals: readonly ProposalBody[];

  @ApiProperty({ type: [DebitExplanationBody], description: 'What people said of money that left, oldest first.' })
  explanations: readonly DebitExplanationBody[];

  @ApiProperty({
    type: MoneyBody,
    nullable: true,
    description: 'What the bank still owes us of a debit that was claimed back; null of any other line.',
  })
  claim: MoneyBody | null;

  static of(line: BankLine, { question, debit, emails }: SaidOfLine): BankLineBody {
    const { bookedOn, text, references, counterparty } = line;
    const isClaimed = debit.explanations.at(-1)?.kind === 'claimed-back';
    return Object.assign(new BankLineBody(), {
      id: publicId('lin', line.id),
      entity: publicId('ent', line.entity),
      bookedOn,
      amount: SignedMoneyBody.of(line.amount),
      counterparty: counterparty.name,
      counterpartyIban: counterparty.iban,
      text,
      references,
      state: line.explainedBy === null ? 'open' : 'explained',
      partOf: line.partOf === null ? null : publicId('lin', line.partOf),
      reason: question?.reason ?? null,
      proposals: (question?.proposals ?? []).map((proposal) => ProposalBody.of(proposal)),
      explanations: debit.explanations.map((each) => DebitExplanationBody.of(each, emails)),
      claim: isClaimed ? MoneyBody.of(claimOf(line, debit)) : null,
    });
  }
}

export class BankLinesPage extends PageBody(BankLineBody) {}

export class BankLineListBody {
  @ApiProperty({ type: [BankLineBody] })
  items: readonly BankLineBody[];

  static of(items: readonly BankLineBody[]): BankLineListBody {
    return Object.assign(new BankLineListBody(), { items });
  }
}

export class AnnouncedBody {
  @ApiProperty({ type: String, example: 'ann_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: String, format: 'date' })
  bookedOn: string;

  @ApiProperty({ type: SignedMoneyBody, description: 'Money in is positive, money out negative.' })
  amount: SignedMoneyBody;

  @ApiProperty({ type: String, nullable: true })
  counterparty: string | null;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({
    enum: ['pays', 'ordered', 'open'],
    description: 'On its statement, as things are: it pays an invoice, is a transfer of ours, or waits for a person.',
  })
  expected: Expectation['kind'];

  @ApiProperty({ type: String, nullable: true, example: '2026-0001', description: 'Number of the invoice it pays.' })
  invoice: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it will wait.' })
  reason: OpenReason | null;

  @ApiProperty({ type: [ProposalBody], description: 'What it could be; the best first.' })
  proposals: readonly ProposalBody[];

  static of({ id, entity, bookedOn, amount, counterparty, text }: Announced, expected: Expectation): AnnouncedBody {
    const question = expected.kind === 'open' ? expected.question : null;
    return Object.assign(new AnnouncedBody(), {
      id: publicId('ann', id),
      entity: publicId('ent', entity),
      bookedOn,
      amount: SignedMoneyBody.of(amount),
      counterparty: counterparty.name,
      text,
      expected: expected.kind,
      invoice: expected.kind === 'pays' ? expected.invoice.number : null,
      reason: question?.reason ?? null,
      proposals: (question?.proposals ?? []).map((proposal) => ProposalBody.of(proposal)),
    });
  }
}

export class AnnouncedListBody {
  @ApiProperty({ type: [AnnouncedBody] })
  items: readonly AnnouncedBody[];
}

export class MatchBody {
  @ApiProperty({ type: String, example: 'inv_019a0000000070008000000000000001' })
  @PublicId('inv')
  invoice: InvoiceId;

  @ApiPropertyOptional({
    enum: ['keep'],
    description: 'What to do with more than the invoice has open: keep it as the client’s money.',
  })
  @IsOptional()
  @IsIn(['keep'])
  excess?: 'keep';
}

export class TransfersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['ordered', 'all'], default: 'all', description: 'Ordered: not on a statement yet.' })
  @IsOptional()
  @IsIn(['ordered', 'all'])
  state: 'ordered' | 'all' = 'all';
}

export class TransferBody {
  @ApiProperty({ type: String, example: 'trf_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String })
  reference: string;

  @ApiProperty({ type: String })
  payee: string;

  @ApiProperty({ type: String })
  iban: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date' })
  day: string;

  @ApiProperty({ enum: ['ordered', 'seen'], description: 'Seen: our own statement shows it.' })
  state: 'ordered' | 'seen';

  static of({ id, entity, reference, to, amount, day, seenOn }: TransferOrder): TransferBody {
    return Object.assign(new TransferBody(), {
      id: publicId('trf', id),
      entity: publicId('ent', entity),
      reference,
      payee: to.name,
      iban: to.iban,
      amount: MoneyBody.of(amount),
      day,
      state: seenOn === null ? 'ordered' : 'seen',
    });
  }
}

export class TransfersPage extends PageBody(TransferBody) {}
