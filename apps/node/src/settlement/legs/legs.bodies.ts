import { ApiProperty } from '@nestjs/swagger';
import { MoneyBody } from '@passerelle/doors';
import { type FundCall, legState, lateInterest, missingOf } from '@passerelle/settlement';
import { type PlainDate, type Rate, daysBetween } from '@passerelle/values';
import { type KeptCall, moneyIn } from '../fund/fund-call.js';
import { type KeptLeg, moneyOf } from './kept-leg.js';

type LegState = ReturnType<typeof legState>;

/** From ordered to received, and what the calendar says of it meanwhile. */
const legStates: readonly LegState[] = [
  'due',
  'intended',
  'looked-up',
  'ordered',
  'sent',
  'on-time',
  'partial',
  'received',
  'late',
  'unpaid',
  'defaulted',
];

/** What a payment of this branch lacks, by which day, and what the delay costs. */
export class OpenLegBody {
  @ApiProperty({ type: String, description: 'The reference of the bank transfer.' })
  id: string;

  @ApiProperty({ type: String, example: 'cyc_2026-04' })
  cycle: string;

  @ApiProperty({ enum: ['payer', 'payee'], description: 'What this branch is.' })
  role: string;

  @ApiProperty({ type: String })
  peer: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  missing: MoneyBody;

  @ApiProperty({ enum: legStates })
  state: LegState;

  @ApiProperty({ type: String, format: 'date' })
  paymentDate: string;

  @ApiProperty({ type: String, format: 'date', description: 'After this day the payee may call it a default.' })
  graceEnd: string;

  @ApiProperty({ type: MoneyBody, description: 'By the roster’s rate, for the days since the payment date.' })
  interest: MoneyBody;

  static of(
    leg: KeptLeg,
    on: { readonly payment: PlainDate; readonly graceEnd: PlainDate; readonly today: PlainDate; readonly yearly: Rate },
  ): OpenLegBody {
    const { payment, graceEnd, today, yearly } = on;
    const missing = missingOf(leg.record);
    const days = Math.max(0, daysBetween(payment, today));
    return Object.assign(new OpenLegBody(), {
      id: leg.id,
      cycle: `cyc_${leg.cycle}`,
      role: leg.role,
      peer: leg.peer,
      amount: MoneyBody.of(moneyOf(leg, BigInt(leg.record.leg.amount))),
      missing: MoneyBody.of(moneyOf(leg, missing)),
      state: legState(leg.record),
      paymentDate: payment,
      graceEnd,
      interest: MoneyBody.of(moneyOf(leg, lateInterest(missing, yearly, days))),
    });
  }
}

/** What one member bears of a default. */
export class ShareBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: MoneyBody, description: 'Out of its stake in the guarantee fund.' })
  stake: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What it loses as a creditor.' })
  loss: MoneyBody;
}

/** A default, and who bears it. */
export class FundCallBody {
  @ApiProperty({ type: String, description: 'The hash that every member computes.' })
  result: string;

  @ApiProperty({ type: String, example: 'cyc_2026-04' })
  cycle: string;

  @ApiProperty({ type: String })
  defaulter: string;

  @ApiProperty({ type: MoneyBody })
  shortfall: MoneyBody;

  @ApiProperty({ enum: ['open', 'standing', 'repaid'], description: 'It stands with a quorum of approvals.' })
  status: string;

  @ApiProperty({ type: [String], description: 'Members that computed the same and signed it.' })
  approved: readonly string[];

  @ApiProperty({ type: [ShareBody] })
  shares: readonly ShareBody[];

  static of({ result, event, call, status, approvals }: KeptCall): FundCallBody {
    return Object.assign(new FundCallBody(), {
      result,
      cycle: `cyc_${event.cycle}`,
      defaulter: event.defaulter,
      shortfall: MoneyBody.of(moneyIn(call.shortfall, event.currency)),
      status,
      approved: Object.keys(approvals).sort(),
      shares: sharesOf(call),
    });
  }
}

function sharesOf(call: FundCall): ShareBody[] {
  const nodes = [...new Set([call.defaulter, ...Object.keys(call.mutual), ...Object.keys(call.loss)])].sort();
  return nodes.map((node) => {
    const stake = node === call.defaulter ? call.own : (call.mutual[node] ?? '0');
    const shown = { stake: moneyIn(stake, call.currency), loss: moneyIn(call.loss[node] ?? '0', call.currency) };
    return Object.assign(new ShareBody(), { node, stake: MoneyBody.of(shown.stake), loss: MoneyBody.of(shown.loss) });
  });
}
