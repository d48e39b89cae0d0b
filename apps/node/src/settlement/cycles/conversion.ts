import { type Cause, type Posting, type Transaction, account, transaction } from '@passerelle/ledger';
import { type Fixing, type Statement, convert } from '@passerelle/settlement';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import { type Booked, clearingOf } from '../obligations/obligation.js';

/**
 * What a cycle in one currency does to a pair's net in another one: it leaves the clearing account in its own currency
 * and enters it in the cycle's, by the fixing that all have approved. Null where there is nothing to convert.
 */
export function conversionBooking(
  { statement, fixing, me }: { readonly statement: Statement; readonly fixing: Fixing; readonly me: NodeId },
  entity: string,
  { id, day }: Booked,
): Transaction | null {
  const { cycle, a, b, lines } = statement;
  const changes = Object.entries(lines).flatMap(([currency, { ab, ba }]): Posting[] => {
    const owed = a === me ? BigInt(ab) - BigInt(ba) : BigInt(ba) - BigInt(ab);
    if (currency === fixing.into || owed === 0n) return [];
    const [from, into] = [
      new Money(owed, currency as CurrencyCode),
      new Money(convert(owed, currency, fixing)!, fixing.into),
    ];
    return [
      { account: clearingOf(cycle), amount: from },
      { account: exchanged, amount: from.negated() },
      { account: clearingOf(cycle), amount: into.negated() },
      { account: exchanged, amount: into },
    ].filter(({ amount }) => !amount.isZero());
  });
  if (changes.length === 0) return null;
  const cause: Cause = `cycle:${cycle}.${a === me ? b : a}`;
  const text = `${fixing.source}, ${fixing.date}`;
  return changes
    .reduce(
      (draft, { account: of, amount }) =>
        amount.isPositive() ? draft.debit(of, amount) : draft.credit(of, amount.negated()),
      transaction({ id, day, entity, kind: 'cycle-converted', cause, text }),
    )
    .mustBuild();
}

/** What was given in one currency and taken in another; a person values it at the end of the year. */
const exchanged = account('fx.conversion');
