import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { publicId } from '../../ids.js';
import type { MadePasskey, Passkey, PasskeyQuestion, UsedPasskey } from './passkey.js';
import { passwordLength } from '../accounts/account.js';

/** Bytes as a browser writes them in JSON. */
const Bytes = (maxLength: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, pattern: '^[A-Za-z0-9_-]+$', maxLength, example: 'AAAA', description }),
    Matches(/^[A-Za-z0-9_-]+$/),
    MaxLength(maxLength),
  );

export class PasswordBody {
  @ApiProperty({ type: String, format: 'password', maxLength: passwordLength.most, description: 'One’s own.' })
  @IsString()
  @MaxLength(passwordLength.most)
  password: string;
}

/** What goes to `navigator.credentials`, after the bytes in it were read from base 64 for addresses. */
export class PasskeyQuestionBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON` reads it.',
  })
  question: PasskeyQuestion;

  static of(question: PasskeyQuestion): PasskeyQuestionBody {
    return Object.assign(new PasskeyQuestionBody(), { question });
  }
}

export class NewPasskeyBody implements MadePasskey {
  @ApiProperty({ type: String, example: 'My telephone', minLength: 1, maxLength: 60 })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name: string;

  @Bytes(1400, 'The id of the credential.')
  credential: string;

  @Bytes(4000, '`clientDataJSON` of the answer.')
  clientData: string;

  @Bytes(20_000, '`attestationObject` of the answer.')
  attestation: string;

  @ApiPropertyOptional({
    type: String,
    isArray: true,
    example: ['internal'],
    description: 'How the device is reached.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[a-z-]{1,20}$/, { each: true })
  transports: string[] = [];
}

export class UsedPasskeyBody implements UsedPasskey {
  @Bytes(1400, 'The id of the credential.')
  credential: string;

  @Bytes(4000, '`clientDataJSON` of the answer.')
  clientData: string;

  @Bytes(4000, '`authenticatorData` of the answer.')
  authenticatorData: string;

  @Bytes(8000, '`signature` of the answer.')
  signature: string;
}

export class PasskeyBody {
  @ApiProperty({ type: String, example: 'pky_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'My telephone' })
  name: string;

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  usedAt: string | null;

  static of({ id, name, madeAt, usedAt }: Passkey): PasskeyBody {
    return Object.assign(new PasskeyBody(), {
      id: publicId('pky', id),
      name,
      madeAt: madeAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    });
  }
}
