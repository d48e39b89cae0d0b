import type { MoneyText, PlainDate } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from '../payroll/payslip.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** The transfer of a wage is ordered. `fund` when the fund advanced any of it. The subject is the payslip. */
    WagePaid: {
      readonly payslip: PayslipId;
      readonly mission: MissionId | null;
      readonly fundedBy: 'fund' | 'received';
      readonly on: PlainDate;
    };
    /**
     * The fund could not or may not carry an advance: so much of it came from the other money of the cooperative. The
     * subject is the payslip.
     */
    FundFellShort: {
      readonly payslip: PayslipId;
      readonly mission: MissionId;
      readonly shortfall: MoneyText;
      readonly reason: 'cash' | 'limit';
    };
    /** Money of a mission made its advance whole, wholly or in part; `open` is still advanced. The subject is the mission. */
    AdvanceRepaid: { readonly mission: MissionId; readonly amount: MoneyText; readonly open: MoneyText };
  }
}
