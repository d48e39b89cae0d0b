import type { Money, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from '../payroll/payslip.js';

/** The net of a payslip as this room owes it. */
export interface Wage {
  readonly payslip: PayslipId;
  /** Null for a monthly wage. */
  readonly mission: MissionId | null;
  readonly member: MemberId;
  readonly entity: EntityId;
  readonly amount: Money;
  readonly payOn: PlainDate;
  /** The missions whose money carries it; what they do not carry was hers already. */
  readonly parts: readonly WagePart[];
}

/** What of a wage the money of one mission carries, or the fund until it comes. */
export interface WagePart {
  readonly mission: MissionId;
  readonly amount: Money;
}

/** How a wage was paid: with money that had come, or advanced, and which part of the advance the fund lacked. */
export interface WagePayment {
  readonly payslip: PayslipId;
  readonly paidOn: PlainDate;
  readonly received: Money;
  readonly advanced: Money;
  readonly shortfall: Money;
  readonly reason: 'cash' | 'limit' | null;
  readonly transfer: TransferId;
}

/** A wage for which the fund fell short; `open` is what of the shortfall is not made good yet. */
export interface FundAlarm {
  readonly wage: Wage;
  readonly payment: WagePayment;
  readonly open: Money;
}
