import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import { UsedPasskeyBody } from '../passkeys/passkey.body.js';
import type { FactorProof } from './second-factor.js';

/** What somebody gives besides what she knows, where her account has it. */
export class FactorProofBody implements FactorProof {
  @ApiPropertyOptional({
    type: String,
    example: '287082',
    pattern: '^[0-9]{6}$',
    description: 'Of the authenticator app, where the account has one.',
  })
  @IsOptional()
  @Matches(/^[0-9]{6}$/)
  code?: string;

  @ApiPropertyOptional({
    type: UsedPasskeyBody,
    description: 'The answer to the question that the refusal held, where the account has passkeys.',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => UsedPasskeyBody)
  passkey?: UsedPasskeyBody;
}
