import { type Rate, type Result, mulDiv, ok, refuse } from '@passerelle/values';
import type { Digest, NodeId } from './federation.js';
import { type LegRecord, type LegStanding, missingOf } from './leg.js';
import type { Leg } from './netting.js';
import type { Waterfall } from './waterfall.js';

export const standingMoves: Readonly<Record<LegStanding, readonly LegStanding[]>> = {
  'on-time': ['late'],
  late: ['unpaid'],
  unpaid: ['late', 'defaulted'],
  defaulted: [],
};

export type StandingInput =
  | { readonly kind: 'payment-date-passed' }
  /** Payee: the days of grace are over. */
  | { readonly kind: 'grace-passed' }
  /** Payer: the payee says that so much is missing. */
  | { readonly kind: 'said-unpaid'; readonly from: NodeId; readonly missing: bigint }
  /** The payer's answer: a proof of its bank that the payee has checked, so the money is on its way. */
  | { readonly kind: 'proof-checked'; readonly isGood: boolean }
  /** Payee: a peer gave back, after a restore, that this node has called the fund. */
  | { readonly kind: 'called-before' };

export type StandingEffect =
  | { readonly kind: 'remind'; readonly missing: bigint }
  /** Payee: send `leg.unpaid`. */
  | { readonly kind: 'tell-unpaid'; readonly missing: bigint }
  /** Payer: show the bank's proof, if there is one. */
  | { readonly kind: 'answer-with-proof'; readonly missing: bigint }
  /** The fund is called for the missing amount and the payer's caps become 0. */
  | { readonly kind: 'call-fund'; readonly defaulter: NodeId; readonly missing: bigint };

export interface StandingRefusal {
  readonly code: 'wrong-party' | 'not-now';
  readonly detail: string;
}

export type StandingDecision = Result<
  { readonly next: LegRecord; readonly effects: readonly StandingEffect[] },
  StandingRefusal
>;

/** From on time over late and unpaid to defaulted. A leg that was received in full stays where it is. */
export function decideStanding(record: LegRecord, input: StandingInput): StandingDecision {
  const missing = missingOf(record);
  if (missing === 0n) return ok({ next: record, effects: [] });
  switch (input.kind) {
    case 'payment-date-passed':
      return move(record, 'on-time', 'late', [{ kind: 'remind', missing }]);
    case 'grace-passed':
      return move(record, 'late', 'unpaid', [{ kind: 'tell-unpaid', missing }]);
    case 'said-unpaid':
      if (input.from !== record.leg.to) return no('wrong-party', `${input.from} is not paid by this leg`);
      return ok({
        next: { ...record, standing: record.standing === 'defaulted' ? 'defaulted' : 'unpaid' },
        effects: [{ kind: 'answer-with-proof', missing: input.missing }],
      });
    case 'proof-checked':
      if (input.isGood) return move(record, 'unpaid', 'late', [{ kind: 'remind', missing }]);
      return move(record, 'unpaid', 'defaulted', [{ kind: 'call-fund', defaulter: record.leg.from, missing }]);
    case 'called-before':
      return ok({ next: { ...record, standing: 'defaulted' }, effects: [] });
  }
}

/**
 * What of a default came in after all, in minor units: whatever was received beyond the part that the call did not miss.
 * It follows from the statement and the call alone, so a restored node counts nothing twice and forgets nothing.
 */
export function recoveredOf({ leg, received }: LegRecord, shortfall: bigint): bigint {
  const recovered = BigInt(received) + shortfall - BigInt(leg.amount);
  return recovered > 0n ? recovered : 0n;
}

/** Interest on what came late, in minor units: yearly rate, actual days over 365, rounded once, half to even. */
export const lateInterest = (missing: bigint, yearly: Rate, days: number): bigint =>
  mulDiv(missing, yearly.num * BigInt(days), yearly.den * 365n, 'halfEven');

/** What all members compute for a default and approve: its hash is the `result` of `fund.call`. */
export interface FundCall {
  readonly leg: string;
  readonly defaulter: NodeId;
  readonly currency: string;
  readonly shortfall: string;
  readonly own: string;
  readonly mutual: Readonly<Record<NodeId, string>>;
  readonly loss: Readonly<Record<NodeId, string>>;
}

export const fundCallOf = (leg: Leg, shortfall: bigint, { own, mutual, loss }: Waterfall): FundCall => ({
  leg: leg.leg,
  defaulter: leg.from,
  currency: leg.currency,
  shortfall: `${shortfall}`,
  own: `${own}`,
  mutual: inText(mutual),
  loss: inText(loss),
});

export const fundCallHash = (call: FundCall, digest: Digest): string => digest({ what: 'fund.call', ...call });

const inText = (shares: Readonly<Record<NodeId, bigint>>): Record<NodeId, string> =>
  Object.fromEntries(Object.entries(shares).map(([node, amount]) => [node, `${amount}`]));

/** Repeats change nothing; a moment that comes before its turn is refused. */
function move(
  record: LegRecord,
  from: LegStanding,
  to: LegStanding,
  effects: readonly StandingEffect[],
): StandingDecision {
  if (record.standing === from) return ok({ next: { ...record, standing: to }, effects });
  const order: readonly LegStanding[] = ['on-time', 'late', 'unpaid', 'defaulted'];
  return order.indexOf(record.standing) < order.indexOf(from)
    ? no('not-now', `the leg is ${record.standing}, not ${from}`)
    : ok({ next: record, effects: [] });
}

const no = (code: StandingRefusal['code'], detail: string): StandingDecision => refuse({ code, detail });
