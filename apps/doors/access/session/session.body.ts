import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { type Language, languages } from '../../language.js';
import { type Account, type Role, roles } from '../accounts/account.js';
import { FactorProofBody } from '../second-factor/factor-proof.body.js';
import { type FactorState, factorStates } from '../second-factor/second-factor.js';

export class SignInBody extends FactorProofBody {
  @ApiProperty({ type: String, example: 'amina@demo.example', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  email: string;

  @ApiProperty({ type: String, format: 'password', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  password: string;
}

/** Who is signed in. */
export class SessionBody {
  @ApiProperty({ type: String, example: 'amina@demo.example' })
  email: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: readonly Role[];

  @ApiProperty({ type: String, nullable: true, description: 'The member whose things this account owns.' })
  subject: string | null;

  @ApiProperty({ enum: languages })
  language: Language;

  @ApiProperty({ enum: factorStates, description: 'missing: nothing else is open before it is set up.' })
  secondFactor: FactorState;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where to sign out as well, at the provider that let her in.',
  })
  signOutAt: string | null;

  static of(
    { email, roles: given, subject, language }: Account,
    { secondFactor, signOutAt = null }: { readonly secondFactor: FactorState; readonly signOutAt?: string | null },
  ): SessionBody {
    return Object.assign(new SessionBody(), {
      email,
      roles: given,
      subject: subject ?? null,
      language,
      secondFactor,
      signOutAt,
    });
  }
}
