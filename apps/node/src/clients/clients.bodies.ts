import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCountry, IsInstant, type Language, languages, PageBody, PublicId, publicId } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AddressBody } from '../cooperative/address.body.js';
import { type Client, type ClientStatus, type ClientTax, clientStatuses, type ViesAnswer } from './client.js';

class ClientFields {
  @ApiProperty({ type: String, example: 'Festival des Lilas' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: String, example: 'FR' })
  @IsCountry()
  country: CountryCode;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'FR40303265045',
    description: 'With its prefix; spaces and dots do not matter. Form, check digits and country are checked.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  vatNumber?: string | null;

  @ApiProperty({ type: String, example: 'regie@lilas.example' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ type: AddressBody })
  @IsObject()
  @ValidateNested()
  @Type(() => AddressBody)
  address: AddressBody;

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  language: Language;
}

export class NewClientBody extends ClientFields {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  @PublicId('ent')
  entity: string;

  @ApiPropertyOptional({ enum: clientStatuses, description: 'As what the client buys, where it is known already.' })
  @IsOptional()
  @IsIn(clientStatuses)
  status?: ClientStatus | null;
}

export class ClientTaxBody {
  @ApiProperty({ enum: clientStatuses })
  @IsIn(clientStatuses)
  status: ClientStatus;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Null or left out: the client has none.' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  vatNumber?: string | null;
}

export class NewViesAnswerBody {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-03-20T09:30:00Z' })
  @IsInstant()
  at: string;

  @ApiProperty({ type: Boolean })
  @IsBoolean()
  valid: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'WAPIAAAAYgX4f6Qq' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  consultationNumber?: string | null;
}

export class ViesAnswerBody {
  @ApiProperty({ type: String, example: 'FR40303265045' })
  vatNumber: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: Boolean })
  valid: boolean;

  @ApiProperty({ type: String, nullable: true })
  consultationNumber: string | null;

  static of(answer: ViesAnswer): ViesAnswerBody {
    return Object.assign(new ViesAnswerBody(), answer);
  }
}

export class ClientBody extends ClientFields {
  @ApiProperty({ type: String, example: 'cli_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ enum: clientStatuses, nullable: true, description: 'Null while nobody has said.' })
  status: ClientStatus | null;

  @ApiProperty({ type: ViesAnswerBody, nullable: true, description: 'The latest answer about this VAT number.' })
  vies: ViesAnswerBody | null;

  static of(client: Client, { status, vies }: ClientTax): ClientBody {
    const ids = { id: publicId('cli', client.id), entity: publicId('ent', client.entity) };
    const tax = { status, vies: vies && ViesAnswerBody.of(vies) };
    return Object.assign(new ClientBody(), client, ids, tax);
  }
}

export class ClientsPage extends PageBody(ClientBody) {}
