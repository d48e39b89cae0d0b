import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@passerelle/doors';
import { type Alarm, type AlarmKind, alarmKinds } from './alarms.js';
import { alarmText } from './alarms.words.js';
import { SignedBody } from './signed.body.js';

export class AlarmBody extends SignedBody {
  @ApiProperty({ enum: alarmKinds })
  kind: AlarmKind;

  @ApiProperty({ type: [String], example: ['be'] })
  about: readonly string[];

  @ApiProperty({ type: String, nullable: true, description: 'An instant or a day.' })
  since: string | null;

  @ApiProperty({ type: String, description: 'In the reader’s language.' })
  text: string;

  static of(alarm: Alarm, language: Language): AlarmBody {
    return Object.assign(new AlarmBody(), alarm, { text: alarmText(alarm, language) });
  }
}

export class AlarmsBody {
  @ApiProperty({ type: [AlarmBody] })
  items: readonly AlarmBody[];
}
