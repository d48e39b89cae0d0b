import { ApiProperty } from '@nestjs/swagger';
import { type Words, cited } from '@passerelle/rules';
import type { CurrencyCode } from '@passerelle/values';
import type { Explanation, Previous } from './explanation.js';
import type { PartGroup } from './part-words.js';

const groups: readonly PartGroup[] = [
  'host_share',
  'contribution',
  'earned',
  'paid_on_top',
  'held_back_social',
  'tax',
  'expenses_and_corrections',
  'net',
  'set_aside',
  'remainder',
];

const wordsSchema = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'In en, fr, nl, sv and de.',
} as const;

export class FigureBody {
  @ApiProperty({ type: String, example: 'be.employee-contribution.rate' })
  name: string;

  @ApiProperty({ type: String, format: 'date' })
  validFrom: string;

  @ApiProperty({ type: String })
  source: string;

  @ApiProperty(wordsSchema)
  sourceText: Words;

  @ApiProperty({ enum: ['confirmed', 'secondary', 'inferred', 'to-confirm'] })
  confidence: string;
}

export class RuleBody {
  @ApiProperty({ type: String, example: 'be.employee-contribution' })
  id: string;

  @ApiProperty({ type: String, example: '2026.1' })
  version: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The youngest of its figures.' })
  validFrom: string | null;

  @ApiProperty({ type: String, nullable: true })
  source: string | null;

  @ApiProperty({ ...wordsSchema, nullable: true })
  sourceText: Words | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'act, article, url' })
  law: object | null;

  @ApiProperty({ ...wordsSchema, nullable: true, description: 'The name of the act in en, fr, nl, sv and de.' })
  lawText: Words | null;

  @ApiProperty({ type: [FigureBody] })
  figures: readonly FigureBody[];
}

/** One amount with everything that explains it. */
export class ExplanationBody {
  @ApiProperty({ type: String, example: 'be.employee-contribution' })
  lineId: string;

  @ApiProperty({ enum: groups })
  group: PartGroup;

  @ApiProperty(wordsSchema)
  title: Words;

  @ApiProperty({ type: String, nullable: true, description: 'The word of the law itself.' })
  localName: string | null;

  @ApiProperty({ type: String, example: '-75.64' })
  amount: string;

  @ApiProperty({ type: String, example: 'EUR' })
  currency: CurrencyCode;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { ref: 'gross', amount: '578.74' },
  })
  base: { readonly ref: string; readonly amount: string } | null;

  @ApiProperty({ type: String, nullable: true, example: '0.1307' })
  rate: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'half-up/2' })
  rounding: string | null;

  @ApiProperty({ type: RuleBody })
  rule: RuleBody;

  @ApiProperty(wordsSchema)
  text: Words;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { period: '2026-02', amount: '-78.74', cause: 'base_changed' },
  })
  previous: object | null;

  static of(explained: Explanation): ExplanationBody {
    const { id, group, title, localName, amount, base, rate, text, previous } = explained;
    return Object.assign(new ExplanationBody(), {
      lineId: id,
      group,
      title,
      localName,
      amount: amount.toDecimal(),
      currency: amount.currency,
      base: base && { ref: base.ref, amount: base.amount.toDecimal() },
      rate: rate && rate.toString(),
      rounding: roundingText(explained),
      rule: ruleBody(explained),
      text,
      previous: previous && previousBody(previous),
    });
  }
}

/** `half-up/2`: how, and to how many decimals. */
function roundingText({ rounding, amount }: Explanation): string | null {
  const decimals = amount.toDecimal().split('.')[1]?.length ?? 0;
  return rounding && `${rounding}/${decimals}`;
}

function ruleBody({ id, version, figures, law }: Explanation): RuleBody {
  const youngest = [...figures].sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  return Object.assign(new RuleBody(), {
    id: id.split('/')[0],
    version,
    validFrom: youngest?.from ?? null,
    source: youngest?.source ?? null,
    sourceText: youngest ? cited(youngest.source) : null,
    law,
    lawText: law && cited(law.act),
    figures: figures.map(({ name, from, source, confidence }) =>
      Object.assign(new FigureBody(), { name, validFrom: from, source, sourceText: cited(source), confidence }),
    ),
  });
}

const previousBody = ({ period, amount, cause }: Previous): object => ({ period, amount: amount.toDecimal(), cause });
