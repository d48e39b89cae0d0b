import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsCountry,
  IsDay,
  IsMoney,
  MoneyBody,
  PageBody,
  PageQuery,
  parsePublicId,
  PublicId,
  publicId,
} from '@passerelle/doors';
import type { Words } from '@passerelle/rules';
import { type CountryCode, type PlainDate, percent } from '@passerelle/values';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ActivityId } from '../activities/activity.js';
import { type MediaType, mediaTypes } from '../files/file.js';
import { allowanceWords } from './allowance.js';
import { type Expense, type ExpenseForm, type ExpenseKind, type ExpenseState, expenseKinds } from './expense.js';
import type { Draft } from './expenses.service.js';
import type { Receipt, ReceiptId } from './receipt.js';
import type { UsedReceipt } from './receipts.store.js';

const states = ['draft', 'submitted', 'approved', 'refused', 'paid'] as const;
const addressees = ['cooperative', 'worker'] as const;
const percentForm = /^\d{1,2}(\.\d{1,2})?$/;

export class ExpensesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: ExpenseState;
}

export class ExpenseLineBody {
  @IsMoney()
  net: MoneyBody;

  @ApiPropertyOptional({ type: String, example: '21', description: 'Percent; left out where the receipt has no VAT.' })
  @IsOptional()
  @Matches(percentForm)
  vatPercent?: string;

  @IsMoney()
  vat: MoneyBody;
}

const receiptIds = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => (typeof each === 'string' ? (parsePublicId('rec', each) ?? '') : ''))
    : value;

/** What is filled in so far. Everything may be missing until it is submitted. */
export class ExpenseFormBody {
  @ApiPropertyOptional({ type: String, description: 'Whose budget bears it; the worker’s own when left out.' })
  @IsOptional()
  @PublicId('act')
  activity?: string;

  @ApiPropertyOptional({ enum: expenseKinds })
  @IsOptional()
  @IsIn(expenseKinds)
  kind?: ExpenseKind;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-03-16' })
  @IsOptional()
  @IsDay()
  spentOn?: PlainDate;

  @ApiPropertyOptional({ type: String, example: 'Microphone for the concerts in Lille' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  purpose?: string;

  @ApiPropertyOptional({ type: String, example: 'BE', description: 'Where it was bought.' })
  @IsOptional()
  @IsCountry()
  country?: CountryCode;

  @ApiPropertyOptional({ enum: addressees, description: 'To whom the receipt is made out.' })
  @IsOptional()
  @IsIn(addressees)
  madeOutTo?: 'cooperative' | 'worker';

  @ApiPropertyOptional({ type: [ExpenseLineBody], description: 'Net and VAT of the receipt, rate by rate.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ExpenseLineBody)
  lines?: ExpenseLineBody[];

  @ApiPropertyOptional({ type: Number, example: 233, description: 'Kilometres, or days.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  quantity?: number;

  @ApiPropertyOptional({ type: [String], example: ['rec_019a0000000070008000000000000001'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Transform(receiptIds)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  receipts?: string[];

  toDraft(): Draft {
    const { activity, lines, receipts, ...form } = JSON.parse(JSON.stringify(this)) as ExpenseFormBody;
    return {
      activity: activity as ActivityId | undefined,
      form: {
        ...form,
        ...(lines && { lines: this.lines!.map(lineOf) }),
        ...(receipts && { receipts: receipts as ReceiptId[] }),
      },
    };
  }
}

const lineOf = ({ net, vat, vatPercent }: ExpenseLineBody) => ({
  net: net.toMoney(),
  vat: vat.toMoney(),
  rate: vatPercent === undefined ? null : percent(vatPercent),
});

export class ClaimBody {
  @ApiProperty({ type: MoneyBody, description: 'What the worker gets.' })
  refund: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'VAT that comes back from the State.' })
  vat: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What the budget loses.' })
  cost: MoneyBody;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    nullable: true,
    description: 'The rule, where no receipt says how much: in en, fr, nl, sv and de.',
  })
  rule: Words | null;
}

export class DecisionBody {
  @ApiProperty({ type: String })
  by: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class ExpenseBody {
  @ApiProperty({ type: String, example: 'exp_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  member: string;

  @ApiProperty({ type: String })
  activity: string;

  @ApiProperty({ enum: states })
  state: ExpenseState;

  @ApiProperty({ type: ExpenseFormBody })
  form: object;

  @ApiProperty({ type: ClaimBody, nullable: true })
  claim: ClaimBody | null;

  @ApiProperty({ type: DecisionBody, nullable: true })
  decision: DecisionBody | null;

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it is a draft.' })
  submittedAt: Date | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  paidOn: PlainDate | null;

  static of({ id, member, activity, state, form, claim, decision, madeAt, submittedAt, paidOn }: Expense): ExpenseBody {
    return Object.assign(new ExpenseBody(), {
      id: publicId('exp', id),
      member: publicId('mem', member),
      activity: publicId('act', activity),
      state,
      form: formShown(form),
      claim: claim && {
        refund: MoneyBody.of(claim.refund),
        vat: MoneyBody.of(claim.vat),
        cost: MoneyBody.of(claim.cost),
        rule: claim.rule && allowanceWords(claim.rule),
      },
      decision,
      madeAt,
      submittedAt,
      paidOn,
    });
  }
}

const formShown = ({ lines, receipts, ...form }: ExpenseForm): object => ({
  ...form,
  lines: lines?.map(({ net, vat, rate }) => ({
    net: MoneyBody.of(net),
    vat: MoneyBody.of(vat),
    vatPercent: rate?.toPercent(),
  })),
  receipts: receipts?.map((receipt) => publicId('rec', receipt)),
});

export class ExpensesPage extends PageBody(ExpenseBody) {}

export class ExpenseReasonBody {
  @ApiProperty({ type: String, example: 'The receipt shows another day.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class ReceiptBody {
  @ApiProperty({ type: String, example: 'rec_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ enum: mediaTypes })
  media: MediaType;

  @ApiProperty({ type: Number, description: 'Bytes.' })
  size: number;

  @ApiProperty({ type: String, description: 'SHA-256 of the bytes.' })
  hash: string;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;

  @ApiProperty({ type: String, format: 'date', example: '2033-03-16' })
  keepUntil: PlainDate;

  @ApiProperty({ type: String, nullable: true, description: 'The expense it stands for.' })
  expense: string | null;

  static of({ id, media, size, hash, receivedAt, keepUntil, ...used }: Receipt | UsedReceipt): ReceiptBody {
    const expense = 'expense' in used ? used.expense : null;
    return Object.assign(new ReceiptBody(), {
      id: publicId('rec', id),
      media,
      size,
      hash,
      receivedAt,
      keepUntil,
      expense: expense && publicId('exp', expense),
    });
  }
}

export class ReceiptsPage extends PageBody(ReceiptBody) {}
