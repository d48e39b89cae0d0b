import { type Cause, type Transaction, account, transaction } from '@passerelle/ledger';
import type { RosterContent } from '@passerelle/protocol';
import type { DefaultEvent, FundCall, FundRules, Leg, Waterfall } from '@passerelle/settlement';
import { type CurrencyCode, Money, Rate, percent } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import type { Booked } from '../obligations/obligation.js';

/** A default and how it is shared out, as this node keeps it. */
export interface KeptCall {
  /** The hash that every member computes; it names the call. */
  readonly result: string;
  readonly event: DefaultEvent;
  readonly call: FundCall;
  /** The ids under which members have spoken of it. */
  readonly ids: readonly string[];
  /** Signatures of the members that computed the same, by node. */
  readonly approvals: Readonly<Record<NodeId, string>>;
  /** `open`: no quorum yet. `standing`: it is booked. `repaid`: all of it came back. */
  readonly status: 'open' | 'standing' | 'repaid';
  /** What is still borne, after what came back. */
  readonly rest: BorneText;
  /** What came back to this node, as a payee, and where it went. */
  readonly back: PaidBack;
}

/** Money of a default that a payee got after all; all so far, in minor units. */
export interface PaidBack {
  /** Taken off what everybody bears. */
  readonly shared: string;
  /** Of that, how much each member has heard of. */
  readonly told: Readonly<Record<NodeId, string>>;
  /** What of it belongs to each other member. */
  readonly owed: Readonly<Record<NodeId, string>>;
}

export const nothingBack: PaidBack = { shared: '0', told: {}, owed: {} };

export interface BorneText {
  readonly own: string;
  readonly mutual: Readonly<Record<NodeId, string>>;
  readonly loss: Readonly<Record<NodeId, string>>;
}

/** What a member said of a call that this node cannot judge yet. */
export interface FundWord {
  readonly by: NodeId;
  readonly kind: 'call' | 'repay';
  /** The cycle of a call, or the id of the call that was repaid: what has to become known first. */
  readonly waitsFor: string;
  readonly body: object;
}

export const repayKind = 'fund.repay';

/** Whether the leg is one of those that were not paid. */
export const isAbout = (
  { event }: Pick<KeptCall, 'event'>,
  { from, currency, cycle }: Pick<Leg, 'from' | 'currency' | 'cycle'>,
): boolean => event.defaulter === from && event.currency === currency && event.cycle === cycle;

/** The part of the guarantee fund that the roster lets one event use, in one currency. */
export function fundRules({ fund }: RosterContent, currency: string): FundRules {
  const stakes = (fund?.stakes ?? []).filter((stake) => stake.currency === currency);
  return {
    stakes: Object.fromEntries(stakes.map(({ node, amount }) => [node, BigInt(amount)])),
    usable: fund ? percent(fund.eventSharePercent) : Rate.zero,
  };
}

export const callCause = ({ leg }: FundCall): Cause => `fund-call:${leg}`;

/** What the member bears itself by the call: its own loss, its part of the others' stakes, or its own stake. */
export function ownPart({ call }: Pick<KeptCall, 'call'>, me: NodeId): bigint {
  const own = call.defaulter === me ? BigInt(call.own) : 0n;
  return own + BigInt(call.mutual[me] ?? '0');
}

/** A member's stake pays its part. */
export const stakeBooking = (
  { call, entity }: { readonly call: FundCall; readonly entity: string },
  amount: Money,
  { id, day }: Booked,
): Transaction =>
  transaction({
    id,
    day,
    entity,
    kind: 'fund-stake-used',
    cause: callCause(call),
    text: `Default of ${call.defaulter}`,
  })
    .debit(account('fund.loss'), amount)
    .credit(account('fund.stake'), amount)
    .mustBuild();

/** A payee's claim becomes what the fund pays and what it bears itself; money that came meanwhile is recovered. */
export function claimBooking(
  { call, entity, cycle }: { readonly call: FundCall; readonly entity: string; readonly cycle: string },
  of: { readonly payout: Money; readonly loss: Money; readonly missing: Money; readonly reference: string },
  { id, day }: Booked,
): Transaction {
  const { payout, loss, missing, reference } = of;
  return transaction({
    id,
    day,
    entity,
    kind: 'fund-called',
    cause: callCause(call),
    text: `Default of ${call.defaulter} in cycle ${cycle}`,
  })
    .debitUnlessZero(account('fund.due', reference), payout)
    .debitUnlessZero(account('fund.loss'), loss)
    .creditUnlessZero(account('clearing', cycle), missing)
    .creditUnlessZero(account('fund.recovered'), payout.plus(loss).minus(missing))
    .mustBuild();
}

/** The fund has paid a payee, as its own bank statement shows. */
export const payoutBooking = (
  { call, entity }: { readonly call: FundCall; readonly entity: string },
  of: { readonly line: string; readonly amount: Money; readonly reference: string },
  { id, day }: Booked,
): Transaction =>
  transaction({
    id,
    day,
    entity,
    kind: 'fund-paid',
    cause: `bank-line:${of.line}`,
    text: `Fund, default of ${call.defaulter}`,
  })
    .debit(account('suspense'), of.amount)
    .credit(account('fund.due', of.reference), of.amount)
    .mustBuild();

/** What this member had borne itself came back to it. */
export const regainedBooking = (
  { call, entity, cause }: { readonly call: FundCall; readonly entity: string; readonly cause: Cause },
  amount: Money,
  { id, day }: Booked,
): Transaction =>
  transaction({ id, day, entity, kind: 'fund-regained', cause, text: `Default of ${call.defaulter}, paid after all` })
    .debit(account('fund.recovered'), amount)
    .credit(account('fund.loss'), amount)
    .mustBuild();

export const moneyIn = (minor: bigint | string, currency: string): Money =>
  new Money(BigInt(minor), currency as CurrencyCode);

export const borneText = ({ own, mutual, loss }: Waterfall): BorneText => ({
  own: `${own}`,
  mutual: inText(mutual),
  loss: inText(loss),
});

export const isNothing = ({ own, mutual, loss }: Waterfall): boolean =>
  [own, ...Object.values(mutual), ...Object.values(loss)].every((amount) => amount === 0n);

const inText = (shares: Readonly<Record<NodeId, bigint>>): Record<NodeId, string> =>
  Object.fromEntries(Object.entries(shares).map(([node, amount]) => [node, `${amount}`]));
