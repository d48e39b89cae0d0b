import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsMoney, MoneyBody } from '@passerelle/doors';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { KeptPairSettlement } from './pair-settlement.js';
import type { PairOutlook } from './pair-settlements.service.js';
import type { CapReading, PartnerReading } from './partners.service.js';

const bars = ['suspended', 'suspended-by-roster', 'leaving', 'left', 'defaulted'];

/** So much may the partner owe this branch. */
export class CapFormBody {
  @IsMoney()
  cap: MoneyBody;

  @ApiPropertyOptional({ type: String, maxLength: 500, description: 'Why, for the people of this branch.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason?: string;
}

/** Why this branch stops, in words for its own people. */
export class PartnerReasonBody {
  @ApiProperty({ type: String, example: 'Two payments in a row came late.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class PartnerCapBody {
  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: MoneyBody, description: 'The most that the creditor lets the debtor owe it now.' })
  cap: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Agreed by both.' })
  agreed: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Set aside for what this node has proposed.' })
  reserved: MoneyBody;

  @ApiProperty({ enum: ['none', 'above-70', 'above-90'] })
  warning: string;

  static of({ creditor, debtor, cap, agreed, reserved, warning }: CapReading): PartnerCapBody {
    return Object.assign(new PartnerCapBody(), {
      creditor,
      debtor,
      cap: MoneyBody.of(cap),
      agreed: MoneyBody.of(agreed),
      reserved: MoneyBody.of(reserved),
      warning,
    });
  }
}

export class PartnerBody {
  @ApiProperty({ type: String, example: 'fr' })
  node: string;

  @ApiProperty({ type: String, description: 'What the roster calls it.' })
  name: string;

  @ApiProperty({ enum: bars, nullable: true, description: 'Why nothing new begins with it; null when it may.' })
  bar: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What people wrote when they suspended it.' })
  reason: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  suspendedSince: string | null;

  @ApiProperty({ type: [PartnerCapBody], description: 'Both directions, with what is used of each.' })
  caps: readonly PartnerCapBody[];

  static of({ partner, name, bar, caps }: PartnerReading): PartnerBody {
    return Object.assign(new PartnerBody(), {
      node: partner.node,
      name,
      bar,
      reason: partner.suspended?.reason ?? null,
      suspendedSince: partner.suspended?.since ?? null,
      caps: caps.map((cap) => PartnerCapBody.of(cap)),
    });
  }
}

/** How far two nodes are with settling directly what a cycle left out. */
export class PairSettlementBody {
  @ApiProperty({ type: String, example: 'cyc_2026-04' })
  cycle: string;

  @ApiProperty({ type: String })
  peer: string;

  @ApiProperty({ enum: ['offered', 'settled', 'closed'] })
  status: string;

  @ApiProperty({ type: [String], description: 'Who of the two has said so; it counts when both have.' })
  said: readonly string[];

  static of({ cycle, peer, status, words }: KeptPairSettlement): PairSettlementBody {
    const said = Object.keys(words).sort();
    return Object.assign(new PairSettlementBody(), { cycle: `cyc_${cycle}`, peer, status, said });
  }
}

export class PairOutlookBody {
  @ApiProperty({ type: String, nullable: true, example: 'cyc_2026-04', description: 'The newest closed cycle.' })
  cycle: string | null;

  @ApiProperty({ type: Boolean, description: 'Whether this branch can say now that the two settle it directly.' })
  possible: boolean;

  @ApiProperty({ type: PairSettlementBody, nullable: true, description: 'Who has said so already.' })
  settlement: PairSettlementBody | null;

  static of({ cycle, isPossible, kept }: PairOutlook): PairOutlookBody {
    return Object.assign(new PairOutlookBody(), {
      cycle: cycle && `cyc_${cycle}`,
      possible: isPossible,
      settlement: kept && PairSettlementBody.of(kept),
    });
  }
}
