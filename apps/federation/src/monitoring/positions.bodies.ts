import { ApiProperty } from '@nestjs/swagger';
import { MoneyBody, publicId, SignedMoneyBody } from '@passerelle/doors';
import type { LimitUse } from './limits.js';
import type { Difference, DifferenceKind } from './pairs.js';
import type { Owed, Position, PositionsInCurrency } from './positions.js';
import { SignedBody } from './signed.body.js';

export class OwedBody extends SignedBody {
  @ApiProperty({ type: String, example: 'fr', description: 'Who owes.' })
  from: string;

  @ApiProperty({ type: String, example: 'be', description: 'Whom it is owed.' })
  to: string;

  @ApiProperty({ type: MoneyBody })
  debtorSays: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  creditorSays: MoneyBody;

  @ApiProperty({ type: Boolean })
  isAlike: boolean;

  @ApiProperty({ type: [String], example: ['obl_019a0000000070008000000000000001'] })
  obligations: readonly string[];

  static of(owed: Owed): OwedBody {
    return Object.assign(new OwedBody(), owed, {
      debtorSays: MoneyBody.of(owed.debtorSays),
      creditorSays: MoneyBody.of(owed.creditorSays),
      obligations: owed.obligations.map((id) => publicId('obl', id)),
    });
  }
}

export class PositionBody extends SignedBody {
  @ApiProperty({ type: String, example: 'be' })
  node: string;

  @ApiProperty({ type: SignedMoneyBody, nullable: true, description: 'Positive: it gets. Null: it never reported.' })
  amount: SignedMoneyBody | null;

  static of(position: Position): PositionBody {
    const amount = position.amount && SignedMoneyBody.of(position.amount);
    return Object.assign(new PositionBody(), position, { amount });
  }
}

export class CurrencyPositionsBody extends SignedBody {
  @ApiProperty({ type: String, example: 'EUR' })
  currency: string;

  @ApiProperty({ type: [OwedBody] })
  owed: readonly OwedBody[];

  @ApiProperty({ type: [PositionBody], description: 'Each by its own node’s report.' })
  positions: readonly PositionBody[];

  @ApiProperty({ type: MoneyBody, description: 'Everything that is owed.' })
  gross: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What would be paid if all of it were netted now.' })
  net: MoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'The check: zero when both sides of every debt say the same.' })
  sumOfPositions: SignedMoneyBody;

  @ApiProperty({ type: Boolean })
  isZero: boolean;

  static of({ owed, positions, gross, net, sumOfPositions, ...rest }: PositionsInCurrency): CurrencyPositionsBody {
    return Object.assign(new CurrencyPositionsBody(), {
      ...rest,
      owed: owed.map((each) => OwedBody.of(each)),
      positions: positions.map((each) => PositionBody.of(each)),
      gross: MoneyBody.of(gross),
      net: MoneyBody.of(net),
      sumOfPositions: SignedMoneyBody.of(sumOfPositions),
      isZero: sumOfPositions.isZero(),
    });
  }
}

export class DifferenceBody extends SignedBody {
  @ApiProperty({ type: String, example: 'obl_019a0000000070008000000000000001' })
  obligation: string;

  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ enum: ['debtor-silent', 'creditor-silent', 'terms', 'state', 'cycle'] })
  kind: DifferenceKind;

  @ApiProperty({ type: String, nullable: true })
  debtorSays: string | null;

  @ApiProperty({ type: String, nullable: true })
  creditorSays: string | null;

  @ApiProperty({ type: Boolean, description: 'While messages between the two are on their way it is no alarm.' })
  isOnItsWay: boolean;

  static of(difference: Difference): DifferenceBody {
    const obligation = publicId('obl', difference.obligation);
    return Object.assign(new DifferenceBody(), difference, { obligation });
  }
}

export class LimitBody extends SignedBody {
  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ type: MoneyBody })
  owes: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  cap: MoneyBody;

  @ApiProperty({ type: Boolean })
  isExceeded: boolean;

  static of(limit: LimitUse): LimitBody {
    return Object.assign(new LimitBody(), limit, { owes: MoneyBody.of(limit.owes), cap: MoneyBody.of(limit.cap) });
  }
}

export class PositionsBody {
  @ApiProperty({ type: [CurrencyPositionsBody] })
  items: readonly CurrencyPositionsBody[];

  @ApiProperty({ type: [DifferenceBody], description: 'Where the two sides of a debt say different things.' })
  differences: readonly DifferenceBody[];

  @ApiProperty({ type: [LimitBody] })
  limits: readonly LimitBody[];
}
