import type { MoneyText, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from './payslip.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** The wage of a mission is fixed and owed: so much, on that day, whoever has paid by then. The subject is the payslip. */
    PayslipIssued: {
      readonly payslip: PayslipId;
      readonly mission: MissionId;
      readonly member: MemberId;
      readonly entity: EntityId;
      readonly payOn: PlainDate;
      readonly net: MoneyText;
    };
    /** The payslip of a mission cannot be made as things are; payroll sees why. The subject is the mission. */
    PayslipHeld: {
      readonly mission: MissionId;
      readonly member: MemberId;
      readonly rule: string;
      readonly reason: string;
    };
  }
}
