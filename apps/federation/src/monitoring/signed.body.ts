import { ApiProperty } from '@nestjs/swagger';
import type { Signed } from './figure.js';

/** Beside every figure: who signed the reports it comes from, and the older instant of those reports. */
export class SignedBody implements Signed {
  @ApiProperty({ type: [String], example: ['be', 'fr'] })
  signedBy: readonly string[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at: string | null;
}
