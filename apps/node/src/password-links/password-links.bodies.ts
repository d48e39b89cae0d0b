import { ApiProperty } from '@nestjs/swagger';
import { FactorProofBody, passwordLength } from '@passerelle/doors';
import { IsEmail, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import { type PasswordLinkReason, passwordLinkReasons } from './password-link.js';
import type { OpenLink } from './password-links.service.js';

export class AskedLinkBody {
  @ApiProperty({ type: String, example: 'amina@demo.example', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class LinkTokenBody {
  @ApiProperty({ type: String, maxLength: 100, description: 'What stands behind the number sign of the link.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;
}

export class ChosenPasswordBody extends FactorProofBody {
  @ApiProperty({ type: String, maxLength: 100, description: 'What stands behind the number sign of the link.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;

  @ApiProperty({ type: String, format: 'password', minLength: passwordLength.least, maxLength: passwordLength.most })
  @IsString()
  @MinLength(passwordLength.least)
  @MaxLength(passwordLength.most)
  password: string;
}

/** A link that works. */
export class PasswordLinkBody {
  @ApiProperty({ type: String, description: 'Whose password is chosen with it.' })
  email: string;

  @ApiProperty({ enum: passwordLinkReasons })
  reason: PasswordLinkReason;

  @ApiProperty({ type: String, format: 'date-time' })
  endsAt: Date;

  static of({ link: { reason, endsAt }, account: { email } }: OpenLink): PasswordLinkBody {
    return Object.assign(new PasswordLinkBody(), { email, reason, endsAt });
  }
}
