import assert from 'node:assert/strict';
import type {
  AppliedFigure,
  Country,
  LawReference,
  LineGroup,
  LineShare,
  Payslip,
  PayslipLine,
  PayslipTerms,
  RuleRefusal,
  Words,
} from '@passerelle/rules';
import { smallestReaching } from '@passerelle/rules/kit';
import { type DatedEntry, Money, type Rate, type Result, ok, refuse, sum } from '@passerelle/values';
import { type PartGroup, partNames } from './part-words.js';
import type { Budget, DecidedRate, PartKept } from './payslip.js';

/** One part of the price, which it is: a reduction of another part is negative. All parts together are the price. */
export interface PricePart {
  readonly id: string;
  readonly group: PartGroup;
  readonly amount: Money;
  readonly base: Money | null;
  /** Null where the amount is not base × rate. */
  readonly rate: Rate | null;
  readonly localName: string | null;
  readonly words: Words;
  /** The version of the rule pack, or of the agreement or decision that set it. */
  readonly version: string;
  readonly figures: readonly AppliedFigure[];
  readonly law: LawReference | null;
}

/** Everything that decides what becomes of a price. */
export interface Deal {
  readonly price: Money;
  /** Null when home and host are one. */
  readonly hostShare: DecidedRate | null;
  readonly contribution: DecidedRate;
  /** What of the income is kept for expenses and does not become wage. */
  readonly setAside?: PartKept | null;
  readonly country: Country;
  readonly terms: PayslipTerms;
}

export interface Decomposition {
  readonly budget: Budget;
  /** The gross that gives this payslip when it is asked for. */
  readonly gross: Money;
  readonly payslip: Payslip;
  readonly parts: readonly PricePart[];
}

/** What becomes of every cent of the price, or the rule that refuses with its date, what is missing and the remedy. */
export function decompose(deal: Deal): Result<Decomposition, RuleRefusal> {
  const { country, terms, price } = deal;
  const split = splitOf(deal);
  if (split.wage.isNegative()) return refuse(nothingForWage(split, terms));
  const answer = country.fromCost(split.wage, terms);
  if (!answer.ok) return refuse(answer.refusal);
  const { gross, payslip, remainder } = answer.value;
  const budget = { ...split, remainder };
  const parts = partsOf(budget, payslip);
  const total = sum(
    parts.map(({ amount }) => amount),
    price.currency,
  );
  assert(total.equals(price), `the parts of ${price} make ${total}`);
  return ok({ budget, gross, payslip, parts });
}

/** The smallest price from which the wanted net remains, or the rule that refuses. */
export function priceForNet(net: Money, deal: Omit<Deal, 'price'>): Result<Money, RuleRefusal> {
  const answer = deal.country.fromNet(net, deal.terms);
  if (!answer.ok) return refuse(answer.refusal);
  const { currency } = net;
  const wageFrom = (minor: bigint): bigint => splitOf({ ...deal, price: new Money(minor, currency) }).wage.minor;
  const price = smallestReaching(answer.value.cost.minor, { at: wageFrom }, answer.value.cost.minor * 1000n);
  return price === undefined ? refuse(everythingShared(deal, net)) : ok(new Money(price, currency));
}

/** Host share and contribution, each half up, and what they leave for the wage. */
export function splitOf({
  price,
  hostShare,
  contribution,
  setAside = null,
}: Pick<Deal, 'price' | 'hostShare' | 'contribution' | 'setAside'>): Omit<Budget, 'remainder'> {
  const kept = hostShare === null ? Money.zero(price.currency) : price.times(hostShare.rate, 'halfUp');
  const income = price.minus(kept);
  const contributed = income.times(contribution.rate, 'halfUp');
  return {
    price,
    hostShare: kept,
    income,
    contribution: contributed,
    decided: { hostShare, contribution },
    setAside,
    wage: setAside === null ? income.minus(contributed) : income.minus(contributed).minus(setAside.amount),
  };
}

