import { ApiProperty } from '@nestjs/swagger';
import { IsMoney, MoneyBody, PageBody, PublicId, publicId } from '@passerelle/doors';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Grant, GrantState } from './grant.js';

export class NewGrantBody {
  @ApiProperty({ type: String, example: 'act_019a0000000070008000000000000001', description: 'Whose lead you are.' })
  @PublicId('act')
  giver: string;

  @ApiProperty({ type: String, example: 'act_019a0000000070008000000000000002' })
  @PublicId('act')
  receiver: string;

  @IsMoney()
  amount: MoneyBody;

  @ApiProperty({ type: String, example: 'For the rent of the rehearsal room' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  text: string;
}

export class GrantBody extends NewGrantBody {
  @ApiProperty({ type: String, example: 'grt_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ enum: ['offered', 'accepted', 'declined'] })
  state: GrantState;

  @ApiProperty({ type: String, format: 'date-time' })
  offeredAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  static of({ id, giver, receiver, amount, text, state, offeredAt, decidedAt }: Grant): GrantBody {
    return Object.assign(new GrantBody(), {
      id: publicId('grt', id),
      giver: publicId('act', giver),
      receiver: publicId('act', receiver),
      amount: MoneyBody.of(amount),
      text,
      state,
      offeredAt,
      decidedAt,
    });
  }
}

export class GrantsPage extends PageBody(GrantBody) {}
