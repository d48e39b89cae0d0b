import { type Money, type PlainDate, ratio } from '@passerelle/values';
import type { InvoiceId } from '../../invoicing/invoices/invoice.js';
import { type Mission, homeIncome } from '../../missions/mission.js';
import type { NodeId } from '../../peers/received.js';

/** The kind of an obligation by which the home of a mission bears its part of what a client never paid. */
export const lossShare = 'default.share';

/** What a host gave up of an invoice. */
export interface LostClaim {
  readonly invoice: InvoiceId;
  readonly lost: Money;
  readonly gross: Money;
  readonly on: PlainDate;
}

/** The debt by which the home bears its part. */
export interface LossShare {
  readonly peer: NodeId;
  readonly debtor: NodeId;
  readonly amount: Money;
  readonly due: PlainDate;
  readonly kind: string;
  readonly text: string;
  readonly reference: string;
}

/**
 * What the home owes the host of what a client never paid, by the agreement that both have signed: nothing, all that the
 * host owed it for that part of the invoice, or the percentage that the host does not bear. Null when it owes nothing.
 */
export function lossShareOf({ role, terms }: Mission, claim: LostClaim): LossShare | null {
  if (role !== 'host') return null;
  const { home, reference } = terms;
  const part = homeIncome(terms).times(ratio(claim.lost.minor, claim.gross.minor), 'down');
  const amount = part.times(ratio(BigInt(100 - hostPercent(terms)), 100n), 'halfUp');
  if (!amount.isPositive()) return null;
  const text = `${reference}: part of what the client did not pay`;
  return {
    peer: home,
    debtor: home,
    amount,
    due: claim.on,
    kind: lossShare,
    text,
    reference: `default/${claim.invoice}`,
  };
}

function hostPercent({ defaultBearer }: Mission['terms']): number {
  if (defaultBearer === 'host') return 100;
  return defaultBearer === 'home' ? 0 : defaultBearer.hostPercent;
}
