import { type Account, type Transaction, account, transaction } from '@passerelle/ledger';
import {
  type CycleId,
  type Fixing,
  type Leg,
  type NodeId,
  type Obligation,
  type Statement,
  amountOf,
  convert,
} from '@passerelle/settlement';
import { type CurrencyCode, Money, day } from '@passerelle/values';

/** How a node books what it owes and is owed; the days do not matter here, because nothing is decided by them. */
const bookDay = day('2026-08-31');

interface Line {
  readonly kind: string;
  readonly cause: `${string}:${string}`;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
}

const entry = (me: NodeId, { kind, cause, debit, credit, amount }: Line): Transaction =>
  transaction({ id: `${me}/${cause}/${kind}`, entity: me, day: bookDay, kind, cause, text: kind })
    .debit(debit, amount)
    .credit(credit, amount)
    .mustBuild();

/** Both sides book the debt when it is agreed: cost and debt at the debtor, claim and income at the creditor. */
export function agreedEntry(me: NodeId, peer: NodeId, { terms }: Obligation): Transaction {
  const line = { kind: 'obligation-agreed', cause: `obligation:${terms.obligation}` as const, amount: amountOf(terms) };
  return terms.debtor === me
    ? entry(me, { ...line, debit: account('mission.cost'), credit: account('due.to', peer) })
    : entry(me, { ...line, debit: account('due.from', peer), credit: account('mission.income') });
}

export function voidedEntry(me: NodeId, peer: NodeId, { terms }: Obligation): Transaction {
  const line = { kind: 'obligation-voided', cause: `obligation:${terms.obligation}` as const, amount: amountOf(terms) };
  return terms.debtor === me
    ? entry(me, { ...line, debit: account('due.to', peer), credit: account('mission.cost') })
    : entry(me, { ...line, debit: account('mission.income'), credit: account('due.from', peer) });
}

/** What the cycle leaves to pay stands in its clearing account until the legs are closed. */
export function settledEntry(me: NodeId, peer: NodeId, { terms }: Obligation, cycle: CycleId): Transaction {
  const line = {
    kind: 'obligation-settled',
    cause: `obligation:${terms.obligation}` as const,
    amount: amountOf(terms),
  };
  const clearing = account('clearing', cycle);
  return terms.debtor === me
    ? entry(me, { ...line, debit: account('due.to', peer), credit: clearing })
    : entry(me, { ...line, debit: clearing, credit: account('due.from', peer) });
}

/** A pair's net in another currency leaves the clearing account and enters it converted, once. */
export function convertedEntries(me: NodeId, { cycle, a, b, lines }: Statement, fixing: Fixing): Transaction[] {
  return Object.entries(lines).flatMap(([currency, { ab, ba }]) => {
    const owed = a === me ? BigInt(ab) - BigInt(ba) : BigInt(ba) - BigInt(ab);
    if (currency === fixing.into || owed === 0n) return [];
    const peer = a === me ? b : a;
    const into = convert(owed, currency, fixing)!;
    const cause = `cycle:${cycle}` as const;
    const kind = `converted-${peer}-${currency.toLowerCase()}`;
    const [clearing, exchange] = [account('clearing', cycle), account('fx.rounding')];
    return [
      moved(me, {
        kind: `${kind}-out`,
        cause,
        from: exchange,
        to: clearing,
        amount: new Money(owed, currency as CurrencyCode),
      }),
      ...(into === 0n
        ? []
        : [
            moved(me, {
              kind: `${kind}-in`,
              cause,
              from: clearing,
              to: exchange,
              amount: new Money(into, fixing.into),
            }),
          ]),
    ];
  });
}

/** The transfer is ordered: the money has left the clearing account. */
export const orderedEntry = (me: NodeId, cycle: CycleId, leg: string, amount: Money): Transaction =>
  entry(me, {
    kind: 'leg-ordered',
    cause: `leg:${leg}`,
    debit: account('clearing', cycle),
    credit: account('bank'),
    amount,
  });

export const receivedEntry = (
  me: NodeId,
  cycle: CycleId,
  line: string,
  amount: Money,
  isRecovery: boolean,
): Transaction =>
  entry(me, {
    kind: isRecovery ? 'leg-recovered' : 'leg-received',
    cause: `bank-line:${line}`,
    debit: account('bank'),
    credit: isRecovery ? account('fund.claim', cycle) : account('clearing', cycle),
    amount,
  });

export const suspenseEntry = (me: NodeId, line: string, amount: Money): Transaction =>
  entry(me, {
    kind: 'suspense',
    cause: `bank-line:${line}`,
    debit: account('bank'),
    credit: account('suspense'),
    amount,
  });

/** The fund stands in for a payer that has not paid. */
export const calledEntry = (me: NodeId, cycle: CycleId, leg: string, amount: Money): Transaction =>
  entry(me, {
    kind: 'fund-called',
    cause: `leg:${leg}`,
    debit: account('fund.claim', cycle),
    credit: account('clearing', cycle),
    amount,
  });

/** What this node bears of a default, and what it gets back of it. */
export const borneEntry = (me: NodeId, leg: string, amount: Money): Transaction =>
  moved(me, { kind: 'fund-borne', cause: `leg:${leg}`, from: account('fund.stake'), to: account('fund.loss'), amount });

const moved = (
  me: NodeId,
  { from, to, amount, ...line }: { kind: string; cause: Line['cause']; from: Account; to: Account; amount: Money },
): Transaction =>
  amount.isNegative()
    ? entry(me, { ...line, debit: from, credit: to, amount: amount.negated() })
    : entry(me, { ...line, debit: to, credit: from, amount });

export const moneyOf = ({ currency }: Pick<Leg, 'currency'>, amount: bigint): Money =>
  new Money(amount, currency as CurrencyCode);
