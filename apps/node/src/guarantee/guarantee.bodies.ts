import { ApiProperty } from '@nestjs/swagger';
import { IsMoney, MoneyBody, PageBody, PublicId, publicId, SignedMoneyBody } from '@passerelle/doors';
import type { Words } from '@passerelle/rules';
import type { Money, PlainDate } from '@passerelle/values';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { FundEntry, FundEntryKind } from './fund.js';
import type { FundAccount } from './fund-account.js';
import type { GuaranteeVerdict, VerdictReason } from './verdict.js';
import type { FundAlarm, Wage, WagePayment } from './wage.js';

export class EndowmentBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  @PublicId('ent')
  entity: string;

  @IsMoney()
  amount: MoneyBody;

  @ApiProperty({ type: String, example: 'General assembly of 14 June 2025', description: 'Who decided it.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  decision: string;
}

export class LossBody {
  @ApiProperty({ type: String, example: 'mis_019a0000000070008000000000000001' })
  @PublicId('mis')
  mission: string;

  @IsMoney()
  amount: MoneyBody;

  @ApiProperty({ type: String, example: 'The client is bankrupt', description: 'Why it will not come. Names nobody.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason: string;
}

/** One change of the fund. The mission is shown to staff only. */
export class FundEntryBody {
  @ApiProperty({ type: String, example: 'fund_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, format: 'date' })
  day: PlainDate;

  @ApiProperty({ enum: ['endowed', 'advanced', 'repaid', 'lost', 'recovered'] })
  kind: FundEntryKind;

  @ApiProperty({ type: SignedMoneyBody, description: 'Change of the money of the fund.' })
  cash: SignedMoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'Change of what is advanced.' })
  advanced: SignedMoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'Change of what other money of the cooperative carries.' })
  shortfall: SignedMoneyBody;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: String, nullable: true })
  mission: string | null;

  static of({ id, day, kind, cash, advanced, shortfall, text, mission }: FundEntry, to: 'staff' | 'members') {
    return Object.assign(new FundEntryBody(), {
      id: publicId('fund', id),
      day,
      kind,
      cash: SignedMoneyBody.of(cash),
      advanced: SignedMoneyBody.of(advanced),
      shortfall: SignedMoneyBody.of(shortfall),
      text,
      mission: to === 'staff' && mission !== null ? publicId('mis', mission) : null,
    });
  }
}

export class FundEntriesPage extends PageBody(FundEntryBody) {}

const sums = ['opening', 'income', 'advances', 'recoveries', 'closing', 'losses', 'outstanding', 'shortfall'] as const;

/** What everybody may know: opening + income − advances + recoveries = closing. */
export class FundBody {
  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String, format: 'date' })
  from: PlainDate;

  @ApiProperty({ type: String, format: 'date' })
  to: PlainDate;

  @ApiProperty({ type: MoneyBody })
  opening: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What was put into the fund.' })
  income: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What the fund paid before the money of missions came.' })
  advances: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What came back into the fund.' })
  recoveries: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  closing: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Given up for good.' })
  losses: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Advanced and not come back yet.' })
  outstanding: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Of it, what other money of the cooperative carries.' })
  shortfall: MoneyBody;

  @ApiProperty({ type: String, nullable: true, example: '14.5', description: 'Weeks of wages the closing money pays.' })
  coverageWeeks: string | null;

  static of(account: FundAccount): FundBody {
    const { entity, from, to, coverageWeeks } = account;
    const amounts = Object.fromEntries(sums.map((name) => [name, SignedMoneyBody.of(account[name])]));
    return Object.assign(new FundBody(), { entity: entity.name, from, to, coverageWeeks, ...amounts });
  }
}

export class FundsBody {
  @ApiProperty({ type: [FundBody] })
  items: readonly FundBody[];

  static of(accounts: readonly FundAccount[]): FundsBody {
    return Object.assign(new FundsBody(), { items: accounts.map((each) => FundBody.of(each)) });
  }
}

export class AlarmBody {
  @ApiProperty({ type: String })
  payslip: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a monthly wage.' })
  mission: string | null;

  @ApiProperty({ type: String, format: 'date' })
  paidOn: PlainDate;

  @ApiProperty({ enum: ['cash', 'limit'], description: 'The fund lacked money, or may not advance more.' })
  reason: WagePayment['reason'];

  @ApiProperty({ type: MoneyBody })
  shortfall: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What is not made good yet.' })
  open: MoneyBody;

  static of({ payment, wage, open }: FundAlarm): AlarmBody {
    return Object.assign(new AlarmBody(), {
      payslip: publicId('slip', wage.payslip),
      mission: wage.mission && publicId('mis', wage.mission),
      paidOn: payment.paidOn,
      reason: payment.reason,
      shortfall: MoneyBody.of(payment.shortfall),
      open: MoneyBody.of(open),
    });
  }
}

export class AlarmsBody {
  @ApiProperty({ type: [AlarmBody] })
  items: readonly AlarmBody[];

  static of(alarms: readonly FundAlarm[]): AlarmsBody {
    return Object.assign(new AlarmsBody(), { items: alarms.map((each) => AlarmBody.of(each)) });
  }
}

export class VerdictReasonBody {
  @ApiProperty({ enum: ['client-in-area', 'client-confirms', 'within-limit', 'wage-known'] })
  code: VerdictReason['code'];

  @ApiProperty({ enum: ['yes', 'no', 'not-yet'] })
  holds: VerdictReason['holds'];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  words: Words;
}

export class VerdictBody {
  @ApiProperty({ enum: ['covered', 'not-covered', 'conditional'] })
  verdict: GuaranteeVerdict['verdict'];

  @ApiProperty({ type: [VerdictReasonBody] })
  reasons: readonly VerdictReasonBody[];

  static of({ verdict, reasons }: GuaranteeVerdict): VerdictBody {
    return Object.assign(new VerdictBody(), {
      verdict,
      reasons: reasons.map((reason) => Object.assign(new VerdictReasonBody(), reason)),
    });
  }
}

/** Whether a wage has left, and which money paid it. */
export class WageBody {
  @ApiProperty({ type: String })
  payslip: string;

  @ApiProperty({ enum: ['owed', 'paid'] })
  state: 'owed' | 'paid';

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date' })
  payOn: PlainDate;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  paidOn: PlainDate | null;

  @ApiProperty({ enum: ['fund', 'received'], nullable: true })
  fundedBy: 'fund' | 'received' | null;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'What the fund advanced of it.' })
  advanced: MoneyBody | null;

  @ApiProperty({ type: String, example: '3456', description: 'How the account ends that it goes to, or went to.' })
  accountEnding: string;

  static of({ wage, payment }: { readonly wage: Wage; readonly payment: WagePayment | null }, iban: string): WageBody {
    const advanced: Money | null = payment?.advanced ?? null;
    return Object.assign(new WageBody(), {
      payslip: publicId('slip', wage.payslip),
      state: payment === null ? 'owed' : 'paid',
      amount: MoneyBody.of(wage.amount),
      payOn: wage.payOn,
      paidOn: payment?.paidOn ?? null,
      fundedBy: advanced && (advanced.isPositive() ? 'fund' : 'received'),
      advanced: advanced && MoneyBody.of(advanced),
      accountEnding: iban.slice(-4),
    });
  }
}