const nothingForWage = ({ wage }: Omit<Budget, 'remainder'>, { last }: PayslipTerms): RuleRefusal => ({
  kind: 'impossible-facts',
  rule: 'set-aside',
  date: last,
  field: 'setAside',
  missing: wage.negated(),
  detail: 'More is set aside than the contribution leaves of the income.',
  remedy: 'Set less aside for expenses.',
});

const everythingShared = ({ terms }: Omit<Deal, 'price'>, net: Money): RuleRefusal => ({
  kind: 'impossible-facts',
  rule: 'policy.contributionRate',
  date: terms.first,
  field: 'net',
  detail: `Host share and contribution leave nothing of a price for a net of ${net}.`,
  remedy: 'Agree on a smaller host share.',
});

/** The parts of a price, from what is kept of it: the same today as on the day the payslip was made. */
export function partsOf(budget: Budget, payslip: Payslip): readonly PricePart[] {
  const { version } = payslip;
  const { hostShare, contribution } = budget.decided;
  const plain = { base: null, rate: null, localName: null, version, figures: [], law: null };
  const net = { ...plain, id: 'net', group: 'net', amount: payslip.net, words: partNames.net } as const;
  const kept = { ...plain, id: 'set-aside', group: 'set_aside', words: partNames.setAside } as const;
  const rest = { ...plain, id: 'remainder', group: 'remainder', words: partNames.remainder } as const;
  return [
    ...(hostShare
      ? [
          decided(
            'host-share',
            'host_share',
            { amount: budget.hostShare, base: budget.price },
            hostShare,
            partNames.hostShare,
          ),
        ]
      : []),
    ...(contribution
      ? [
          decided(
            'contribution',
            'contribution',
            { amount: budget.contribution, base: budget.income },
            contribution,
            partNames.contribution,
          ),
        ]
      : []),
    ...payslip.lines.flatMap((line) => partsOfLine(line, version)),
    net,
    ...(budget.setAside === null ? [] : [{ ...kept, amount: budget.setAside.amount }]),
    ...(budget.remainder.isZero() ? [] : [{ ...rest, amount: budget.remainder }]),
  ];
}

const decided = (
  id: string,
  group: PartGroup,
  { amount, base }: { readonly amount: Money; readonly base: Money },
  { rate, version, figure }: DecidedRate,
  words: Words,
): PricePart => ({ id, group, amount, base, rate, localName: null, words, version, figures: [figure], law: null });

/** Gross and refunds go through the net; what is held back and what comes on top are parts of their own. */
function partsOfLine(line: PayslipLine, version: string): readonly PricePart[] {
  const { id, base, localName, words, figures, law, worker, employer } = line;
  const shared = { base, localName, words, version, figures, law };
  if (line.group === 'earned' || line.group === 'net_addition') {
    const beside = amountOf(employer, line).minus(amountOf(worker, line));
    return beside.isZero() ? [] : [{ ...shared, id, group: 'paid_on_top', rate: null, amount: beside }];
  }
  const parts: PricePart[] = [];
  if (worker)
    parts.push({ ...shared, id, group: groupOf(line.group), rate: worker.rate, amount: worker.amount.negated() });
  if (employer)
    parts.push({
      ...shared,
      id: worker ? `${id}/employer` : id,
      group: line.group === 'tax' ? 'tax' : 'paid_on_top',
      rate: employer.rate,
      amount: employer.amount,
    });
  return parts;
}

function amountOf(share: LineShare | null, { worker, employer }: PayslipLine): Money {
  const either = worker ?? employer;
  assert(either, 'a line has an amount');
  return share?.amount ?? Money.zero(either.amount.currency);
}

/** How people see the groups of the law's payslip. */
export function groupOf(group: LineGroup): PartGroup {
  switch (group) {
    case 'earned':
      return 'earned';
    case 'worker_social':
      return 'held_back_social';
    case 'tax':
      return 'tax';
    case 'employer_social':
      return 'paid_on_top';
    case 'net_addition':
    case 'net_deduction':
      return 'expenses_and_corrections';
  }
}

/** A decision of the members as the rate it sets. */
export const decidedBy = (name: string, { value, from, source, confidence }: DatedEntry<Rate>): DecidedRate => ({
  rate: value,
  version: from,
  figure: { name, from, source, confidence },
});
