import type { Month } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from './payslip.js';
import type { PayrollRefusal } from './wage-deal.js';

export type PayrollProblemId = string & { readonly __payrollProblem: true };

/** A finished mission, or a month, without a payslip: why, since when, and the payslip once it could be made. */
export interface PayrollProblem {
  readonly id: PayrollProblemId;
  /** One of the two. */
  readonly mission: MissionId | null;
  readonly month: Month | null;
  readonly member: MemberId;
  readonly days: number;
  readonly refusal: PayrollRefusal;
  readonly attempts: number;
  readonly raisedAt: Date;
  readonly triedAt: Date;
  readonly payslip: PayslipId | null;
}
