import type { Reckoner } from '../kit/answers.js';
import type { Country } from '../kit/country.js';
import { payslipOf } from '../kit/line.js';
import type { Payslip } from '../kit/payslip.js';
import { smallestReaching } from '../kit/search.js';
import { employerSide } from './employer-side.js';
import { type Engagement, engagementOf } from './engagement.js';
import { linesOf } from './lines.js';
import { jumpAt } from './special-contribution.js';
import { baseOf, referenceOf, workerSide } from './worker-side.js';
import { stateAfter } from './year-to-date.js';

type Head = Pick<Country, 'code' | 'version' | 'currency'>;

/**
 * Ten roundings of half a cent, where a cent of gross may leave as little as a fifth of a cent of net, hide a growing
 * net for no more than this many cents of gross.
 */
const netWiggle = 64n;

/** No monthly pay comes near it. */
const farAway = 10n ** 11n;

/** How the kit's answers are reckoned for a Belgian engagement. */
export const reckoner = (head: Head): Reckoner<Engagement> => ({
  settle: engagementOf,
  floor: ({ floor }) => ({ gross: floor, rule: 'be.minimum-income' }),
  cost: (e) => ({ at: (gross) => employerSide(e, gross).cost, fallsAt: costFalls(e) }),
  net: (e) => ({ at: (gross) => workerSide(e, gross).net, fallsAt: netFalls(e), wiggle: netWiggle }),
  payslip: (e, gross) => payslip(head, e, gross),
});

function payslip(head: Head, e: Engagement, gross: bigint): Payslip {
  const worker = workerSide(e, gross);
  const lines = linesOf(e, worker, employerSide(e, gross));
  const { prior } = e;
  const isOrdinary = !e.isArtistTax;
  const state = stateAfter(e.month, {
    monthBase: prior.monthBase + worker.base,
    monthSpecial: prior.monthSpecial + worker.special,
    monthTaxable: isOrdinary ? prior.monthTaxable + worker.taxable : prior.monthTaxable,
    monthTax: isOrdinary ? prior.monthTax + worker.tax : prior.monthTax,
    quarterGross: prior.quarterGross + gross,
    quarterBase: prior.quarterBase + worker.base,
    quarterSpecial: prior.quarterSpecial + worker.special,
    bonus: prior.bonus + worker.bonusA + worker.bonusB,
    fiscalBonus: prior.fiscalBonus + worker.fiscal,
  });
  return payslipOf(head, gross, worker.taxable, lines, state);
}

/** The artists' reduction sets in at the minimum income: from there the same gross costs less. */
function costFalls(e: Engagement): readonly bigint[] {
  if (e.reductions?.artist === undefined) return [];
  return [firstGross(e.law.minimum, (gross) => referenceOf(e, gross))];
}

/** A flat special contribution sets in at once, and a bonus that is not known any more is counted as none. */
function netFalls(e: Engagement): readonly bigint[] {
  const falls: bigint[] = [];
  const { prior, law, taxation, isLastOfQuarter } = e;
  const jump = jumpAt(isLastOfQuarter ? law.specialQuarterly : law.specialMonthly, taxation);
  const before = isLastOfQuarter ? prior.quarterBase : prior.monthBase;
  if (jump !== null && jump > before) falls.push(firstGross(jump - before, (gross) => baseOf(e, gross)));
  const { silent } = e.status.bonus;
  if (silent) falls.push(firstGross(silent.above + 1n, (gross) => referenceOf(e, gross)));
  return falls.filter((gross) => gross > 0n).sort((a, b) => (a < b ? -1 : 1));
}

const firstGross = (target: bigint, at: (gross: bigint) => bigint): bigint =>
  smallestReaching(target, { at }, farAway) ?? farAway;
