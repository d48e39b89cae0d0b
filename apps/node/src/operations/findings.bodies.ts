import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, type Language } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { sayIn } from '../commands/said.js';
import { thingIn } from '../commands/words/things.words.js';
import type { KeptFinding } from './doctor-findings.store.js';
import type { Health } from './doctor-rounds.service.js';

/** Somebody knows of a finding, and until when it need not be told again. */
export class DoctorKnownBody {
  @ApiProperty({ type: String, format: 'date', description: 'The last day on which it counts no more.' })
  until: string;

  @ApiProperty({ type: String })
  reason: string;
}

/** What the last look at one thing found. */
export class DoctorFindingBody {
  @ApiProperty({ type: String, example: 'backup', description: 'What passerelle doctor --only is told to look again.' })
  check: string;

  @ApiProperty({ type: String, example: 'restore', description: 'What was looked at, as commands name it.' })
  what: string;

  @ApiProperty({ type: String, example: 'restauration', description: 'The same in the language of the reader.' })
  name: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where it was looked at, of what every machine of a node has for itself.',
  })
  machine: string | null;

  @ApiProperty({ enum: ['ok', 'warn', 'fail'] })
  result: KeptFinding['result'];

  @ApiProperty({ type: String, example: 'restore-none', description: 'What was found, as a word for programs.' })
  code: string;

  @ApiProperty({ type: String, description: 'The same in the language of the reader.' })
  says: string;

  @ApiProperty({ type: String, nullable: true, description: 'The command or step that mends it.' })
  remedy: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  lookedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When a certificate ends.' })
  endsAt: Date | null;

  @ApiProperty({ type: DoctorKnownBody, nullable: true, description: 'Who runs the node knows of it.' })
  known: DoctorKnownBody | null;

  static of({ says, remedy, machine, endsAt, known, ...finding }: KeptFinding, language: Language): DoctorFindingBody {
    const words = {
      name: thingIn(language, finding.what),
      code: says.code,
      says: sayIn(language, says),
      remedy: remedy ? sayIn(language, remedy) : null,
    };
    const absent = { machine: machine ?? null, endsAt: endsAt ?? null, known: known ?? null };
    return Object.assign(new DoctorFindingBody(), { ...finding, ...words, ...absent });
  }
}

export class DoctorFindingsBody {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When everything was last looked at; null before the first night, when only what is quick was.',
  })
  allLookedAt: Date | null;

  @ApiProperty({ type: [DoctorFindingBody] })
  findings: readonly DoctorFindingBody[];

  static of({ round, findings }: Health, language: Language): DoctorFindingsBody {
    const shown = findings.map((finding) => DoctorFindingBody.of(finding, language));
    return Object.assign(new DoctorFindingsBody(), { allLookedAt: round?.at ?? null, findings: shown });
  }
}

export class DoctorAcknowledgementBody {
  @ApiProperty({ type: String, example: 'peer se' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  what: string;

  @ApiPropertyOptional({ type: String, description: 'Of which machine; without it, of all that have found it.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  machine?: string;

  @ApiProperty({ type: String, example: 'Malmö moves its server' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  reason: string;

  @ApiProperty({ type: String, format: 'date', example: '2099-04-01', description: 'A day to come.' })
  @IsDay()
  until: PlainDate;
}
