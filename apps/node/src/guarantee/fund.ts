import { type Cause, type Posting, account } from '@passerelle/ledger';
import { type Money, type PlainDate, max, min } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MissionId } from '../missions/mission.js';

export type FundEntryId = string & { readonly __fundEntry: true };

/**
 * `endowed`: money is put into the fund. `advanced`: it carries a wage until the mission's money comes. `repaid`: that
 * money came. `lost`: it will not come. `recovered`: it came after all.
 */
export type FundEntryKind = 'endowed' | 'advanced' | 'repaid' | 'lost' | 'recovered';

/** What one event does to the fund: signed changes of its money, of what it has advanced, of what it lacked. */
export interface FundChange {
  readonly cash: Money;
  readonly advanced: Money;
  /** What the cooperative's other money carries in the fund's stead. */
  readonly shortfall: Money;
}

export interface FundEntry extends FundChange {
  readonly id: FundEntryId;
  readonly entity: EntityId;
  readonly day: PlainDate;
  readonly kind: FundEntryKind;
  readonly mission: MissionId | null;
  /** For people: who decided it, or what it followed from. Names nobody. */
  readonly text: string;
}

/** Money that came for a mission. The same cause counts once for each mission. */
export interface MissionMoney {
  readonly mission: MissionId;
  readonly amount: Money;
  readonly cause: Cause;
}

/** What of a mission is open between the fund, the other money of the cooperative, and what came for the mission. */
export interface MissionFunding {
  readonly advanced: Money;
  readonly shortfall: Money;
  /** Given up for good and not recovered since. */
  readonly lost: Money;
  /** Came and was used for nothing yet. */
  readonly available: Money;
}

/** The fund's money, the part of the bank that is set aside for wages. */
export const fundCash = account('fund.cash');

export const advanceAccount = (mission: MissionId) => account('fund.advance', mission);

export const shortfallAccount = (mission: MissionId) => account('fund.shortfall', mission);

/** What the members have set aside, less what is lost for good. */
export const fundItself = account('fund');

/**
 * The postings of a change. They sum to zero without the bank: the fund is kept as a circle of accounts of its own,
 * fund = cash + advances − shortfalls, beside the bank account that holds its money together with all other money.
 */
export function fundPostings({ cash, advanced, shortfall }: FundChange, mission: MissionId | null): Posting[] {
  const changes: Posting[] = [
    ...(mission === null
      ? []
      : [
          { account: advanceAccount(mission), amount: advanced },
          { account: shortfallAccount(mission), amount: shortfall.negated() },
        ]),
    { account: fundCash, amount: cash },
    { account: fundItself, amount: cash.plus(advanced).minus(shortfall).negated() },
  ];
  return changes.filter(({ amount }) => !amount.isZero());
}

/** What of a wage the fund must advance, and from where. */
export interface Advance extends FundChange {
  /** Paid with the mission's own money, which has come already. */
  readonly received: Money;
  /** Why there is a shortfall: the fund's money does not suffice, or the policy allows no more for one mission. */
  readonly reason: 'cash' | 'limit' | null;
}

export interface WageFunding {
  readonly wage: Money;
  /** Money of the mission that came and is not used yet. */
  readonly available: Money;
  readonly fundCash: Money;
  /** What the fund may still advance for the mission by policy; null when its members decided no limit. */
  readonly mayAdvance: Money | null;
}

/** The wage is paid in full whatever happens; this says which money carries it. */
export function advanceFor({ wage, available, fundCash: has, mayAdvance }: WageFunding): Advance {
  const zero = wage.minus(wage);
  const received = min(wage, available);
  const advanced = wage.minus(received);
  const allowed = mayAdvance === null ? advanced : min(advanced, max(zero, mayAdvance));
  const fromFund = min(allowed, max(zero, has));
  const shortfall = advanced.minus(fromFund);
  const reason = shortfall.isZero() ? null : fromFund.isLessThan(allowed) ? 'cash' : 'limit';
  return { received, cash: fromFund.negated(), advanced, shortfall, reason };
}

/** What a mission's money, or its loss, does to what was advanced: other money that stepped in is freed first. */
export function closing(amount: Money, open: { readonly advanced: Money; readonly shortfall: Money }): FundChange {
  const shortfall = min(amount, open.shortfall);
  return { cash: amount.minus(shortfall), advanced: amount.negated(), shortfall: shortfall.negated() };
}
