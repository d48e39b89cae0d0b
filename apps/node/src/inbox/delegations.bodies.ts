import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, Matches, MaxLength } from 'class-validator';
import type { Delegation } from './delegation.js';
import type { Colleague } from './delegations.service.js';
import { type InboxKind, inboxKindNames } from './inbox-kinds.js';

export class HandOverBody {
  @ApiProperty({ type: String, example: 'adviser2@demo.example', description: 'The address of the colleague.' })
  @IsEmail()
  @MaxLength(254)
  to: string;

  @ApiProperty({ type: String, maxLength: 500, example: 'You know the client; she calls back on Monday.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  words: string;
}

/** Who has handed it to whom. */
export class DelegationBody {
  @ApiProperty({ type: String, description: 'The address of who handed it over.' })
  by: string;

  @ApiProperty({ type: String, description: 'The address of who decides it instead.' })
  to: string;

  @ApiProperty({ type: String })
  words: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  static of({ by, to, words, at }: Delegation): DelegationBody {
    return Object.assign(new DelegationBody(), { by, to, words, at });
  }
}

export class ColleagueBody {
  @ApiProperty({ type: String, example: 'adviser2@demo.example' })
  email: string;

  @ApiProperty({ enum: [...inboxKindNames], isArray: true, description: 'What can be handed to them.' })
  kinds: readonly InboxKind[];

  static of({ email, kinds }: Colleague): ColleagueBody {
    return Object.assign(new ColleagueBody(), { email, kinds });
  }
}

export class ColleaguesBody {
  @ApiProperty({ type: [ColleagueBody] })
  items: readonly ColleagueBody[];
}
