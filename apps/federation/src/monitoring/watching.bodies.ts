import { ApiProperty } from '@nestjs/swagger';
import { type Language, MoneyBody, publicId } from '@passerelle/doors';
import { type DisputeReason, disputeReasons } from '@passerelle/protocol';
import type { Aged } from './ageing.js';
import type { Dispute } from './disputes.js';
import type { FundStake } from './fund.js';
import { SignedBody } from './signed.body.js';
import type { StuckItem } from './stuck.js';
import { stuckText } from './stuck.words.js';

/** What one member owes another, by how long it is past its day. */
export class AgedBody extends SignedBody {
  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ type: MoneyBody, description: 'Not due yet.' })
  notDue: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Due today or since at most 7 days.' })
  upTo7: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  upTo30: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  upTo60: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  over60: MoneyBody;

  @ApiProperty({ type: String, format: 'date' })
  oldestDue: string;

  static of({ debtor, creditor, amounts, oldestDue, signedBy, at }: Aged): AgedBody {
    return Object.assign(new AgedBody(), {
      debtor,
      creditor,
      notDue: MoneyBody.of(amounts['not-due']),
      upTo7: MoneyBody.of(amounts['0-7']),
      upTo30: MoneyBody.of(amounts['8-30']),
      upTo60: MoneyBody.of(amounts['31-60']),
      over60: MoneyBody.of(amounts['over-60']),
      oldestDue,
      signedBy,
      at,
    });
  }
}

export class AgeingBody {
  @ApiProperty({ type: [AgedBody] })
  items: readonly AgedBody[];
}

/** A debt that a party holds back. */
export class DisputeBody extends SignedBody {
  @ApiProperty({ type: String, example: 'obl_019a0000000070008000000000000001' })
  obligation: string;

  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date' })
  due: string;

  @ApiProperty({ type: [String], description: 'Which of the two report it as held.', example: ['be', 'fr'] })
  heldBySides: readonly string[];

  @ApiProperty({
    enum: disputeReasons,
    isArray: true,
    description: 'Why, as the two report it: more than one when both have opened the dispute, none when neither tells.',
  })
  reasons: readonly DisputeReason[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'cyc_2026-04',
    description: 'The first cycle in which it would count, and from which it stays out.',
  })
  cycle: string | null;

  @ApiProperty({ type: [String], description: 'Whose people can end it: the two agree.' })
  whoCanAct: readonly string[];

  static of(dispute: Dispute): DisputeBody {
    const { debtor, creditor } = dispute;
    return Object.assign(new DisputeBody(), dispute, {
      obligation: publicId('obl', dispute.obligation),
      amount: MoneyBody.of(dispute.amount),
      cycle: dispute.cycle && `cyc_${dispute.cycle}`,
      whoCanAct: [debtor, creditor],
    });
  }
}

export class DisputesBody {
  @ApiProperty({ type: [DisputeBody] })
  items: readonly DisputeBody[];
}

export class StuckItemBody extends SignedBody {
  @ApiProperty({ type: String })
  from: string;

  @ApiProperty({ type: String })
  to: string;

  @ApiProperty({ enum: ['not-acknowledged', 'silent', 'no-greeting', 'two-histories', 'room-failed', 'paused'] })
  cause: string;

  @ApiProperty({ type: String, nullable: true, example: 'mission.report' })
  type: string | null;

  @ApiProperty({ type: String, nullable: true })
  seq: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since: string | null;

  @ApiProperty({ type: Number, nullable: true })
  attempts: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextTryAt: string | null;

  @ApiProperty({ type: [String], description: 'Whose people can do something about it.' })
  whoCanAct: readonly string[];

  @ApiProperty({ type: String, description: 'What it means and what to do, in the reader’s language.' })
  text: string;

  static of(item: StuckItem, language: Language): StuckItemBody {
    return Object.assign(new StuckItemBody(), item, { text: stuckText(item, language) });
  }
}

export class StuckItemsBody {
  @ApiProperty({ type: [StuckItemBody] })
  items: readonly StuckItemBody[];
}

export class FundStakeBody extends SignedBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: MoneyBody, description: 'What the member has put into the guarantee fund of the federation.' })
  stake: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What defaults have used of it and not given back.' })
  used: MoneyBody;

  static of({ node, stake, used, signedBy, at }: FundStake): FundStakeBody {
    const shown = { node, stake: MoneyBody.of(stake), used: MoneyBody.of(used), signedBy, at };
    return Object.assign(new FundStakeBody(), shown);
  }
}

export class FundBody {
  @ApiProperty({ type: [FundStakeBody] })
  items: readonly FundStakeBody[];
}
