import { type CurrencyCode, Money, type Result, ok, refuse } from '@passerelle/values';
import type { NodeId } from './federation.js';
import type { Obligation } from './obligation.js';
import { amountOf } from './terms.js';

/** The most a creditor lets a debtor owe it in one currency, as granted by its signed `limit.set`. */
export interface Cap {
  readonly creditor: NodeId;
  readonly debtor: NodeId;
  readonly amount: Money;
}

/**
 * One node's view of a debtor's debt under a cap: what is agreed, and what this node has reserved for its own open
 * proposals. Each side keeps its own view and moves it inside the transaction that moves the obligation; when both keep
 * `agreed + reserved` within the cap, no crossing of messages can bring the debt above it.
 */
export interface Exposure {
  readonly cap: Money;
  readonly agreed: Money;
  readonly reserved: Money;
}

export interface LimitRefusal {
  readonly code: 'limit';
  readonly missing: Money;
  readonly detail: string;
}

export type Warning = 'none' | 'above-70' | 'above-90';

export const exposureUnder = ({ amount }: Cap): Exposure => ({
  cap: amount,
  agreed: Money.zero(amount.currency),
  reserved: Money.zero(amount.currency),
});

export const used = ({ agreed, reserved }: Exposure): Money => agreed.plus(reserved);

/** Before proposing: sets the amount aside until the other side has answered. */
export const reserve = (exposure: Exposure, amount: Money): Result<Exposure, LimitRefusal> =>
  within({ ...exposure, reserved: exposure.reserved.plus(amount) }, amount);

/** Before accepting the other side's proposal: checked against the balance after every accept before it. */
export const accept = (exposure: Exposure, amount: Money): Result<Exposure, LimitRefusal> =>
  within({ ...exposure, agreed: exposure.agreed.plus(amount) }, amount);

/** Judges a batch item by item: a refused one takes no room from those after it. */
export function acceptBatch(
  exposure: Exposure,
  amounts: readonly Money[],
): { readonly exposure: Exposure; readonly items: readonly Result<Exposure, LimitRefusal>[] } {
  let now = exposure;
  const items = amounts.map((amount) => {
    const item = accept(now, amount);
    if (item.ok) now = item.value;
    return item;
  });
  return { exposure: now, items };
}

/** The other side has accepted what was reserved. Never refused: the room was set aside before the proposal. */
export const confirm = (exposure: Exposure, amount: Money): Exposure => ({
  ...exposure,
  reserved: exposure.reserved.minus(amount),
  agreed: exposure.agreed.plus(amount),
});

/**
 * The proposal can no longer be accepted: it was rejected, or withdrawn *and* the other side has shown that it saw the
 * withdrawal. Before that a crossing accept may still win, so the room stays taken.
 */
export const letGo = (exposure: Exposure, amount: Money): Exposure => ({
  ...exposure,
  reserved: exposure.reserved.minus(amount),
});

/** A debt was settled or declared void. */
export const discharge = (exposure: Exposure, amount: Money): Exposure => ({
  ...exposure,
  agreed: exposure.agreed.minus(amount),
});

export const warningOf = (exposure: Exposure): Warning => {
  const [taken, cap] = [used(exposure).minor, exposure.cap.minor];
  if (taken * 10n >= cap * 9n) return 'above-90';
  return taken * 10n >= cap * 7n ? 'above-70' : 'none';
};

/**
 * The exposure that the pair's obligations amount to in this node's view: what the stored numbers must equal.
 * `seenByPeer` is the highest `ack` in the peer's messages.
 */
export function exposureOf(
  cap: Cap,
  obligations: Iterable<Obligation>,
  view: { readonly me: NodeId; readonly seenByPeer: number },
): Exposure {
  let exposure = exposureUnder(cap);
  for (const obligation of obligations) {
    const { terms } = obligation;
    if (terms.debtor !== cap.debtor || terms.creditor !== cap.creditor) continue;
    if (terms.currency !== cap.amount.currency) continue;
    if (isOwed(obligation)) exposure = { ...exposure, agreed: exposure.agreed.plus(amountOf(terms)) };
    else if (isReserved(obligation, view))
      exposure = { ...exposure, reserved: exposure.reserved.plus(amountOf(terms)) };
  }
  return exposure;
}

/** NDC: no position of the debtor can be below minus this, since each bilateral debt stays within its cap. */
export const netDebitCap = (caps: readonly Cap[], debtor: NodeId, currency: CurrencyCode): Money =>
  caps
    .filter((cap) => cap.debtor === debtor && cap.amount.currency === currency)
    .reduce((so, cap) => so.plus(cap.amount), Money.zero(currency));

const isOwed = ({ state }: Obligation): boolean => state === 'agreed' || state === 'held';

const isReserved = (
  { proposer, state, withdrawSeq }: Obligation,
  { me, seenByPeer }: { readonly me: NodeId; readonly seenByPeer: number },
): boolean =>
  proposer === me &&
  (state === 'proposed' || (state === 'withdrawn' && withdrawSeq !== null && seenByPeer < withdrawSeq));

function within(after: Exposure, amount: Money): Result<Exposure, LimitRefusal> {
  const missing = used(after).minus(after.cap);
  if (!missing.isPositive()) return ok(after);
  const detail = `${amount} more would bring the debt to ${used(after)}, ${missing} above the cap of ${after.cap}`;
  return refuse({ code: 'limit', missing, detail });
}
