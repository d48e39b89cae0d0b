import type { PayslipTerms } from '../kit/country.js';
import type { Fact } from '../kit/facts.js';
import type { RuleRefusal } from '../kit/refusal.js';
import { centsOfText, hundredths } from './decimals.js';
import * as ask from './facts.js';

/** Facts that are each possible and together not. */
export function contradiction({ facts, first, paidOn, days }: PayslipTerms): RuleRefusal | undefined {
  const refused = (kind: RuleRefusal['kind'], field: string, detail: string, remedy: string): RuleRefusal => ({
    kind,
    rule: 'fr.facts',
    date: first,
    field,
    detail,
    remedy,
  });
  const status = ask.status.of(facts);
  const contract = ask.contract.of(facts);
  const isShow = status === 'artist' || status === 'technician';
  if (paidOn < first)
    return refused(
      'impossible-facts',
      'paidOn',
      `It is paid on ${paidOn}, before the work.`,
      'Pay after the first day.',
    );
  if (isShow && (contract === 'cdi' || contract === 'cdd'))
    return refused(
      'not-covered',
      'contract',
      `An ${status} under a ${contract.toUpperCase()} is not covered: annexes 8 and 10 are for the CDDU.`,
      'Leave the contract out, or pay a permanent member of an ensemble with other software.',
    );
  if (status === 'entrepreneur' && (contract === 'cdd' || contract === 'cddu'))
    return refused('impossible-facts', 'contract', 'A CESA is open-ended.', 'Leave the contract out.');
  if (ask.taxHome.of(facts) === 'abroad')
    return refused(
      'not-covered',
      'taxHome',
      'The deduction at source of non-residents, and treaties, are not covered.',
      'Ask the tax office for non-residents, and pay with its answer outside this software.',
    );
  const weekly = hundredths(ask.weeklyHours.of(facts));
  if (weekly === 0n || weekly > 3_500n)
    return refused(
      weekly === 0n ? 'impossible-facts' : 'not-covered',
      'weeklyHours',
      'Hours of a week are more than 0; overtime above 35 is not covered.',
      'Give the hours of the contract, at most 35.',
    );
  for (const share of [ask.healthEmployerShare, ask.withholdingRate])
    if (hundredths(share.of(facts)) > 10_000n)
      return refused('impossible-facts', share.name, 'A share is at most 100 percent.', 'Give a percent up to 100.');
  const payDays = payDaysOf(facts);
  if (payDays && payDays.length !== days)
    return refused(
      'impossible-facts',
      'payDay1',
      `Pay is given for ${payDays.length} days, and ${days} were worked.`,
      'Give the pay of each day worked, or of none.',
    );
  return undefined;
}

/** The pays of an artist's days, where they were given. */
export function payDaysOf(facts: Readonly<Record<string, Fact>>): readonly bigint[] | undefined {
  if (!ask.payDays.some(({ name }) => name in facts)) return undefined;
  const said = ask.payDays.map((field) => centsOfText(field.of(facts))).filter((amount) => amount > 0n);
  return said.length === 0 ? undefined : said;
}
