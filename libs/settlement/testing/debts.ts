import type { NodeId } from '../federation.js';
import type { Obligation } from '../obligation.js';
import { type CoSigned, type Statement, coSign, signStatement, statementOf } from '../statement.js';
import type { ObligationTerms } from '../terms.js';
import { digest, signerOf } from './canonical.js';

/** An agreed debt, minor units: `owes('fr', 'be', '98000')`. */
export function owes(
  debtor: NodeId,
  creditor: NodeId,
  amount: string,
  more: Partial<Obligation> & { id?: string } = {},
): Obligation {
  const { id, ...change } = more;
  const terms: ObligationTerms = {
    obligation: id ?? `${debtor}-${creditor}-${amount}`,
    mission: 'be:M-2026-0123',
    debtor,
    creditor,
    currency: 'EUR',
    amount,
    due: '2026-08-31',
    kind: 'mission.fee',
    text: 'Three days in Lille',
  };
  return {
    terms,
    hash: digest(terms),
    proposer: creditor,
    state: 'agreed',
    proposeSeq: 1,
    withdrawSeq: null,
    answerSeq: 1,
    cycle: '2026-08',
    settledIn: null,
    holds: [],
    dispute: null,
    disputeEnded: null,
    ...change,
  };
}

export const inCurrency = (currency: string, obligation: Obligation): Obligation => ({
  ...obligation,
  terms: { ...obligation.terms, currency },
});

/** The obligations of each pair that owe each other something. */
export function byPair(obligations: readonly Obligation[]): Map<string, Obligation[]> {
  const pairs = new Map<string, Obligation[]>();
  for (const one of obligations) {
    const key = [one.terms.debtor, one.terms.creditor].sort().join(' ');
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [one]);
    else known.push(one);
  }
  return pairs;
}

/** The statements of all pairs that owe each other something. */
export const statementsOf = (obligations: readonly Obligation[], cycle = '2026-08'): Statement[] =>
  [...byPair(obligations)].map(([key, owed]) => statementOf(cycle, key.split(' ') as [NodeId, NodeId], owed, digest));

/** Both have signed. */
export const signedByBoth = (statement: Statement): CoSigned =>
  coSign(statement, {
    [statement.a]: signStatement(statement, signerOf(statement.a)),
    [statement.b]: signStatement(statement, signerOf(statement.b)),
  });

/** A table of who pays whom, one line a payment, as a reviewer reads it. */
export const table = (legs: readonly { from: NodeId; to: NodeId; currency: string; amount: string }[]): string[] =>
  legs.map(({ from, to, currency, amount }) => `${from} -> ${to} ${amount} ${currency}`);
