import { type Cap, type Exposure, type Obligation, amountOf, exposureUnder } from '@passerelle/settlement';
import { Money } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import type { Pair, Taken, Withdrawing } from './pair.js';

type Change = { readonly before: Obligation | undefined; readonly next: Obligation };

/** The pair's sums after one of its obligations has changed. */
export function movedBy(pair: Pair, { before, next }: Change, me: NodeId): Pick<Pair, 'taken' | 'withdrawing'> {
  const { debtor, currency } = next.terms;
  const was = before ? partOf(before, me) : nothing;
  const is = partOf(next, me);
  const isIt = (each: Taken): boolean => each.debtor === debtor && each.currency === currency;
  const sum = pair.taken.find(isIt) ?? { agreed: '0', reserved: '0' };
  const moved = {
    debtor,
    currency,
    agreed: `${BigInt(sum.agreed) + is.agreed - was.agreed}`,
    reserved: `${BigInt(sum.reserved) + is.reserved - was.reserved}`,
  };
  return {
    taken: [...pair.taken.filter((each) => !isIt(each)), moved],
    withdrawing: withdrawingAfter(pair, next, me),
  };
}

/** The exposure of the pair under a cap, in this node's view. */
export function exposureIn(pair: Pair, cap: Cap): Exposure {
  const isUnder = (each: { readonly debtor: NodeId; readonly currency: string }): boolean =>
    each.debtor === cap.debtor && each.currency === cap.amount.currency;
  const { agreed, reserved } = pair.taken.find(isUnder) ?? { agreed: '0', reserved: '0' };
  const leaving = pair.withdrawing.filter((each) => isUnder(each) && each.seq > pair.seen);
  const kept = leaving.reduce((so, { amount }) => so + BigInt(amount), BigInt(reserved));
  const { currency } = cap.amount;
  return { ...exposureUnder(cap), agreed: new Money(BigInt(agreed), currency), reserved: new Money(kept, currency) };
}

const nothing = { agreed: 0n, reserved: 0n };

/** What an obligation adds to the sums. */
function partOf({ terms, state, proposer }: Obligation, me: NodeId): typeof nothing {
  const amount = amountOf(terms).minor;
  if (state === 'agreed' || state === 'held') return { agreed: amount, reserved: 0n };
  return state === 'proposed' && proposer === me ? { agreed: 0n, reserved: amount } : nothing;
}

/** Those whose withdrawal the peer has seen by now hold no room any more. */
function withdrawingAfter({ withdrawing, seen }: Pair, next: Obligation, me: NodeId): readonly Withdrawing[] {
  const { terms, state, proposer, withdrawSeq: seq } = next;
  const { obligation, debtor, currency, amount } = terms;
  const others = withdrawing.filter((each) => each.obligation !== obligation && each.seq > seen);
  const isLeaving = state === 'withdrawn' && proposer === me && seq !== null;
  return isLeaving ? [...others, { obligation, debtor, currency, amount, seq }] : others;
}
