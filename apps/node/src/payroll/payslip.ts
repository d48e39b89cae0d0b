import type { AppliedFigure, Payslip, PayslipRequest } from '@passerelle/rules';
import type { CountryCode, Money, Month, PlainDate, Rate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';

export type PayslipId = string & { readonly __payslip: true };

/** A rate somebody agreed on or decided: the share of a host, the contribution of members. */
export interface DecidedRate {
  readonly rate: Rate;
  readonly version: string;
  readonly figure: AppliedFigure;
}

/** A part of a mission's income that stays in an account of the book. */
export interface PartKept {
  readonly amount: Money;
  readonly account: string;
}

/**
 * How the price of a mission became the employer cost of its payslip. Of a monthly wage the price is what her missions
 * gave for it: their contribution was taken before.
 */
export interface Budget {
  readonly price: Money;
  /** What the host keeps; zero when home and host are one. */
  readonly hostShare: Money;
  /** What the home receives of the price. */
  readonly income: Money;
  readonly contribution: Money;
  /** By which agreement and which decision; no host share when home and host are one, nothing of a monthly wage. */
  readonly decided: { readonly hostShare: DecidedRate | null; readonly contribution: DecidedRate | null };
  /** What does not become wage but is kept for expenses, and on which account; null when nothing is. */
  readonly setAside: PartKept | null;
  /** What may be spent on the wage: cost of the payslip and remainder. */
  readonly wage: Money;
  /** Less than one more unit of gross would cost; it stays with the member. */
  readonly remainder: Money;
}

/**
 * What rights to unemployment, sickness, pension and residence will be computed from, one day and perhaps elsewhere.
 * Kept with every payslip because it cannot be found out later. Null where nobody has said it.
 */
export interface RightsFacts {
  readonly contractFirst: PlainDate;
  readonly contractLast: PlainDate | null;
  /** A mission has a first and a last day; a monthly wage goes on until it is stopped. */
  readonly contractKind: 'fixed-term' | 'open-ended';
  readonly daysPaid: number;
  readonly daysInsured: number | null;
  readonly hours: string | null;
  readonly hoursUnpaid: string | null;
  /** Fees of performers counted for unemployment cover. */
  readonly cachets: number | null;
  readonly monthOfWork: Month;
  readonly monthOfPayment: Month;
  readonly entity: EntityId;
  readonly employer: string;
  readonly countryOfWork: CountryCode;
  readonly legislation: CountryCode;
  readonly a1Reference: string | null;
}

/** A payslip as it was issued. Never edited; a correction is a new payslip that names this one. */
export interface IssuedPayslip {
  readonly id: PayslipId;
  readonly member: MemberId;
  /** Null for a monthly wage. */
  readonly mission: MissionId | null;
  /** For people: the mission's reference, or the month. */
  readonly reference: string;
  readonly entity: EntityId;
  readonly issuedOn: PlainDate;
  readonly payOn: PlainDate;
  /** Everything the rules were asked, the state of the year included: the same again gives the same payslip. */
  readonly request: PayslipRequest;
  readonly payslip: Payslip;
  readonly budget: Budget;
  readonly rights: RightsFacts;
}
