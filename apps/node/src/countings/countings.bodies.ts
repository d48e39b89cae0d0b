import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '@passerelle/values';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Consent, Counting } from './counting.js';

const branch = /^[a-z][a-z0-9-]{0,31}$/;

export class BranchBody {
  @ApiProperty({ type: String, example: 'fr', description: 'The other branch that employs her, by its name.' })
  @Matches(branch)
  branch: string;
}

export class NewConsentBody extends BranchBody {
  @ApiPropertyOptional({
    type: String,
    description: 'The code that the other branch gave her; a new one when left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  code?: string;
}

export class ConsentBody {
  @ApiProperty({ type: String, example: 'fr' })
  branch: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since: Date;

  @ApiProperty({ type: String, nullable: true, description: 'For herself alone, to carry to the other branch.' })
  code: string | null;

  static of({ peer, since, code }: Consent, isHers: boolean): ConsentBody {
    return Object.assign(new ConsentBody(), { branch: peer, since, code: isHers ? code : null });
  }
}

export class ConsentsBody {
  @ApiProperty({ type: [ConsentBody] })
  items: readonly ConsentBody[];

  static of(consents: readonly Consent[], isHers: boolean): ConsentsBody {
    return Object.assign(new ConsentsBody(), { items: consents.map((each) => ConsentBody.of(each, isHers)) });
  }
}

export class CountedSpanBody {
  @ApiProperty({ type: String, format: 'date', example: '2026-01-01' })
  first: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2026-12-31' })
  last: PlainDate;

  @ApiProperty({ type: Number, nullable: true, description: 'Null while, or because, nothing was told.' })
  days: number | null;
}

export class CountingBody {
  @ApiProperty({ type: String, example: 'fr' })
  branch: string;

  @ApiProperty({ enum: ['asked', 'answered'], description: 'We asked that branch, or answered it.' })
  direction: string;

  @ApiProperty({ type: String, example: 'SE', description: 'The country of work.' })
  country: string;

  @ApiProperty({ type: [CountedSpanBody] })
  spans: readonly CountedSpanBody[];

  @ApiProperty({ enum: ['waiting', 'counted', 'unknown-person'] })
  state: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The day of the count.' })
  on: PlainDate | null;

  static of({ peer, direction, host, spans, answer, askedAt }: Counting): CountingBody {
    const days = answer?.kind === 'counted' ? answer.days : [];
    return Object.assign(new CountingBody(), {
      branch: peer,
      direction,
      country: host,
      spans: spans.map((span, at) => ({ ...span, days: days[at] ?? null })),
      state: answer?.kind ?? 'waiting',
      at: askedAt,
      on: answer?.on ?? null,
    });
  }
}

export class CountingsBody {
  @ApiProperty({ type: [CountingBody], description: 'Oldest first.' })
  items: readonly CountingBody[];

  static of(countings: readonly Counting[]): CountingsBody {
    return Object.assign(new CountingsBody(), { items: countings.map((each) => CountingBody.of(each)) });
  }
}
