import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { type ApiKey, keyNamePattern, mostDays, scopeText } from './api-key.js';

export class NewApiKeyBody {
  @ApiProperty({
    type: String,
    pattern: keyNamePattern.source,
    example: 'bookkeeping',
    description: 'What the key is for. It stands in the audit trail wherever somebody’s name would.',
  })
  @Matches(keyNamePattern)
  name: string;

  @ApiProperty({
    type: String,
    isArray: true,
    example: ['finance:read'],
    description: 'What the program may do: a role, and whether it only looks or changes as well.',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  scopes: string[];

  @ApiProperty({
    type: Number,
    minimum: 1,
    maximum: mostDays,
    example: 90,
    description: 'After so many days it ends.',
  })
  @IsInt()
  @Min(1)
  @Max(mostDays)
  days: number;
}

const states = ['in-use', 'ended', 'revoked'] as const;

export class ApiKeyBody {
  @ApiProperty({ type: String, example: 'bookkeeping' })
  name: string;

  @ApiProperty({
    type: String,
    example: 'psk_x7Gh2k',
    description: 'How the key begins, by which people tell keys apart.',
  })
  prefix: string;

  @ApiProperty({ type: String, isArray: true, example: ['finance:read'] })
  scopes: readonly string[];

  @ApiProperty({ enum: states })
  state: (typeof states)[number];

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, format: 'date-time' })
  endsAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'To the minute; null while nobody has.',
  })
  usedAt: string | null;

  static of({ name, prefix, scopes, madeAt, endsAt, revokedAt, usedAt }: ApiKey): ApiKeyBody {
    return Object.assign(new ApiKeyBody(), {
      name,
      prefix,
      scopes: scopes.map(scopeText),
      state: revokedAt ? 'revoked' : endsAt.getTime() <= Date.now() ? 'ended' : 'in-use',
      madeAt: madeAt.toISOString(),
      endsAt: endsAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      usedAt: usedAt?.toISOString() ?? null,
    });
  }
}

export class MadeApiKeyBody extends ApiKeyBody {
  @ApiProperty({ type: String, description: 'The key itself. It is told this once: only its hash is kept.' })
  secret: string;

  static withSecret(key: ApiKey, secret: string): MadeApiKeyBody {
    return Object.assign(new MadeApiKeyBody(), ApiKeyBody.of(key), { secret });
  }
}

export class ApiKeysBody {
  @ApiProperty({ type: [ApiKeyBody] })
  items: readonly ApiKeyBody[];

  @ApiProperty({ type: String, isArray: true, description: 'What a key of this program may be allowed to do.' })
  scopes: readonly string[];
}
