import { IsCountry } from '@passerelle/doors';
import { ApiProperty } from '@nestjs/swagger';
import type { CountryCode } from '@passerelle/values';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Address } from './legal-entity.js';

/** An address in its parts: banks refuse free lines. */
export class AddressBody implements Address {
  @ApiProperty({ type: String, example: 'Rue Coenraets 72' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  street: string;

  @ApiProperty({ type: String, example: '1060' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  postcode: string;

  @ApiProperty({ type: String, example: 'Bruxelles' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  town: string;

  @ApiProperty({ type: String, example: 'BE' })
  @IsCountry()
  country: CountryCode;
}
