import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCountry, IsDay, invalidRequest, MoneyBody, Problem } from '@passerelle/doors';
import type { Fact, Words } from '@passerelle/rules';
import { valueWords } from '@passerelle/rules/kit';
import { type CountryCode, type CurrencyCode, type PlainDate, percent } from '@passerelle/values';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Assumption, Employing, Estimate, Question } from './estimates.service.js';
import { explainParts } from './explanation.js';
import { ExplanationBody } from './explanation.bodies.js';
import { estimateWord } from './part-words.js';
import type { PayDay } from './pay-day.js';

/** What somebody asks: what is left of a price, or which price leaves a net. */
export class QuestionBody {
  @ApiProperty({ type: String, example: 'BE', description: 'The country in which the worker is employed.' })
  @IsCountry()
  country: CountryCode;

  @ApiPropertyOptional({ type: MoneyBody, description: 'Price to the client without VAT; or give a net.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyBody)
  price?: MoneyBody;

  @ApiPropertyOptional({ type: MoneyBody, description: 'Wanted net; or give a price.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyBody)
  net?: MoneyBody;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-23' })
  @IsDay()
  first: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-27' })
  @IsDay()
  last: PlainDate;

  @ApiProperty({ type: Number, minimum: 1, maximum: 31, example: 5 })
  @IsInt()
  @Min(1)
  @Max(31)
  days: number;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { status: 'artist' } })
  @IsOptional()
  @IsObject()
  facts?: Record<string, Fact>;

  @ApiPropertyOptional({ type: String, example: '2', description: 'Percent of the price that a host keeps, if any.' })
  @IsOptional()
  @Matches(/^(\d|[1-9]\d)(\.\d{1,4})?$/)
  hostSharePercent?: string;

  toQuestion(): Question {
    const { country, first, last, days, facts, hostSharePercent } = this;
    const hostShare = hostSharePercent === undefined ? null : percent(hostSharePercent);
    return { country, first, last, days, facts: facts ?? {}, hostShare, wish: this.wish() };
  }

  private wish(): Question['wish'] {
    const { price, net } = this;
    if (price && !net) return { price: price.toMoney() };
    if (net && !price) return { net: net.toMoney() };
    throw new Problem(invalidRequest, {
      errors: [
        {
          pointer: '#/price',
          code: 'price-or-net',
          detail: {
            en: 'Give either a price or a wanted net.',
            fr: 'Indiquez soit un prix, soit un net souhaité.',
            nl: 'Geef ofwel een prijs, ofwel een gewenst netto.',
            sv: 'Ange antingen ett pris eller en önskad nettolön.',
            de: 'Geben Sie entweder einen Preis oder ein gewünschtes Netto an.',
          },
        },
      ],
    });
  }
}

export class PayDayBody {
  @ApiProperty({ type: String, format: 'date', example: '2026-04-08' })
  on: PlainDate;

  @ApiProperty({ type: Number, example: 7 })
  workingDays: number;

  @ApiProperty({ type: [String], description: 'The working days that were counted.' })
  counted: readonly PlainDate[];

  @ApiProperty({ type: [String], example: ['2026-04-06'], description: 'Public holidays that were not counted.' })
  holidays: readonly PlainDate[];

  @ApiProperty({ type: String, nullable: true, description: 'The usual day, when it is over already.' })
  missed: PlainDate | null;

  static of(day: PayDay): PayDayBody {
    return Object.assign(new PayDayBody(), day);
  }
}

export class AssumptionBody {
  @ApiProperty({ type: String, example: 'household' })
  fact: string;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], example: 'single' })
  value: Fact;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  words: Words;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    nullable: true,
    description: 'What the value is called, where it has a name.',
  })
  valueWords: Words | null;

  static of({ field, value }: Assumption): AssumptionBody {
    const { name: fact, words } = field;
    return Object.assign(new AssumptionBody(), { fact, value, words, valueWords: valueWords(field, value) });
  }
}

export class EstimateBody {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { en: 'estimate' } })
  word: Words;

  @ApiProperty({ type: String, example: 'BE' })
  country: CountryCode;

  @ApiProperty({ type: String, example: '2026.1' })
  ruleVersion: string;

  @ApiProperty({ type: MoneyBody })
  price: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  gross: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  net: MoneyBody;

  @ApiProperty({ type: PayDayBody })
  payDay: PayDayBody;

  @ApiProperty({ type: [AssumptionBody] })
  assumed: readonly AssumptionBody[];

  @ApiProperty({ type: [ExplanationBody], description: 'Parts of the price; they make it exactly.' })
  lines: readonly ExplanationBody[];

  static of({ deal, payslip, budget, parts, assumed }: Estimate): EstimateBody {
    return Object.assign(new EstimateBody(), {
      word: estimateWord,
      country: payslip.country,
      ruleVersion: payslip.version,
      price: MoneyBody.of(budget.price),
      gross: MoneyBody.of(payslip.gross),
      net: MoneyBody.of(payslip.net),
      payDay: PayDayBody.of(deal.payDay),
      assumed: assumed.map((each) => AssumptionBody.of(each)),
      lines: explainParts(parts, { ...budget, payslip }).map((line) => ExplanationBody.of(line)),
    });
  }
}

export class StatusChoiceBody {
  @ApiProperty({ type: String, example: 'artist' })
  value: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  words: Words;

  static of(value: string, { words }: { readonly words: Readonly<Record<string, Words>> }): StatusChoiceBody {
    return Object.assign(new StatusChoiceBody(), { value, words: words[value]! });
  }
}

export class EmployingCountryBody {
  @ApiProperty({ type: String, example: 'BE' })
  country: CountryCode;

  @ApiProperty({ type: String, example: 'EUR', description: 'In which wages are paid.' })
  currency: CurrencyCode;

  @ApiProperty({ type: String, example: '2026.1' })
  ruleVersion: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-24', description: 'The business day there.' })
  today: PlainDate;

  @ApiProperty({ type: [StatusChoiceBody], description: 'Kinds of work whose law differs; empty where it does not.' })
  statuses: readonly StatusChoiceBody[];

  static of({ country: { code: country, currency, version: ruleVersion, facts }, today }: Employing) {
    const status = facts.find(({ name }) => name === 'status')?.allowed;
    const statuses = status?.kind === 'choice' ? status.offered.map((one) => StatusChoiceBody.of(one, status)) : [];
    return Object.assign(new EmployingCountryBody(), { country, currency, ruleVersion, today, statuses });
  }
}

export class EmployingCountriesBody {
  @ApiProperty({ type: [EmployingCountryBody] })
  items: readonly EmployingCountryBody[];

  static of(employing: readonly Employing[]): EmployingCountriesBody {
    return Object.assign(new EmployingCountriesBody(), {
      items: employing.map((each) => EmployingCountryBody.of(each)),
    });
  }
}
