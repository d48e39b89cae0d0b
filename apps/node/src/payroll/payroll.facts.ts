import type { MoneyText, Month, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from './payslip.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /**
     * The wage of a mission is fixed and owed: so much, on that day, whoever has paid by then. A monthly wage has no
     * mission, but those whose money carries it. The subject is the payslip.
     */
    PayslipIssued: {
      readonly payslip: PayslipId;
      readonly mission: MissionId | null;
      readonly member: MemberId;
      readonly entity: EntityId;
      readonly payOn: PlainDate;
      readonly net: MoneyText;
      readonly carriedBy?: readonly { readonly mission: MissionId; readonly amount: MoneyText }[];
    };
    /** The money of a finished mission waits for her monthly wages. The subject is the mission. */
    IncomeKept: { readonly mission: MissionId; readonly member: MemberId; readonly amount: MoneyText };
    /**
     * The payslip of a mission, or of a month, cannot be made as things are; payroll sees why. The subject is the mission,
     * or the member.
     */
    PayslipHeld: {
      readonly mission: MissionId | null;
      readonly month?: Month;
      readonly member: MemberId;
      readonly rule: string;
      readonly reason: string;
    };
  }
}
