import { ApiProperty } from '@nestjs/swagger';
import type { EffectiveValue } from '../commands/env-reference.js';

export class SettingBody implements EffectiveValue {
  @ApiProperty({ type: String, example: 'PASSERELLE_PORT' })
  name: string;

  @ApiProperty({ type: String, description: 'A secret is only said to be there: (hidden).' })
  value: string;

  @ApiProperty({ enum: ['environment', 'file', 'standard', 'nothing'] })
  from: EffectiveValue['from'];
}

export class BackupsBody {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When one was last made.' })
  madeAt: Date | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When one was last restored to prove it.',
  })
  restoredAt: Date | null;
}

/** What an administrator asks first. */
export class SystemBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: String, example: '1.4.0' })
  version: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When this process was started.' })
  startedAt: Date;

  @ApiProperty({ type: BackupsBody })
  backups: BackupsBody;

  @ApiProperty({ type: [SettingBody], description: 'What is in force, and where it comes from.' })
  settings: readonly SettingBody[];
}
