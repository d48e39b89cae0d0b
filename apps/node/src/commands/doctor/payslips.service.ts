import type { Work } from '@passerelle/doors/at-rest';
import { comparedWith, nothingFound, totalsOf } from '../../payroll/comparisons/law-comparison.js';
import { PayslipsStore } from '../../payroll/payslips.store.js';
import { run, said } from '../said.js';
import { type Finding, failure, fine } from './finding.js';

/** Enough to meet every rule of the last pay days, and soon done. */
const sample = 100;

/** Whether the newest payslips come out as they were issued, by the program that looks: before it makes any other. */
export async function payslipsFinding(work: Work): Promise<Finding> {
  const newest = await new PayslipsStore().newest(work, sample);
  const { compared, differing, refused } = totalsOf(comparedWith(nothingFound, { lawFrom: null }, newest));
  const count = differing + refused;
  if (count === 0) return fine('payslips', said('payslips-equal', { count: compared }));
  return failure('payslips', said('payslips-differ', { count, of: compared }), run('passerelle rules compare'));
}
