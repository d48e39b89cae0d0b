import { type Amount, amountOf, moneyOf } from '../app/amount.js';

interface Owed {
  readonly from: string;
  readonly to: string;
  readonly debtorSays: Amount;
  readonly creditorSays: Amount;
}

export interface Matrix<O extends Owed> {
  readonly nodes: readonly string[];
  /** What a node owes another, or nothing. */
  cell(from: string, to: string): O | undefined;
  /** What a node owes in all. */
  owes(from: string): Amount;
  /** What a node is owed in all. */
  gets(to: string): Amount;
  readonly total: Amount;
}

/** Who owes whom in one currency, in the debtors' words; rows and columns sum exactly. */
export function matrixOf<O extends Owed>(owed: readonly O[], nodes: readonly string[], currency: string): Matrix<O> {
  const sumOf = (chosen: readonly O[]): Amount =>
    amountOf(chosen.reduce((sum, { debtorSays }) => sum.plus(moneyOf(debtorSays)), moneyOf({ amount: '0', currency })));
  return {
    nodes,
    cell: (from, to) => owed.find((each) => each.from === from && each.to === to),
    owes: (from) => sumOf(owed.filter((each) => each.from === from)),
    gets: (to) => sumOf(owed.filter((each) => each.to === to)),
    total: sumOf(owed),
  };
}
