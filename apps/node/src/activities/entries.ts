import { type CurrencyCode, Money } from '@passerelle/values';
import type { StatementLine } from '../books/statement.js';
import type { Entries } from './budget.js';

/** What the book calls what happens on the account of an activity. Other kinds are what missions leave. */
export const entryKinds = { expense: 'expense', grant: 'grant', wage: 'wage' } as const;

const isOf = (kind: string, line: StatementLine): boolean => line.kind === kind || line.kind.startsWith(`${kind}-`);

const counts = ({ phase }: StatementLine): boolean => phase === 'posted' || phase === 'post';

/** The sums of an activity's account. Debits take away: the account is what the cooperative keeps for the activity. */
export function entriesOf(lines: readonly StatementLine[], currency: CurrencyCode): Entries {
  const zero = Money.zero(currency);
  const total = (of: (line: StatementLine) => boolean): Money =>
    lines.filter(of).reduce((all, { amount }) => all.plus(amount), zero);
  const isDebit = ({ amount }: StatementLine): boolean => amount.isPositive();
  const promised = total((line) => line.phase === 'pending' && isDebit(line));
  const kept = total((line) => (line.phase === 'post' || line.phase === 'void') && isDebit(line));
  return {
    currency,
    balance: total(counts).negated(),
    expenses: total((line) => counts(line) && isOf(entryKinds.expense, line)),
    granted: total((line) => counts(line) && isOf(entryKinds.grant, line) && isDebit(line)),
    received: total((line) => counts(line) && isOf(entryKinds.grant, line) && !isDebit(line)).negated(),
    waged: total((line) => counts(line) && isOf(entryKinds.wage, line)),
    reserved: promised.minus(kept),
  };
}
