import { type KeptObligation, amountIn } from '../settlement/obligations/obligation.js';
import type { Money } from '@passerelle/values';

/** One debt of a pair, in words that are the same from either side. */
export interface StatementLine {
  readonly obligation: string;
  /** What both sides call the mission or matter. */
  readonly mission: string;
  readonly text: string;
  readonly kind: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly amount: Money;
  readonly due: string;
  /** The hash of the terms, which both have signed with their messages. */
  readonly terms: string;
  readonly state: string;
  readonly cycle: string | null;
  readonly settledIn: string | null;
}

/** What two branches owe each other line by line, in the order of the debts' ids: either side's answer is equal. */
export const linesOf = (kept: readonly KeptObligation[]): readonly StatementLine[] =>
  [...kept].sort((a, b) => (a.id < b.id ? -1 : 1)).map(lineOf);

function lineOf(kept: KeptObligation): StatementLine {
  const { terms, hash, state, cycle, settledIn } = kept.obligation;
  const { mission, text, kind, debtor, creditor, due } = terms;
  const amount = amountIn(kept);
  return {
    obligation: kept.id,
    mission,
    text,
    kind,
    debtor,
    creditor,
    amount,
    due,
    terms: hash,
    state,
    cycle,
    settledIn,
  };
}
