import { ApiProperty } from '@nestjs/swagger';
import { IsInstant, type Language, publicId } from '@passerelle/doors';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Acknowledgement } from './acknowledgement.js';
import { type AlarmKind, alarmKinds, ownersOf } from './alarms.js';
import { alarmText } from './alarms.words.js';
import type { StandingAlarm } from './monitoring.service.js';
import { SignedBody } from './signed.body.js';

/** The addresses of accounts, by their ids. */
type Emails = ReadonlyMap<string, string>;

interface Reading {
  readonly language: Language;
  readonly emails: Emails;
}

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

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who said so; null for a program or an account that is gone.',
  })
  by: string | null;

  static of({ reason, until, at, by }: Acknowledgement, emails: Emails): AcknowledgedBody {
    return Object.assign(new AcknowledgedBody(), {
      reason,
      until: until.toISOString(),
      at: at.toISOString(),
      by: emails.get(by ?? '') ?? null,
    });
  }
}

export class AlarmBody extends SignedBody {
  @ApiProperty({
    type: String,
    example: 'alm_019a0000000070008000000000000001',
    description: 'The same alarm has the same id for as long as it stands.',
  })
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

  static of({ id, acknowledged, ...alarm }: StandingAlarm, { language, emails }: Reading): AlarmBody {
    return Object.assign(new AlarmBody(), alarm, {
      id: publicId('alm', id),
      text: alarmText(alarm, language),
      owners: ownersOf(alarm),
      acknowledged: acknowledged && AcknowledgedBody.of(acknowledged, emails),
    });
  }

  /** What two people may have seen differently of it. An alarm about which nobody has said anything has no part in it. */
  static version({ id, acknowledged }: Pick<AlarmBody, 'id' | 'acknowledged'>): object {
    return acknowledged === null ? {} : { [acknowledgedOf(id)]: acknowledged };
  }
}

/** How a version calls what was said about an alarm. */
export const acknowledgedOf = (id: string): string => `${id}/acknowledged`;

export class AlarmsBody {
  @ApiProperty({ type: [AlarmBody] })
  items: readonly AlarmBody[];

  static version({ items }: AlarmsBody): object {
    return Object.assign({}, ...items.map((alarm) => AlarmBody.version(alarm))) as object;
  }
}
