import type { PayslipTerms } from '../kit/country.js';
import { type RuleRefusal, refusals } from '../kit/refusal.js';
import { hundredths } from './decimals.js';
import type { Facts } from './facts.js';

/** Facts that are each possible and together not. */
export function contradiction(facts: Facts, { first, paidOn, days }: PayslipTerms): RuleRefusal | undefined {
  const { impossible, notCovered } = refusals('fr.facts', first);
  const { status, contract } = facts;
  if (paidOn < first)
    return impossible('paidOn', `It is paid on ${paidOn}, before the work.`, 'Pay after the first day.');
  if ((status === 'artist' || status === 'technician') && (contract === 'cdi' || contract === 'cdd'))
    return notCovered(
      'contract',
      `An ${status} under a ${contract.toUpperCase()} is not covered: annexes 8 and 10 are for the CDDU.`,
      'Leave the contract out, or pay a permanent member of an ensemble with other software.',
    );
  if (status === 'entrepreneur' && (contract === 'cdd' || contract === 'cddu'))
    return impossible('contract', 'A CESA is open-ended.', 'Leave the contract out.');
  if (facts.taxHome === 'abroad')
    return notCovered(
      'taxHome',
      'The deduction at source of non-residents, and treaties, are not covered.',
      'Ask the tax office for non-residents, and pay with its answer outside this software.',
    );
  const weekly = hundredths(facts.weeklyHours);
  if (weekly === 0n || weekly > 3_500n)
    return (weekly === 0n ? impossible : notCovered)(
      'weeklyHours',
      'Hours of a week are more than 0; overtime above 35 is not covered.',
      'Give the hours of the contract, at most 35.',
    );
  const share = shares.find((name) => hundredths(facts[name]) > 10_000n);
  if (share) return impossible(share, 'A share is at most 100 percent.', 'Give a percent up to 100.');
  const payDays = payDaysOf(facts);
  if (payDays && payDays.length !== days)
    return impossible(
      'payDay1',
      `Pay is given for ${payDays.length} days, and ${days} were worked.`,
      'Give the pay of each day worked, or of none.',
    );
  return undefined;
}

const shares = ['healthEmployerShare', 'withholdingRate'] as const;

/** The pays of an artist's days, where they were given. */
export function payDaysOf({ payDay1, payDay2, payDay3, payDay4 }: Facts): readonly bigint[] | undefined {
  if (payDay1 === '0' && payDay2 === '0' && payDay3 === '0' && payDay4 === '0') return undefined;
  const pays = [payDay1, payDay2, payDay3, payDay4].map(hundredths).filter((amount) => amount > 0n);
  return pays.length === 0 ? undefined : pays;
}
