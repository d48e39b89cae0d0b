import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCountry, IsVatNumber, type Language, languages, PageBody, PublicId, publicId } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { AddressBody } from '../cooperative/address.body.js';
import type { Client } from './client.js';

class ClientFields {
  @ApiProperty({ type: String, example: 'Festival des Lilas' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: String, example: 'FR' })
  @IsCountry()
  country: CountryCode;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'FR40303265045' })
  @IsOptional()
  @IsVatNumber()
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
}

export class ClientBody extends ClientFields {
  @ApiProperty({ type: String, example: 'cli_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  entity: string;

  static of(client: Client): ClientBody {
    const ids = { id: publicId('cli', client.id), entity: publicId('ent', client.entity) };
    return Object.assign(new ClientBody(), client, ids);
  }
}

export class ClientsPage extends PageBody(ClientBody) {}
