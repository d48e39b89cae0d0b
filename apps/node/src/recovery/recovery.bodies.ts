import { ApiProperty } from '@nestjs/swagger';
import { MoneyBody, PageBody, publicId } from '@passerelle/doors';
import { type PlainDate, daysBetween } from '@passerelle/values';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { openOf } from '../invoicing/invoices/invoice.js';
import { type RecordedEvent, type RecoveryEvent, type RecoveryState, stateOf } from './recovery.js';
import type { Recovering } from './recovery.service.js';

export class RecoveryReasonBody {
  @ApiProperty({ type: String, example: 'The client says that one concert was cancelled' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason: string;
}

export class RecoveryEventBody {
  @ApiProperty({ type: String, format: 'date' })
  day: PlainDate;

  @ApiProperty({ type: String, description: 'An account, a room of the node, or "client".' })
  who: string;

  @ApiProperty({ enum: ['reminder', 'second-reminder', 'notice', 'disputed', 'resolved', 'lost', 'recovered'] })
  kind: RecoveryEvent['kind'];

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: MoneyBody, nullable: true })
  amount: MoneyBody | null;

  static of({ day, who, event }: RecordedEvent): RecoveryEventBody {
    const reason = 'reason' in event ? event.reason : null;
    const amount = 'amount' in event ? MoneyBody.of(event.amount) : null;
    return Object.assign(new RecoveryEventBody(), { day, who, kind: event.kind, reason, amount });
  }
}

/** An invoice that is not paid, and what was done about it. */
export class RecoveryBody {
  @ApiProperty({ type: String, example: 'inv_019a0000000070008000000000000001' })
  invoice: string;

  @ApiProperty({ type: String, example: '2026-0001' })
  number: string;

  @ApiProperty({ type: String })
  mission: string;

  @ApiProperty({ type: String })
  client: string;

  @ApiProperty({ type: String, description: 'Who is billed.' })
  buyer: string;

  @ApiProperty({ type: String, format: 'date' })
  dueOn: PlainDate;

  @ApiProperty({ type: Number, description: 'Since the day it was due; negative before.' })
  daysLate: number;

  @ApiProperty({ type: MoneyBody, description: 'What the client still has to pay.' })
  open: MoneyBody;

  @ApiProperty({
    enum: ['open', 'reminded', 'handed-over', 'disputed', 'lost'],
    description: '"handed-over": the client had her last notice, and a person goes on with it.',
  })
  state: RecoveryState;

  @ApiProperty({ type: [RecoveryEventBody], description: 'Oldest first.' })
  events: readonly RecoveryEventBody[];

  static of({ invoice, events }: Recovering, today: PlainDate): RecoveryBody {
    const { id, number, mission, client, buyer, dueOn } = invoice;
    return Object.assign(new RecoveryBody(), {
      invoice: publicId('inv', id),
      number,
      mission: publicId('mis', mission),
      client: publicId('cli', client),
      buyer: buyer.name,
      dueOn,
      daysLate: daysBetween(dueOn, today),
      open: MoneyBody.of(openOf(invoice)),
      state: stateOf({ events }),
      events: events.map((event) => RecoveryEventBody.of(event)),
    });
  }
}

export class RecoveryPage extends PageBody(RecoveryBody) {}
