import { ApiProperty } from '@nestjs/swagger';
import { type Language, MoneyBody } from '@passerelle/doors';
import { type Country, cited } from '@passerelle/rules';
import { comingLaw, figureText, knownUntil } from '@passerelle/rules/kit';
import { type Confidence, type Dated, type DatedEntry, Money, type PlainDate, Rate } from '@passerelle/values';
import { ownTestOf } from './law-examples.js';

export class LawValueBody {
  @ApiProperty({ type: String, format: 'date' })
  from: PlainDate;

  @ApiProperty({
    type: String,
    example: '13.07 %',
    description: 'Numbers of a table are minor units; a long one is cut.',
  })
  text: string;

  @ApiProperty({ type: String, nullable: true, example: '0.1307', description: 'Where it is a rate.' })
  rate: string | null;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'Where it is an amount.' })
  amount: MoneyBody | null;

  @ApiProperty({ type: String, description: 'In the reader’s language.' })
  source: string;

  @ApiProperty({ enum: ['confirmed', 'secondary', 'inferred', 'to-confirm'] })
  confidence: Confidence;

  static of({ from, value, source, confidence }: DatedEntry<unknown>, language: Language): LawValueBody {
    return Object.assign(new LawValueBody(), {
      from,
      text: figureText(value),
      rate: value instanceof Rate ? value.toString() : null,
      amount: value instanceof Money ? MoneyBody.of(value as Money) : null,
      source: cited(source)[language],
      confidence,
    });
  }
}

export class LawFigureBody {
  @ApiProperty({ type: String, example: 'be.employee-contribution.worker' })
  name: string;

  @ApiProperty({ type: [LawValueBody], description: 'Oldest first.' })
  values: readonly LawValueBody[];

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'From that day on there is no value.' })
  endedFrom: PlainDate | null;

  static of({ name, entries, endedFrom }: Dated<unknown>, language: Language): LawFigureBody {
    return Object.assign(new LawFigureBody(), {
      name,
      values: entries.map((each) => LawValueBody.of(each, language)),
      endedFrom: endedFrom ?? null,
    });
  }
}

export class LawRuleBody {
  @ApiProperty({ type: String, example: 'be.employee-contribution' })
  id: string;

  @ApiProperty({ type: String, description: 'In the reader’s language.' })
  title: string;

  @ApiProperty({ type: String, example: 'Act of 27 June 1969, art. 38' })
  law: string;

  @ApiProperty({ type: [LawFigureBody] })
  figures: readonly LawFigureBody[];
}

export class OwnTestBody {
  @ApiProperty({ type: Number, description: 'Payslips with a source that come with the rules.' })
  examples: number;

  @ApiProperty({
    type: [String],
    description: 'Where the rules give another amount; none when all are equal to the cent.',
  })
  faults: readonly string[];
}

export class ComingLawBody {
  @ApiProperty({ type: String, format: 'date' })
  from: PlainDate;

  @ApiProperty({ type: [String], example: ['be.minimum-income.monthly'], description: 'Figures that change or end.' })
  figures: readonly string[];
}

export class CountryLawBody {
  @ApiProperty({ type: String, example: 'BE' })
  country: string;

  @ApiProperty({ type: String, example: '2026.1' })
  version: string;

  @ApiProperty({ type: String, format: 'date', description: 'Today in that country.' })
  today: PlainDate;

  @ApiProperty({ type: String, format: 'date', description: 'The last day for which this version was written.' })
  knownUntil: PlainDate;

  @ApiProperty({ type: OwnTestBody, nullable: true, description: 'Null where the examples are not installed.' })
  ownTest: OwnTestBody | null;

  @ApiProperty({ type: [ComingLawBody], description: 'Days to come on which figures change, the first first.' })
  coming: readonly ComingLawBody[];

  @ApiProperty({ type: [LawRuleBody], description: 'In the order of a payslip.' })
  rules: readonly LawRuleBody[];

  @ApiProperty({ type: [LawFigureBody], description: 'Figures that several rules use.' })
  figures: readonly LawFigureBody[];

  static of(country: Country, today: PlainDate, language: Language): CountryLawBody {
    const { code, version, schemes, figures } = country;
    const rules = schemes
      .filter((each) => each.figures.length > 0)
      .map(({ id, words, law, figures: own }) => {
        const said = { id, title: words[language], law: `${cited(law.act)[language]}, ${law.article}` };
        return Object.assign(new LawRuleBody(), said, {
          figures: own.map((figure) => LawFigureBody.of(figure, language)),
        });
      });
    const owned = new Set(schemes.flatMap((each) => each.figures.map(({ name }) => name)));
    const rest = figures.filter(({ name }) => !owned.has(name)).map((figure) => LawFigureBody.of(figure, language));
    return Object.assign(new CountryLawBody(), {
      ...{ country: code, version, today, rules, figures: rest },
      knownUntil: knownUntil(country),
      ownTest: ownTestOf(country),
      coming: comingLaw(country, today),
    });
  }
}

export class LawBody {
  @ApiProperty({ type: [CountryLawBody] })
  items: readonly CountryLawBody[];

  static of(known: ReadonlyMap<Country, PlainDate>, language: Language): LawBody {
    const items = [...known].map(([country, today]) => CountryLawBody.of(country, today, language));
    return Object.assign(new LawBody(), { items });
  }
}
