import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIban, type Language, languages, PageBody, PublicId, publicId } from '@passerelle/doors';
import type { Fact, Words } from '@passerelle/rules';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import type { Member, ToldFact } from './member.js';

export class FactsBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { status: 'artist', children: 0 },
    description: 'What the law of the country must know, by the names of its facts.',
  })
  @IsObject()
  facts: Record<string, Fact>;
}

export class MemberAccountBody {
  @ApiProperty({ type: String, example: 'BE68539007547034' })
  @IsIban()
  iban: string;
}

export class MemberEmailBody {
  @ApiProperty({ type: String, example: 'amina@demo.example' })
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class NewMemberBody extends FactsBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  @PublicId('ent')
  entity: string;

  @ApiProperty({ type: String, example: 'Amina Diallo' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: String, example: 'amina@demo.example' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  language: Language;

  @ApiProperty({ type: String, example: 'musician' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  role: string;

  @ApiProperty({ type: String, example: 'BE68539007547034' })
  @IsIban()
  iban: string;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Writes to her with a link at which she chooses her password.',
  })
  @IsOptional()
  @IsBoolean()
  invite?: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'password',
    description: 'Instead of an invitation: lets her sign in at once with this password.',
  })
  @IsOptional()
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  password?: string;
}

export class MemberBody extends FactsBody {
  @ApiProperty({ type: String, example: 'mem_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String })
  email: string;

  @ApiProperty({ enum: languages })
  language: Language;

  @ApiProperty({ type: String })
  role: string;

  @ApiProperty({ type: String })
  iban: string;

  static of(member: Member): MemberBody {
    const ids = { id: publicId('mem', member.id), entity: publicId('ent', member.entity) };
    return Object.assign(new MemberBody(), member, ids);
  }
}

export class ToldFactBody implements ToldFact {
  @ApiProperty({ type: String, example: 'household' })
  name: string;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], example: 'single' })
  value: Fact;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'What it is called.' })
  words: Words;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    nullable: true,
    description: 'What the value is called, where it has a name.',
  })
  valueWords: Words | null;
}

export class MemberDetailBody extends MemberBody {
  @ApiProperty({
    type: [ToldFactBody],
    description: 'The facts with their words, in the order of the law’s questions.',
  })
  told: readonly ToldFactBody[];

  static withTold(member: Member, told: readonly ToldFact[]): MemberDetailBody {
    const items = told.map((each) => Object.assign(new ToldFactBody(), each));
    return Object.assign(new MemberDetailBody(), MemberBody.of(member), { told: items });
  }
}

export class MembersPage extends PageBody(MemberBody) {}
