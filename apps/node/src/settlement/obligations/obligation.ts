import { type Cause, type Transaction, account, reverse, transaction } from '@passerelle/ledger';
import { type Obligation, type ObligationTerms, amountOf } from '@passerelle/settlement';
import type { Money, PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { MissionId } from '../../missions/mission.js';
import type { NodeId } from '../../peers/received.js';

/** UUID version 7, chosen once by whoever proposes. */
export type ObligationId = string & { readonly __obligation: true };

/** What this branch and another one owe each other, as this node keeps it. */
export interface KeptObligation {
  readonly id: ObligationId;
  /** The other one of the two. */
  readonly peer: NodeId;
  /** The legal entity in whose book it stands. */
  readonly entity: EntityId;
  /** The mission of this node that it pays for; null for one made by hand. */
  readonly mission: MissionId | null;
  readonly obligation: Obligation;
  /** Why it was rejected or is disputed. */
  readonly code: string | null;
  /** What a dispute rests on, in the words of whoever disputes it. */
  readonly evidence: string | null;
  readonly proposedAt: Date;
}

/** The kind of an obligation that pays the home of a mission its part. */
export const missionFee = 'mission.fee';

export const amountIn = ({ obligation }: Pick<KeptObligation, 'obligation'>): Money => amountOf(obligation.terms);

export const causeOf = (id: ObligationId): Cause => `obligation:${id}`;

export interface Booked {
  readonly id: string;
  readonly day: PlainDate;
}

/** Both sides book the debt when it is agreed: cost and debt at the debtor, claim and income at the creditor. */
export function agreedBooking(kept: KeptObligation, { id, day }: Booked): Transaction {
  const { peer, obligation, entity } = kept;
  const { terms } = obligation;
  const entry = { id, entity, day, kind: 'obligation-agreed', cause: causeOf(kept.id), text: textOf(terms) };
  const amount = amountIn(kept);
  return owedBy(kept) === 'us'
    ? transaction(entry).debit(otherSide(kept), amount).credit(account('due.to', peer), amount).mustBuild()
    : transaction(entry).debit(account('due.from', peer), amount).credit(otherSide(kept), amount).mustBuild();
}

/** The two have agreed that it was never owed. */
export const voidedBooking = (agreed: Transaction, { id, day }: Booked): Transaction =>
  reverse(agreed, { id, day, text: `${agreed.text}, void`, kind: 'obligation-voided' });

/** A cycle settles the debt: what is left is the payment of the cycle's net. */
export function settledBooking(kept: KeptObligation, cycle: string, { id, day }: Booked): Transaction {
  const { peer, obligation, entity } = kept;
  const text = textOf(obligation.terms);
  const entry = { id, entity, day, kind: 'obligation-settled', cause: causeOf(kept.id), text };
  const amount = amountIn(kept);
  const clearing = clearingOf(cycle);
  return owedBy(kept) === 'us'
    ? transaction(entry).debit(account('due.to', peer), amount).credit(clearing, amount).mustBuild()
    : transaction(entry).debit(clearing, amount).credit(account('due.from', peer), amount).mustBuild();
}

/** The account between a result and its payments. A pair that settles by itself names the cycle first: `2026-04:be:fr`. */
export const clearingOf = (settledIn: string) => account('clearing', settledIn.split(':')[0]);

export const owedBy = ({ peer, obligation }: Pick<KeptObligation, 'peer' | 'obligation'>): 'us' | 'them' =>
  obligation.terms.debtor === peer ? 'them' : 'us';

/** A correction takes back what the obligation it corrects had booked: the creditor's income, the debtor's cost. */
function otherSide(kept: KeptObligation) {
  const { terms } = kept.obligation;
  const isCost = (owedBy(kept) === 'us') === (terms.reverses === undefined);
  // What a member bore for another one's default, and gets back after all.
  if (terms.kind === 'fund.repay') return account(isCost ? 'fund.recovered' : 'fund.loss');
  const of = terms.kind === missionFee ? 'mission' : 'shared';
  return account(`${of}.${isCost ? 'cost' : 'income'}`);
}

const textOf = ({ kind, text, obligation }: ObligationTerms): string => text || `${kind} ${obligation}`;
