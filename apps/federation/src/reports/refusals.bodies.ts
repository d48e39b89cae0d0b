import { ApiProperty } from '@nestjs/swagger';
import { PageBody } from '@passerelle/doors';
import type { RefusalEntry } from './reports.store.js';

export class RefusalBody {
  @ApiProperty({ type: String, example: 'bad-signature' })
  reason: string;

  @ApiProperty({ type: Number, description: 'How often, when a node reports its own refusals together.' })
  count: number;

  @ApiProperty({ type: String, nullable: true, description: 'The node on whose subject it came.' })
  from: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'How long the refused report was. Its content is not kept.',
  })
  bytes: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the refused bytes in base64url.' })
  hash: string | null;

  @ApiProperty({ type: [String], description: 'Who refused: `federation`, or the node whose report says so.' })
  signedBy: readonly string[];

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  static of({ reason, count, from, bytes, hash, by, at }: RefusalEntry): RefusalBody {
    return Object.assign(new RefusalBody(), { reason, count, from, bytes, hash, signedBy: [by], at: at.toISOString() });
  }
}

export class RefusalPage extends PageBody(RefusalBody) {}
