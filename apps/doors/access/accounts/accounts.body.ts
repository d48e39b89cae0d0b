import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsEmail, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { type Language, languages } from '../../language.js';
import { type Account, passwordLength, type Role, roles } from './account.js';

export class NewPasswordBody {
  @ApiProperty({ type: String, example: 'amina@demo.example' })
  @IsString()
  @IsEmail()
  email: string;

  @ApiProperty({ type: String, format: 'password', minLength: passwordLength.least, maxLength: passwordLength.most })
  @IsString()
  @MinLength(passwordLength.least)
  @MaxLength(passwordLength.most)
  password: string;
}

export class OwnPasswordBody {
  @ApiProperty({ type: String, format: 'password', maxLength: passwordLength.most, description: 'The one so far.' })
  @IsString()
  @MaxLength(passwordLength.most)
  current: string;

  @ApiProperty({ type: String, format: 'password', minLength: passwordLength.least, maxLength: passwordLength.most })
  @IsString()
  @MinLength(passwordLength.least)
  @MaxLength(passwordLength.most)
  password: string;
}

export class NewAccountBody extends NewPasswordBody {
  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(roles, { each: true })
  roles: Role[];

  @ApiPropertyOptional({ type: String, description: 'The member whose things the account owns; needed for a worker.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subject?: string;

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  language: Language;
}

export class AccountBody {
  @ApiProperty({ type: String, example: 'amina@demo.example' })
  email: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: readonly Role[];

  @ApiProperty({ type: String, nullable: true, description: 'The member whose things this account owns.' })
  subject: string | null;

  @ApiProperty({ enum: languages })
  language: Language;

  static of({ email, roles: given, subject, language }: Account): AccountBody {
    return Object.assign(new AccountBody(), { email, roles: given, subject: subject ?? null, language });
  }
}
