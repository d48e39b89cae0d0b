import { ApiProperty } from '@nestjs/swagger';
import { type TaxFlag, type Words, taxFlags } from '@passerelle/coordination';
import { MoneyBody } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { Advice } from './advice.js';
import { MissingBody } from './missing.body.js';

const WordsProperty = (): PropertyDecorator =>
  ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } });

/** The tax that a country takes from visiting performers. */
export class WithholdingBody {
  @ApiProperty({ type: String, nullable: true, example: '0.15', description: 'Null where it takes none.' })
  rate: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Share of the gross taken off before the rate.' })
  flatDeduction: string | null;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'A performance paid up to this is free.' })
  freeUpTo: MoneyBody | null;

  @ApiProperty({ enum: ['organiser', 'payer', 'nobody'] })
  withheldBy: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  reason: Words;

  @ApiProperty({ type: String })
  source: string;

  @ApiProperty({ type: String, example: 'to-confirm', description: 'How sure the figures are.' })
  confidence: string;
}

/** What may be taxed in the country of work. It warns, and decides nothing. */
export class TaxBody {
  @ApiProperty({ enum: ['yes', 'no', 'unknown'] })
  hostMayTax: string;

  @ApiProperty({ enum: taxFlags, isArray: true })
  flags: readonly TaxFlag[];

  @WordsProperty()
  reasons: readonly Words[];

  @ApiProperty({ type: Number, nullable: true, description: 'The most days there within any twelve months.' })
  mostDays: number | null;

  @ApiProperty({ type: WithholdingBody, nullable: true })
  withholding: WithholdingBody | null;

  @ApiProperty({ type: [MissingBody] })
  missing: readonly MissingBody[];
}

export class HostTermsBody {
  @ApiProperty({ type: String, format: 'date', description: 'Pay and core conditions of the country of work.' })
  coreFrom: PlainDate;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Nearly all of its conditions.' })
  nearlyAllFrom: PlainDate | null;

  @WordsProperty()
  reasons: readonly Words[];
}

export class IssuerBody {
  @ApiProperty({ type: String, example: 'ONSS/RSZ' })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  channel: string | null;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: { type: 'string' } })
  note: Words | null;

  @ApiProperty({ type: String, example: 'confirmed' })
  confidence: string;
}

export class AdviceBody {
  @ApiProperty({ type: TaxBody })
  tax: TaxBody;

  @ApiProperty({ type: HostTermsBody })
  hostTerms: HostTermsBody;

  @ApiProperty({ type: IssuerBody, nullable: true, description: 'Who issues the certificate.' })
  issuer: IssuerBody | null;

  static of({ tax, hostTerms, issuer }: Advice): AdviceBody {
    const { flags, hostMayTax, mostDays, reasons, missing, withholding } = tax;
    return Object.assign(new AdviceBody(), {
      tax: Object.assign(new TaxBody(), {
        hostMayTax,
        flags,
        mostDays,
        reasons: reasons.map(({ words }) => words),
        missing: missing.map((each) => MissingBody.of(each)),
        withholding: withholding && withholdingBody(withholding),
      }),
      hostTerms: Object.assign(new HostTermsBody(), {
        coreFrom: hostTerms.coreFrom,
        nearlyAllFrom: hostTerms.nearlyAllFrom,
        reasons: hostTerms.reasons.map(({ words }) => words),
      }),
      issuer: issuer && issuerBody(issuer),
    });
  }
}

type Withholding = NonNullable<Advice['tax']['withholding']>;

function withholdingBody({ rate, flatDeduction, freeUpTo, withheldBy, reason, source }: Withholding): WithholdingBody {
  return Object.assign(new WithholdingBody(), {
    rate: rate?.toString() ?? null,
    flatDeduction: flatDeduction?.toString() ?? null,
    freeUpTo: freeUpTo && MoneyBody.of(freeUpTo),
    withheldBy,
    reason: reason.words,
    source: source.text,
    confidence: source.confidence,
  });
}

const issuerBody = ({ name, channel, note, source }: NonNullable<Advice['issuer']>): IssuerBody =>
  Object.assign(new IssuerBody(), { name, channel, note, confidence: source.confidence });
