import { type Rate, type Result, ok, refuse } from '@passerelle/values';
import { type FundCall, fundCallOf } from './default.js';
import { type CycleId, type Digest, type NodeId, byText } from './federation.js';
import { type Leg, legId } from './netting.js';
import { isMinorText } from './terms.js';
import { type Shares, type Waterfall, type WaterfallRefusal, waterfall } from './waterfall.js';

/** What the payees of one defaulter miss in one cycle and currency, in minor units by payee. */
export interface DefaultEvent {
  readonly cycle: CycleId;
  readonly defaulter: NodeId;
  readonly currency: string;
  readonly claims: Readonly<Record<NodeId, string>>;
}

/** What the roster says of the guarantee fund, in the currency of the event. */
export interface FundRules {
  readonly stakes: Shares;
  readonly usable: Rate;
}

export interface EventRefusal {
  readonly code: 'no-such-leg' | 'more-than-the-leg' | WaterfallRefusal['kind'];
  readonly detail: string;
}

/**
 * Who bears a default, as everybody computes it from the result of the cycle, the claims and the roster. The call is
 * named after the leg of the first payee by id.
 */
export function callOn(event: DefaultEvent, legs: readonly Leg[], fund: FundRules): Result<FundCall, EventRefusal> {
  const claims: Record<NodeId, bigint> = {};
  for (const [payee, text] of Object.entries(event.claims)) {
    const leg = legTo(payee, event, legs);
    if (leg === undefined || !isMinorText(text) || text === '0')
      return refuse({ code: 'no-such-leg', detail: `${event.defaulter} does not pay ${payee} in ${event.cycle}` });
    if (BigInt(text) > BigInt(leg.amount))
      return refuse({ code: 'more-than-the-leg', detail: `${payee} was to get ${leg.amount}, not ${text}` });
    claims[payee] = BigInt(text);
  }
  const first = legTo(Object.keys(claims).sort(byText)[0] ?? '', event, legs);
  if (first === undefined) return refuse({ code: 'no-such-leg', detail: 'nobody claims anything' });
  const amount = Object.values(claims).reduce((so, claim) => so + claim, 0n);
  const borne = waterfall({ ...fund, amount, defaulter: event.defaulter, claims });
  if (!borne.ok) return refuse({ code: borne.refusal.kind, detail: borne.refusal.detail });
  return ok(fundCallOf(first, amount, borne.value));
}

/** What each payee gets out of the stakes: its claim without what it bears itself. */
export const payoutsOf = ({ loss }: FundCall, claims: DefaultEvent['claims']): Shares =>
  Object.fromEntries(
    Object.entries(claims).map(([payee, claim]) => [payee, BigInt(claim) - BigInt(loss[payee] ?? '0')]),
  );

/** The reference under which the fund pays a payee, unlike that of any leg. */
export const payoutReference = (result: string, payee: NodeId, currency: string, digest: Digest): string =>
  legId(result, { from: 'fund', to: payee, currency }, digest);

/** What a call made everybody bear, as amounts. */
export const borneBy = ({ own, mutual, loss }: FundCall): Waterfall => ({
  own: BigInt(own),
  mutual: inAmounts(mutual),
  loss: inAmounts(loss),
});

const inAmounts = (shares: Readonly<Record<NodeId, string>>): Shares =>
  Object.fromEntries(Object.entries(shares).map(([node, amount]) => [node, BigInt(amount)]));

const legTo = (payee: NodeId, { cycle, defaulter, currency }: DefaultEvent, legs: readonly Leg[]): Leg | undefined =>
  legs.find((leg) => leg.cycle === cycle && leg.from === defaulter && leg.to === payee && leg.currency === currency);
