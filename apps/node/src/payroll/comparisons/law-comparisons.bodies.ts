import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, type Language, MoneyBody, PageBody, publicId } from '@passerelle/doors';
import { type Comparison, countryOf } from '@passerelle/rules';
import { averageOf } from '@passerelle/rules/kit';
import type { CountryCode, PlainDate } from '@passerelle/values';
import { IsOptional } from 'class-validator';
import { type DifferingPayslip, type LawComparison, totalsOf } from './law-comparison.js';

export class AskedComparisonBody {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-01-01',
    description:
      'As if the law of this day to come held already. Left out: by the law of their own days, which must give them again.',
  })
  @IsOptional()
  @IsDay()
  lawFrom?: PlainDate | null;
}

/** How an amount moves over the payslips that differ. */
export class ChangeBody {
  @ApiProperty({ type: MoneyBody })
  total: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Of the payslips that differ, half up.' })
  average: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  lowest: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  highest: MoneyBody;

  static of(change: Comparison['net'], comparison: Comparison): ChangeBody {
    return Object.assign(new ChangeBody(), {
      total: MoneyBody.of(change.total),
      average: MoneyBody.of(averageOf(change, comparison)),
      lowest: MoneyBody.of(change.lowest),
      highest: MoneyBody.of(change.highest),
    });
  }
}

export class ChangeOfLineBody {
  @ApiProperty({ type: String, example: 'be.work-bonus.a' })
  id: string;

  @ApiProperty({ type: String, description: 'In the reader’s language.' })
  title: string;

  @ApiProperty({ type: Number })
  payslips: number;

  @ApiProperty({ type: MoneyBody, description: 'What it adds to the net; all lines sum to its change.' })
  worker: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What it adds to the cost; all lines sum to its change.' })
  employer: MoneyBody;
}

export class RefusingRuleBody {
  @ApiProperty({ type: String, example: 'below-minimum' })
  code: string;

  @ApiProperty({ type: String, example: 'be.minimum-income' })
  rule: string;

  @ApiProperty({ type: String, nullable: true, description: 'What the rule is called in the reader’s language.' })
  title: string | null;

  @ApiProperty({ type: Number })
  payslips: number;
}

export class CountryComparisonBody {
  @ApiProperty({ type: String, example: 'BE' })
  country: CountryCode;

  @ApiProperty({ type: Number })
  payslips: number;

  @ApiProperty({ type: Number })
  differing: number;

  @ApiProperty({ type: ChangeBody })
  net: ChangeBody;

  @ApiProperty({ type: ChangeBody, description: 'What the employer pays in all.' })
  cost: ChangeBody;

  @ApiProperty({ type: [ChangeOfLineBody] })
  lines: readonly ChangeOfLineBody[];

  @ApiProperty({ type: [RefusingRuleBody], description: 'Payslips that cannot be made this way, by the rule.' })
  refusing: readonly RefusingRuleBody[];

  static of(comparison: Comparison, language: Language): CountryComparisonBody {
    const { country, payslips, differing, net, cost, lines, refusing } = comparison;
    return Object.assign(new CountryComparisonBody(), {
      country,
      payslips,
      differing,
      net: ChangeBody.of(net, comparison),
      cost: ChangeBody.of(cost, comparison),
      lines: lines.map(({ words, worker, employer, ...line }) => ({
        ...line,
        title: words[language],
        worker: MoneyBody.of(worker),
        employer: MoneyBody.of(employer),
      })),
      refusing: refusing.map(({ kind: code, rule, payslips: count }) => {
        const title = schemeOf(country, rule)?.words[language] ?? null;
        return { code, rule, title, payslips: count };
      }),
    });
  }
}

/** The rule that a refusal or a figure belongs to. */
const schemeOf = (country: CountryCode, rule: string) =>
  countryOf(country)?.schemes.find(({ id }) => rule === id || rule.startsWith(`${id}.`));

export class LawComparisonBody {
  @ApiProperty({ type: String, example: 'cmp_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ enum: ['computing', 'done'] })
  state: 'computing' | 'done';

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day whose law is tried; null where each payslip is asked by the law of its own days.',
  })
  lawFrom: PlainDate | null;

  @ApiProperty({ type: String, format: 'date', description: 'Payslips that were issued from this day on.' })
  since: PlainDate;

  @ApiProperty({ type: String, example: '0.2.0', description: 'The program that compares.' })
  release: string;

