import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCountry, IsDay, publicId } from '@passerelle/doors';
import type { CountryCode, PlainDate } from '@passerelle/values';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Identity, OtherActivity, OtherEmployer, Situation, StatedSituation } from './situation.js';

const employerId = /^[a-z][a-z0-9-]{0,31}$/;
const share = /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/;

const kinds = ['employed', 'self_employed', 'civil_servant'] as const;
const regularities = ['habitual', 'occasional'] as const;

export class OtherEmployerBody implements OtherEmployer {
  @ApiProperty({ type: String, example: 'school', description: 'What activities call it.' })
  @Matches(employerId)
  id: string;

  @ApiProperty({ type: String, example: 'Académie de Lille' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: String, example: 'FR' })
  @IsCountry()
  seat: CountryCode;

  @ApiPropertyOptional({ type: Boolean, description: 'Whether it does real business there; leave out when unknown.' })
  @IsOptional()
  @IsBoolean()
  substantialActivityAtSeat?: boolean;
}

export class OtherActivityBody implements OtherActivity {
  @ApiProperty({ enum: kinds })
  @IsIn(kinds)
  kind: OtherActivity['kind'];

  @ApiPropertyOptional({ type: String, example: 'cooperative', description: '`cooperative` is this cooperative.' })
  @IsOptional()
  @Matches(employerId)
  employer?: string;

  @ApiProperty({ type: String, example: 'BE' })
  @IsCountry()
  country: CountryCode;

  @ApiProperty({ type: String, example: '0.9', description: 'Part of all working time, in every country.' })
  @Matches(share)
  timeShare: string;

  @ApiPropertyOptional({ type: String, example: '0.9' })
  @IsOptional()
  @Matches(share)
  payShare?: string;

  @ApiProperty({ enum: regularities })
  @IsIn(regularities)
  regularity: OtherActivity['regularity'];
}

/** What a request for a certificate says of its holder; it stays in this node. */
export class IdentityBody implements Identity {
  @ApiPropertyOptional({ type: String, example: 'Diallo' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  surname?: string;

  @ApiPropertyOptional({ type: String, example: 'Amina' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  forenames?: string;

  @ApiPropertyOptional({ type: String, example: 'Diallo' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  surnameAtBirth?: string;

  @ApiPropertyOptional({ enum: ['F', 'M', 'X'] })
  @IsOptional()
  @IsIn(['F', 'M', 'X'])
  sex?: 'F' | 'M' | 'X';

  @ApiPropertyOptional({ type: String, format: 'date', example: '1990-05-17' })
  @IsOptional()
  @IsDay()
  bornOn?: PlainDate;

  @ApiPropertyOptional({ type: String, example: 'Bruxelles' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  bornAt?: string;

  @ApiPropertyOptional({ type: String, example: 'Rue Haute 1, 1000 Bruxelles' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  address?: string;

  @ApiPropertyOptional({ type: String, example: '90.05.17-002.26' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  personalNumber?: string;
}

export class SituationBody implements Situation {
  @ApiProperty({ type: String, format: 'date', example: '2026-01-01', description: 'True from this day on.' })
  @IsDay()
  from: PlainDate;

  @ApiPropertyOptional({ type: String, example: 'BE' })
  @IsOptional()
  @IsCountry()
  nationality?: CountryCode;

  @ApiPropertyOptional({ type: String, example: 'BE' })
  @IsOptional()
  @IsCountry()
  residence?: CountryCode;

  @ApiPropertyOptional({ type: Boolean, description: 'Asked of nationals of no country of the union.' })
  @IsOptional()
  @IsBoolean()
  legallyResident?: boolean;

  @ApiPropertyOptional({ type: IdentityBody })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => IdentityBody)
  identity?: IdentityBody;

  @ApiProperty({ type: [OtherEmployerBody] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OtherEmployerBody)
  employers: OtherEmployerBody[];

  @ApiPropertyOptional({ type: [OtherActivityBody], description: 'Leave out when unknown; empty says nothing else.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OtherActivityBody)
  activities?: OtherActivityBody[];

  /** Plain values, without what was left out. */
  toSituation(): Situation {
    return JSON.parse(JSON.stringify(this)) as Situation;
  }
}

export class StatedSituationBody extends SituationBody {
  @ApiProperty({ type: String, example: 'mem_019a0000000070008000000000000001' })
  member: string;

  @ApiProperty({ type: String })
  statedBy: string;

  @ApiProperty({ type: String, format: 'date-time' })
  statedAt: Date;

  static of(stated: StatedSituation): StatedSituationBody {
    return Object.assign(new StatedSituationBody(), stated, { member: publicId('mem', stated.member) });
  }
}

export class SituationsBody {
  @ApiProperty({ type: [StatedSituationBody] })
  items: readonly StatedSituationBody[];

  static of(stated: readonly StatedSituation[]): SituationsBody {
    return Object.assign(new SituationsBody(), { items: stated.map((each) => StatedSituationBody.of(each)) });
  }
}
