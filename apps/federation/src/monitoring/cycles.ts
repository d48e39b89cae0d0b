import type { Report, RosterContent } from '@passerelle/protocol';
import { Money } from '@passerelle/values';
import type { CycleStep } from '../reports/cycle-step.js';
import type { KnownReport } from '../reports/known-report.js';
import { type ReportsByNode, signedBy, type Signed } from './figure.js';

export type ReportedCycle = Report['cycles'][number];
export type CycleState = ReportedCycle['state'];

/** How far a state has got; a cycle as a whole is only as far as the last of its nodes. */
const order: readonly CycleState[] = [
  'open',
  'stated',
  'proposed',
  'locking',
  'defaulted',
  'final',
  'settled',
  'resolved',
  'aborted',
];

/** States after which a cycle waits for nobody. */
const ended: readonly CycleState[] = ['settled', 'resolved', 'aborted'];

export interface NodeInCycle extends Signed {
  readonly node: string;
  /** Null for a member that has not reported this cycle. */
  readonly state: CycleState | null;
  readonly round: string | null;
  /** Since when it is in this state, while it waits for something. */
  readonly waitingSince: string | null;
  /** What it has done so far, oldest first. */
  readonly steps: readonly { readonly state: string; readonly round: string; readonly since: string }[];
  readonly result: string | null;
}

/** A result as nodes report it. Two of them for one cycle are a contradiction. */
export interface CycleResult extends Signed {
  readonly result: string | null;
  readonly positions: readonly { readonly node: string; readonly amount: Money }[];
  /** The sum of the positions in each currency, zero in a good result. */
  readonly sums: readonly Money[];
  readonly gross: readonly Money[];
  readonly net: readonly Money[];
}

export interface LegView extends Signed {
  readonly leg: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Money;
  readonly paid: Money;
  /** In the words of the payer and of the payee; null for one that does not report the leg. */
  readonly payerSays: string | null;
  readonly payeeSays: string | null;
}

/** A member's signature in a cycle, by the word of those who hold it. */
export interface SignatureView extends Signed {
  readonly node: string;
  readonly hasSigned: boolean;
}

export interface CycleView extends Signed {
  readonly cycle: string;
  readonly state: CycleState;
  readonly dates: RosterContent['calendar'][number] | null;
  readonly nodes: readonly NodeInCycle[];
  readonly results: readonly CycleResult[];
  readonly signatures: readonly SignatureView[];
  readonly legs: readonly LegView[];
  /** True when nobody is waited for. */
  readonly isEnded: boolean;
}

interface Reported {
  readonly known: KnownReport;
  readonly cycle: ReportedCycle;
}

/** All cycles that somebody reports, the newest first. */
export function cyclesOf(
  { members, calendar }: Pick<RosterContent, 'members' | 'calendar'>,
  reports: ReportsByNode,
  steps: readonly CycleStep[],
): readonly CycleView[] {
  const ids = new Set([...reports.values()].flatMap(({ report }) => report.cycles.map(({ cycle }) => cycle)));
  return [...ids]
    .sort()
    .reverse()
    .map((id) => {
      const reported = [...reports.values()].flatMap((known) =>
        known.report.cycles.filter(({ cycle }) => cycle === id).map((cycle) => ({ known, cycle })),
      );
      const states = reported.map(({ cycle }) => cycle.state);
      return {
        cycle: id,
        state: order.find((state) => states.includes(state))!,
        dates: calendar.find(({ cycle }) => cycle === id) ?? null,
        nodes: members.map((member) =>
          nodeIn(
            member.id,
            reported,
            steps.filter(({ cycle }) => cycle === id),
          ),
        ),
        results: resultsOf(reported),
        signatures: members.map((member) => signatureOf(member.id, reported)),
        legs: legsOf(reported),
        isEnded: states.every((state) => ended.includes(state)),
        ...signedBy(...reported.map(({ known }) => known)),
      };
    });
}

function nodeIn(node: string, reported: readonly Reported[], steps: readonly CycleStep[]): NodeInCycle {
  const own = reported.find(({ known }) => known.node === node);
  const done = steps.filter((step) => step.node === node);
  const current = done.find(({ state, round }) => state === own?.cycle.state && round === own.cycle.round);
  return {
    node,
    state: own?.cycle.state ?? null,
    round: own?.cycle.round ?? null,
    waitingSince: own && !ended.includes(own.cycle.state) ? (current?.since ?? own.known.report.at) : null,
    steps: done.map(({ state, round, since }) => ({ state, round, since })),
    result: own?.cycle.result ?? null,
    ...signedBy(own?.known),
  };
}

function resultsOf(reported: readonly Reported[]): readonly CycleResult[] {
  const groups = new Map<string, Reported[]>();
  for (const each of reported) {
    if (each.cycle.positions.length === 0 && each.cycle.result === undefined) continue;
    // Before there is a result its positions are a proposal: those of one round and the same figures belong together.
    const key = each.cycle.result ?? JSON.stringify([each.cycle.round, each.cycle.positions]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const { positions, result, gross, net } = group[0]!.cycle;
    const amounts = positions.map(({ node, currency, amount }) => ({
      node,
      amount: new Money(BigInt(amount), currency),
    }));
    return {
      result: result ?? null,
      positions: amounts,
      sums: sumsOf(amounts.map(({ amount }) => amount)),
      gross: moneyOf(gross),
      net: moneyOf(net),
      ...signedBy(...group.map(({ known }) => known)),
    };
  });
}

function sumsOf(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const amount of amounts) sums.set(amount.currency, sums.get(amount.currency)?.plus(amount) ?? amount);
  return [...sums.values()];
}

const moneyOf = (amounts: ReportedCycle['gross']): readonly Money[] =>
  (Object.keys(amounts) as (keyof typeof amounts)[])
    .sort()
    .map((currency) => new Money(BigInt(amounts[currency]!), currency));

/** A member has signed when somebody holds its signature. */
function signatureOf(node: string, reported: readonly Reported[]): SignatureView {
  const holders = reported.filter(({ cycle }) => cycle.signed.includes(node)).map(({ known }) => known);
  return { node, hasSigned: holders.length > 0, ...signedBy(...holders) };
}

function legsOf(reported: readonly Reported[]): readonly LegView[] {
  const all = reported.flatMap(({ known, cycle }) => cycle.legs.map((leg) => ({ known, leg })));
  const ids = [...new Set(all.map(({ leg }) => leg.leg))].sort();
  return ids.map((id) => {
    const named = all.filter(({ leg }) => leg.leg === id);
    const { from, to, currency, amount } = named[0]!.leg;
    const payer = named.find(({ known }) => known.node === from);
    const payee = named.find(({ known }) => known.node === to);
    // Only the payee's bank statement proves that money arrived.
    const paid = (payee ?? payer ?? named[0]!).leg.paid;
    return {
      leg: id,
      from,
      to,
      amount: new Money(BigInt(amount), currency),
      paid: new Money(BigInt(paid), currency),
      payerSays: payer?.leg.state ?? null,
      payeeSays: payee?.leg.state ?? null,
      ...signedBy(payer?.known, payee?.known),
    };
  });
}
