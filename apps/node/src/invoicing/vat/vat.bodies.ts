import {
  type RateClass,
  type SupplyKind,
  type Treatment,
  rateClasses,
  supplyKinds,
  vatOn,
} from '@passerelle/coordination';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCountry, IsInstant, type Language, languages, MoneyBody, publicId } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Mission } from '../../missions/mission.js';
import type { InvoiceTax } from '../invoices/invoice.js';
import type { PartnerAnswer, Supply } from './supply.js';
import type { MissionVat, Taxed } from './taxation.service.js';
import { whyUndecided } from './vat.js';

export const treatments = [
  'CHARGE_DOMESTIC',
  'REVERSE_CHARGE',
  'CHARGE_LOCAL_REGISTRATION',
  'CHARGE_OSS_OR_LOCAL',
  'EXEMPT',
  'OUTSIDE_EU_VAT',
] as const satisfies readonly Treatment[];

/** How something is taxed, and by which law. */
export class TreatmentBody {
  @ApiProperty({ enum: treatments })
  treatment: Treatment;

  @ApiProperty({ type: String, example: 'FR' })
  placeOfSupply: string;

  @ApiProperty({ type: String, nullable: true, example: 'FR', description: 'Whose VAT it is; null outside the Union.' })
  vatCountry: string | null;

  @ApiProperty({ type: String, nullable: true, example: '20', description: 'Null where no VAT is on the invoice.' })
  ratePercent: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where the rate comes from.' })
  rateSource: string | null;

  @ApiProperty({ enum: ['supplier', 'customer'], nullable: true })
  liable: 'supplier' | 'customer' | null;

  @ApiProperty({ type: String, nullable: true, example: 'Autoliquidation', description: 'What the invoice must say.' })
  mentionText: string | null;

  @ApiProperty({ type: Boolean, description: 'It belongs into the recapitulative statement.' })
  recapitulativeStatement: boolean;

  @ApiProperty({ type: [String], example: ['2006/112 Art. 44'] })
  basis: readonly string[];

  @ApiProperty({ type: [String], description: 'What a person should look at.' })
  flags: readonly string[];

  static of({ rate, rateSource, ...treatment }: Omit<InvoiceTax, 'sellerVatNumber'>): TreatmentBody {
    const { mention: _, ...said } = treatment;
    return Object.assign(new TreatmentBody(), said, {
      ratePercent: rate?.toPercent() ?? null,
      rateSource: rateSource?.source ?? null,
    });
  }
}

/** One thing that nobody has said, and who can. */
export class MissingFactBody {
  @ApiProperty({ type: String, example: 'customer.vatIdValid' })
  fact: string;

  @ApiProperty({ type: String, example: '282/2011 Art. 18' })
  rule: string;

  @ApiProperty({ enum: ['client', 'adviser', 'finance'] })
  supplier: string;

  @ApiProperty({ type: String })
  question: string;
}

export class VatAnswerBody {
  @ApiProperty({ type: MoneyBody })
  net: MoneyBody;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'Null while it is undecided.' })
  vat: MoneyBody | null;

  @ApiProperty({ type: MoneyBody, nullable: true })
  gross: MoneyBody | null;

  @ApiProperty({ type: TreatmentBody, nullable: true })
  treatment: TreatmentBody | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it is undecided and what to do, in your language.' })
  undecided: string | null;

  @ApiProperty({ type: [MissingFactBody] })
  missing: readonly MissingFactBody[];

  static of({ net, vat }: Taxed, language: Language): VatAnswerBody {
    const nothing = { net: MoneyBody.of(net), vat: null, gross: null, treatment: null, undecided: null, missing: [] };
    if (!vat.ok) {
      const facts = vat.refusal.kind === 'vat-undecided' ? vat.refusal.vat.missing : [];
      const missing = facts.map(({ question, ...fact }) => ({ ...fact, question: question.words[language] }));
      return Object.assign(new VatAnswerBody(), nothing, { undecided: whyUndecided(vat.refusal)[language], missing });
    }
    const { vat: tax, gross } = vatOn(net, vat.value.rate);
    const amounts = { vat: MoneyBody.of(tax), gross: MoneyBody.of(gross) };
    return Object.assign(new VatAnswerBody(), nothing, amounts, { treatment: TreatmentBody.of(vat.value) });
  }
}

export class SupplyBody {
  @ApiProperty({ enum: rateClasses, description: 'How the law of the state of supply judges it.' })
  @IsIn(rateClasses)
  rateClass: RateClass;

  @ApiProperty({ type: Boolean, description: 'Attended or delivered over a network.' })
  @IsBoolean()
  virtual: boolean;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'BE',
    description: 'The state of the client’s fixed establishment that uses the service; none when its seat does.',
  })
  @IsOptional()
  @IsCountry()
  receivingEstablishment?: CountryCode | null;

  toSupply(): Supply {
    const { rateClass, virtual, receivingEstablishment = null } = this;
    return { rateClass, virtual, receivingEstablishment };
  }
}

export class MissionVatBody {
  @ApiProperty({ type: String, example: 'mis_019a0000000070008000000000000001' })
  mission: string;

  @ApiProperty({ enum: supplyKinds, description: 'From the terms of the mission.' })
  kind: SupplyKind;

  @ApiProperty({ type: String, example: 'FR', description: 'Where the work is done, from the terms.' })
  place: string;

  @ApiProperty({ type: SupplyBody })
  supply: SupplyBody;

  @ApiProperty({
    type: VatAnswerBody,
    nullable: true,
    description: 'The invoice to the client, where this node makes it.',
  })
  toClient: VatAnswerBody | null;

  @ApiProperty({
    type: VatAnswerBody,
    nullable: true,
    description: 'What the host owes the home, where we are the home.',
  })
  toHost: VatAnswerBody | null;

  static of({ id, terms }: Mission, { supply, toClient, toHost }: MissionVat, language: Language): MissionVatBody {
    return Object.assign(new MissionVatBody(), {
      mission: publicId('mis', id),
      kind: terms.kind,
      place: terms.place.country,
      supply: Object.assign(new SupplyBody(), supply),
      toClient: toClient && VatAnswerBody.of(toClient, language),
      toHost: toHost && VatAnswerBody.of(toHost, language),
    });
  }
}

export class MissionVatQuery {
  @ApiPropertyOptional({ enum: languages, description: 'Language of the invoice between cooperatives; else English.' })
  @IsOptional()
  @IsIn(languages)
  language: Language = 'en';
}

export class PartnerAnswerBody {
  @ApiProperty({ type: String, example: 'fr', description: 'The node of the partner.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  node: string;

  @ApiProperty({ type: String, example: 'FR40303265045' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(30)
  vatNumber: string;

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

  toAnswer(): PartnerAnswer {
    const { node, vatNumber, at, valid, consultationNumber = null } = this;
    return { node, vatNumber, at: new Date(at), valid, consultationNumber };
  }

  static of({ at, ...answer }: PartnerAnswer): PartnerAnswerBody {
    return Object.assign(new PartnerAnswerBody(), answer, { at: at.toISOString() });
  }
}

export class PartnerAnswersBody {
  @ApiProperty({ type: [PartnerAnswerBody] })
  items: readonly PartnerAnswerBody[];
}
