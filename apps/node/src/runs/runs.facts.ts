import type { MissionId } from '../missions/mission.js';
import type { PayslipId } from '../payroll/payslip.js';
import type { RunId } from './run.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** Items of a payroll run wait to be worked: some are, and the rest wait again. The subject is the run. */
    PayrollRunQueued: { readonly run: RunId };
    /** The worker can read her payslip from now on. The subject is the payslip. */
    PayslipPublished: { readonly payslip: PayslipId; readonly mission: MissionId | null };
  }
}
