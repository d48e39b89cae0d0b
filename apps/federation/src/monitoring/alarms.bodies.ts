import { ApiProperty } from '@nestjs/swagger';
import { IsInstant, type Language } from '@passerelle/doors';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type AlarmKind, alarmKinds, ownersOf } from './alarms.js';
import { alarmText } from './alarms.words.js';
import type { StandingAlarm } from './monitoring.service.js';
import { SignedBody } from './signed.body.js';

/** Why an alarm may stand for a while. */
export class AcknowledgeBody {
  @ApiProperty({ type: String, example: 'The node moves to another machine today.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  reason: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'At most 31 days from now; then it counts again.' })
  @IsInstant()
  until: string;
}

export class AcknowledgedBody {
  @ApiProperty({ type: String })
  reason: string;

  @ApiProperty({ type: String, format: 'date-time' })
  until: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class AlarmBody extends SignedBody {
  @ApiProperty({ type: String, description: 'The same alarm has the same id for as long as it stands.' })
  id: string;

  @ApiProperty({ type: [String], description: 'Whose people can do something about it.' })
  owners: readonly string[];

  @ApiProperty({ type: AcknowledgedBody, nullable: true, description: 'Somebody looks after it.' })
  acknowledged: AcknowledgedBody | null;

  @ApiProperty({ enum: alarmKinds })
  kind: AlarmKind;

  @ApiProperty({ type: [String], example: ['be'] })
  about: readonly string[];

  @ApiProperty({ type: String, nullable: true, description: 'An instant or a day.' })
  since: string | null;

  @ApiProperty({ type: String, description: 'In the reader’s language.' })
  text: string;

  static of({ acknowledged, ...alarm }: StandingAlarm, language: Language): AlarmBody {
    return Object.assign(new AlarmBody(), alarm, {
      text: alarmText(alarm, language),
      owners: ownersOf(alarm),
      acknowledged: acknowledged && {
        reason: acknowledged.reason,
        until: acknowledged.until.toISOString(),
        at: acknowledged.at.toISOString(),
      },
    });
  }
}

export class AlarmsBody {
  @ApiProperty({ type: [AlarmBody] })
  items: readonly AlarmBody[];
}
