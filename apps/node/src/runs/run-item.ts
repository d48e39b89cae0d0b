import type { Words } from '@passerelle/rules';
import type { Money, PlainDate } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayrollProblemId } from '../payroll/payroll-problem.js';
import type { PayslipId } from '../payroll/payslip.js';
import type { Finding } from './findings.js';
import type { ItemState } from './run.js';

/** Why the payslip of an item is not there or cannot be believed: which rule, and what a person can do. */
export interface ItemFailure {
  readonly kind: string;
  readonly rule: string | null;
  readonly date: PlainDate | null;
  /** In every language; releases before this one kept English alone. */
  readonly detail: Words | string;
  readonly remedy: Words | string;
}

/** One wage in a run: a payslip, or work whose payslip could not be made so far. */
export interface RunItem {
  /** Its place in the run, from 1. */
  readonly number: number;
  /** Null for a monthly wage. */
  readonly mission: MissionId | null;
  readonly member: MemberId;
  readonly name: string;
  /** Of the mission, or the month, for people. */
  readonly reference: string;
  readonly payslip: PayslipId | null;
  readonly problem: PayrollProblemId | null;
  readonly state: ItemState;
  readonly net: Money | null;
  readonly findings: readonly Finding[];
  readonly failure: ItemFailure | null;
}

/** What became of an item when it was worked. */
export type Worked =
  | {
      readonly state: 'done';
      readonly payslip: PayslipId;
      readonly net: Money;
      readonly findings: readonly Finding[];
    }
  | { readonly state: 'failed'; readonly failure: ItemFailure };
