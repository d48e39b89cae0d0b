import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCurrency, MoneyBody, PageBody, PageQuery, parsePublicId, PublicId, publicId } from '@passerelle/doors';
import { type CurrencyCode, currencyCodes, sum } from '@passerelle/values';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import { type LineChange, type Payout, type PayoutLine, type PayoutState, linesIn } from './payout.js';
import { type PayoutWish, type Waiting, sumOf } from './payouts.service.js';

const states = ['prepared', 'approved', 'withdrawn'] as const;

export class PayoutsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: PayoutState;
}

export class TakeOutBody {
  @ApiPropertyOptional({
    type: [String],
    example: ['trf_019a0000000070008000000000000001'],
    description: 'Left out: all of them.',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((each) => parsePublicId('trf', String(each)) ?? '') : value,
  )
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50_000)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  transfers?: TransferId[];
}

export class NewPayoutBody extends TakeOutBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  @PublicId('ent')
  entity: EntityId;

  @ApiProperty({ enum: currencyCodes, example: 'EUR' })
  @IsCurrency()
  currency: CurrencyCode;

  toWish(): PayoutWish {
    const { entity, currency, transfers } = this;
    return { entity, currency, transfers: transfers ?? null };
  }
}

export class WaitingBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: Number, example: 42 })
  count: number;

  @ApiProperty({ type: MoneyBody })
  sum: MoneyBody;

  @ApiProperty({ type: String, format: 'date', description: 'The day on which the oldest of them was ordered.' })
  since: string;

  @ApiProperty({ type: [String], example: ['trf_019a0000000070008000000000000001'] })
  transfers: readonly string[];

  static of({ entity, currency, transfers }: Waiting): WaitingBody {
    return Object.assign(new WaitingBody(), {
      entity: publicId('ent', entity),
      count: transfers.length,
      since: transfers.map(({ day }) => day).sort()[0],
      sum: MoneyBody.of(
        sum(
          transfers.map(({ amount }) => amount),
          currency,
        ),
      ),
      transfers: transfers.map(({ id }) => publicId('trf', id)),
    });
  }
}

export class WaitingListBody {
  @ApiProperty({ type: [WaitingBody] })
  items: readonly WaitingBody[];
}

export class PayoutLineBody {
  @ApiProperty({ type: String, example: 'trf_019a0000000070008000000000000001' })
  transfer: string;

  @ApiProperty({ type: String })
  reference: string;

  @ApiProperty({ type: String, example: 'payslip:019a0000-0000-7000-8000-000000000001' })
  cause: string;

  @ApiProperty({ enum: ['SALA', 'SUPP', 'INTC'], description: 'Wage, expense, or settlement between cooperatives.' })
  purpose: PayoutLine['terms']['purpose'];

  @ApiProperty({ type: String })
  payee: string;

  @ApiProperty({ type: String, description: 'As it was when the payout was prepared.' })
  iban: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  takenOutAt: Date | null;

  @ApiProperty({
    enum: ['payee-changed', 'paid-already'],
    nullable: true,
    description: 'Why it cannot be approved as it was prepared: take it out.',
  })
  change: LineChange['kind'] | null;

  @ApiProperty({ type: String, nullable: true, description: 'The payee by now, where that changed.' })
  payeeNow: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The account by now, where the payee changed.' })
  ibanNow: string | null;

  static of({ transfer, terms, takenOutAt }: PayoutLine, change: LineChange | undefined): PayoutLineBody {
    const now = change?.kind === 'payee-changed' ? change.now : null;
    return Object.assign(new PayoutLineBody(), {
      transfer: publicId('trf', transfer.id),
      reference: transfer.reference,
      cause: transfer.cause,
      purpose: terms.purpose,
      payee: terms.to.name,
      iban: terms.to.iban,
      text: terms.text,
      amount: MoneyBody.of(transfer.amount),
      takenOutAt,
      change: change?.kind ?? null,
      payeeNow: now?.name ?? null,
      ibanNow: now?.iban ?? null,
    });
  }
}

export class PayoutBody {
  @ApiProperty({ type: String, example: 'pay_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ enum: states })
  state: PayoutState;

  @ApiProperty({ type: String, example: 'payroll@demo.example' })
  preparedBy: string;

  @ApiProperty({ type: String, format: 'date-time' })
  preparedAt: Date;

  @ApiProperty({ type: String, nullable: true, example: 'finance@demo.example' })
  decidedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: Number, example: 42, description: 'Lines that are in.' })
  count: number;

  @ApiProperty({ type: MoneyBody, description: 'What they come to.' })
  sum: MoneyBody;

  static of(payout: Payout): PayoutBody {
    return Object.assign(new PayoutBody(), {
      id: publicId('pay', payout.id),
      entity: publicId('ent', payout.entity),
      state: payout.state,
      preparedBy: payout.preparedBy,
      preparedAt: payout.preparedAt,
      decidedBy: payout.decidedBy,
      decidedAt: payout.decidedAt,
      count: linesIn(payout).length,
      sum: MoneyBody.of(sumOf(payout)),
    });
  }
}

export class PayoutsPage extends PageBody(PayoutBody) {}

export class PayoutDetailBody extends PayoutBody {
  @ApiProperty({ type: [PayoutLineBody] })
  lines: readonly PayoutLineBody[];

  static withLines(payout: Payout, changes: readonly LineChange[]): PayoutDetailBody {
    const changeOf = new Map(changes.map((change) => [change.line.transfer.id, change]));
    const lines = payout.lines.map((line) => PayoutLineBody.of(line, changeOf.get(line.transfer.id)));
    return Object.assign(new PayoutDetailBody(), PayoutBody.of(payout), { lines });
  }
}
