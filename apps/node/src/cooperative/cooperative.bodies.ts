import { ApiProperty } from '@nestjs/swagger';
import { IsBic, IsCountry, IsCurrency, IsDay, IsIban, IsVatNumber, publicId } from '@passerelle/doors';
import { type CountryCode, type CurrencyCode, currencyCodes, type PlainDate } from '@passerelle/values';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { AddressBody } from './address.body.js';

import type { EntityAccount, LegalEntity } from './legal-entity.js';
import { type PolicyEntry, type PolicyName, policyNames } from './policy.js';

export class NewEntityBody {
  @ApiProperty({ type: String, example: 'Passerelle Bruxelles SC' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: String, example: 'BE' })
  @IsCountry()
  country: CountryCode;

  @ApiProperty({ enum: currencyCodes, example: 'EUR' })
  @IsCurrency()
  currency: CurrencyCode;

  @ApiProperty({ type: String, example: 'BE0428759497' })
  @IsVatNumber()
  vatNumber: string;

  @ApiProperty({ type: String, example: 'BE68539007547034' })
  @IsIban()
  iban: string;

  @ApiProperty({ type: String, example: 'GKCCBEBB' })
  @IsBic()
  bic: string;

  @ApiProperty({ type: AddressBody })
  @IsObject()
  @ValidateNested()
  @Type(() => AddressBody)
  address: AddressBody;
}

export class EntityBody extends NewEntityBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  id: string;

  static of(entity: LegalEntity): EntityBody {
    return Object.assign(new EntityBody(), entity, { id: publicId('ent', entity.id) });
  }
}

/** A bank account in a further currency. */
export class NewEntityAccountBody {
  @ApiProperty({ enum: currencyCodes, example: 'EUR' })
  @IsCurrency()
  currency: CurrencyCode;

  @ApiProperty({ type: String, example: 'BE68539007547034' })
  @IsIban()
  iban: string;

  @ApiProperty({ type: String, example: 'GKCCBEBB' })
  @IsBic()
  bic: string;
}

export class EntityAccountsBody {
  @ApiProperty({ type: [NewEntityAccountBody], description: 'The first one is in the entity’s own currency.' })
  items: readonly NewEntityAccountBody[];

  static of(accounts: readonly EntityAccount[]): EntityAccountsBody {
    const items = accounts.map(({ currency, iban, bic }) =>
      Object.assign(new NewEntityAccountBody(), { currency, iban, bic }),
    );
    return Object.assign(new EntityAccountsBody(), { items });
  }
}

export class NewPolicyBody {
  @ApiProperty({ enum: policyNames })
  @IsIn(policyNames as PolicyName[])
  policy: PolicyName;

  @ApiProperty({ type: String, format: 'date', example: '2026-01-01' })
  @IsDay()
  from: PlainDate;

  @ApiProperty({ type: String, example: '6.5' })
  @IsString()
  @MaxLength(40)
  value: string;

  @ApiProperty({ type: String, example: 'general assembly of 14 June 2025' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  decision: string;
}

export class PolicyBody extends NewPolicyBody {
  static of({ policy, from, value, decision }: PolicyEntry): PolicyBody {
    return Object.assign(new PolicyBody(), { policy, from, value, decision });
  }
}

export class EntitiesBody {
  @ApiProperty({ type: [EntityBody] })
  items: readonly EntityBody[];

  static of(entities: readonly LegalEntity[]): EntitiesBody {
    return Object.assign(new EntitiesBody(), { items: entities.map((entity) => EntityBody.of(entity)) });
  }
}

export class PoliciesBody {
  @ApiProperty({ type: [PolicyBody] })
  items: readonly PolicyBody[];

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Today where the entity is: which value holds, and which comes.',
  })
  today: PlainDate;

  static of(entries: readonly PolicyEntry[], today: PlainDate): PoliciesBody {
    return Object.assign(new PoliciesBody(), { items: entries.map((entry) => PolicyBody.of(entry)), today });
  }
}
