import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageBody, PageQuery } from '../../bodies/page.js';
import type { KeptEntry } from './trail.store.js';

export class TrailQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    description: 'Only what this one saw and did: an e-mail address, or key: and a name.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  name?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: '^([a-z0-9]{2,5}_)?[0-9a-f]{32}$',
    description: 'Only what was about this thing: the id of a member, mission, payslip.',
  })
  @IsOptional()
  @Matches(/^([a-z0-9]{2,5}_)?[0-9a-f]{32}$/)
  about?: string;

  @ApiPropertyOptional({ enum: ['changes'], description: 'Left out: also what was only looked at.' })
  @IsOptional()
  @IsIn(['changes'])
  only?: 'changes';
}

export class TrailEntryBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({
    type: String,
    description: 'An e-mail address, key: and the name of a program’s key, or command line.',
  })
  name: string;

  @ApiProperty({ type: String, isArray: true })
  roles: readonly string[];

  @ApiProperty({ type: String, example: 'GET /api/v1/members/:id' })
  act: string;

  @ApiProperty({ type: String, isArray: true, description: 'What it was about, as the digits of ids.' })
  things: readonly string[];

  @ApiProperty({ type: Number, nullable: true, description: 'The HTTP status of the answer.' })
  status: number | null;

  @ApiProperty({ type: String, nullable: true })
  traceId: string | null;

  static of({ at, name, roles, act, things, status, traceId }: KeptEntry): TrailEntryBody {
    const ids = things.map((thing) => thing.replaceAll('-', ''));
    return Object.assign(new TrailEntryBody(), {
      at: at.toISOString(),
      name,
      roles,
      act,
      things: ids,
      status,
      traceId,
    });
  }
}

export class TrailPage extends PageBody(TrailEntryBody) {}
