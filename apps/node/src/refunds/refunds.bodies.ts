import { ApiProperty } from '@nestjs/swagger';
import { IsIban, IsMoney, MoneyBody, PageBody, PublicId, publicId } from '@passerelle/doors';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { ClientId } from '../clients/client.js';
import type { OrderedRefund } from './refunds.service.js';

export class NewRefundBody {
  @ApiProperty({ example: 'cli_019a0000000070008000000000000001' })
  @PublicId('cli')
  client: ClientId;

  @IsMoney()
  amount: MoneyBody;

  @ApiProperty({ type: String, example: 'FR7630006000011234567890189' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\s+/g, '').toUpperCase() : value,
  )
  @IsIban()
  iban: string;

  @ApiProperty({
    type: String,
    example: 'Invoice 2026-0001 was paid twice',
    description: 'Why; the client reads it on its statement.',
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(140)
  reason: string;
}

export class RefundBody {
  @ApiProperty({ type: String, example: 'rfd_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: String, example: 'cli_019a0000000070008000000000000001' })
  client: string;

  @ApiProperty({ type: String, example: 'Théâtre de Lille' })
  name: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String })
  iban: string;

  @ApiProperty({ type: String })
  reason: string;

  @ApiProperty({ type: String, description: 'The end-to-end reference of its transfer.' })
  reference: string;

  @ApiProperty({ enum: ['ordered', 'seen'], description: 'Seen: our own statement shows it.' })
  state: 'ordered' | 'seen';

  @ApiProperty({ type: String, nullable: true, description: 'The e-mail address of whoever ordered it.' })
  orderedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  orderedAt: Date;

  static of({ refund, client, transfer }: OrderedRefund, emails: ReadonlyMap<string, string>): RefundBody {
    const { id, entity, amount, iban, reason, orderedBy, orderedAt } = refund;
    return Object.assign(new RefundBody(), {
      id: publicId('rfd', id),
      entity: publicId('ent', entity),
      client: publicId('cli', client.id),
      name: client.name,
      amount: MoneyBody.of(amount),
      iban,
      reason,
      reference: transfer.reference,
      state: transfer.seenOn === null ? 'ordered' : 'seen',
      orderedBy: emails.get(orderedBy) ?? null,
      orderedAt,
    });
  }
}

export class RefundsPage extends PageBody(RefundBody) {}