  @ApiProperty({ type: String })
  askedBy: string;

  @ApiProperty({ type: String, format: 'date-time' })
  askedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt: Date | null;

  @ApiProperty({ type: Number, description: 'How many payslips there are to compare.' })
  payslips: number;

  @ApiProperty({ type: Number, description: 'How many were compared so far.' })
  compared: number;

  @ApiProperty({ type: Number })
  differing: number;

  @ApiProperty({ type: Number, description: 'Payslips that the rules refuse to make.' })
  refused: number;

  @ApiProperty({ type: [CountryComparisonBody] })
  countries: readonly CountryComparisonBody[];

  static of(comparison: LawComparison, language: Language): LawComparisonBody {
    const { id, lawFrom, since, release, askedBy, askedAt, doneAt, payslips, countries } = comparison;
    return Object.assign(new LawComparisonBody(), {
      id: publicId('cmp', id),
      state: doneAt === null ? 'computing' : 'done',
      ...{ lawFrom, since, release, askedBy, askedAt, doneAt, payslips },
      ...totalsOf(comparison),
      countries: countries.map((each) => CountryComparisonBody.of(each, language)),
    });
  }
}

export class LawComparisonsPage extends PageBody(LawComparisonBody) {}

export class LineAmountsBody {
  @ApiProperty({ type: MoneyBody, nullable: true })
  worker: MoneyBody | null;

  @ApiProperty({ type: MoneyBody, nullable: true })
  employer: MoneyBody | null;
}

export class DifferingLineBody {
  @ApiProperty({ type: String, example: 'be.employee-contribution' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: LineAmountsBody, nullable: true, description: 'As issued; null where it had no such line.' })
  issued: LineAmountsBody | null;

  @ApiProperty({
    type: LineAmountsBody,
    nullable: true,
    description: 'As it comes out; null where it has none any more.',
  })
  now: LineAmountsBody | null;

  @ApiProperty({ type: MoneyBody, description: 'How much more it gives to the net.' })
  worker: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'How much more it adds to the cost.' })
  employer: MoneyBody;
}

export class DifferingPayslipBody {
  @ApiProperty({ type: String, example: 'slip_019a0000000070008000000000000001' })
  payslip: string;

  @ApiProperty({ type: String, example: 'be-2026-0001', description: 'Reference of the mission, or the month.' })
  reference: string;

  @ApiProperty({ type: String, example: 'BE' })
  country: CountryCode;

  @ApiProperty({ type: String, example: '2026.1', description: 'The version of the rules by which it was issued.' })
  version: string;

  @ApiProperty({ type: MoneyBody, description: 'As issued.' })
  net: MoneyBody;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'How much more; null where the rules refuse it.' })
  netChange: MoneyBody | null;

  @ApiProperty({ type: MoneyBody, description: 'As issued.' })
  cost: MoneyBody;

  @ApiProperty({ type: MoneyBody, nullable: true })
  costChange: MoneyBody | null;

  @ApiProperty({ type: [DifferingLineBody] })
  lines: readonly DifferingLineBody[];

  @ApiProperty({ type: [String], description: 'Sums of the year that the next payslip would begin with otherwise.' })
  sums: readonly string[];

  @ApiProperty({ type: String, nullable: true, example: 'be.minimum-income', description: 'The rule that refuses it.' })
  refusedBy: string | null;

  static of(differing: DifferingPayslip, language: Language): DifferingPayslipBody {
    const { payslip, reference, country, version, issued, difference, refusal } = differing;
    return Object.assign(new DifferingPayslipBody(), {
      payslip: publicId('slip', payslip),
      ...{ reference, country, version, ...issued },
      netChange: difference?.net ?? null,
      costChange: difference?.cost ?? null,
      lines: (difference?.lines ?? []).map(({ words, ...line }) => ({ ...line, title: words[language] })),
      sums: difference?.sums ?? [],
      refusedBy: refusal?.rule ?? null,
    });
  }
}

export class DifferingPayslipsBody {
  @ApiProperty({ type: [DifferingPayslipBody], description: 'At most 50: those that cannot be made, then the widest.' })
  items: readonly DifferingPayslipBody[];

  static of({ widest }: LawComparison, language: Language): DifferingPayslipsBody {
    const items = widest.map((each) => DifferingPayslipBody.of(each, language));
    return Object.assign(new DifferingPayslipsBody(), { items });
  }
}
