import type { ReportedObligation } from '@passerelle/protocol';
import { type ReportsByNode, type Signed, signedBy } from './figure.js';
import { isSameHistory } from './links.js';

/** One obligation in the words of both its parties. */
export interface BothSides {
  readonly id: string;
  readonly debtor: ReportedObligation | undefined;
  readonly creditor: ReportedObligation | undefined;
}

export type DifferenceKind = 'debtor-silent' | 'creditor-silent' | 'terms' | 'state' | 'cycle';

/** What two nodes say differently of one obligation. */
export interface Difference extends Signed {
  readonly obligation: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly kind: DifferenceKind;
  readonly debtorSays: string | null;
  readonly creditorSays: string | null;
  /** True while messages between the two are on their way: only afterwards is a difference a contradiction. */
  readonly isOnItsWay: boolean;
}

/** Every obligation in the newest reports of its two parties; what a third node says of it counts for nothing. */
export function bothSides(reports: ReportsByNode): readonly BothSides[] {
  const found = new Map<string, { debtor?: ReportedObligation; creditor?: ReportedObligation }>();
  for (const [node, { report }] of reports)
    for (const obligation of report.obligations) {
      const sides = found.get(obligation.id) ?? {};
      if (obligation.debtor === node) sides.debtor = obligation;
      else if (obligation.creditor === node) sides.creditor = obligation;
      else continue;
      found.set(obligation.id, sides);
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { debtor, creditor }]) => ({ id, debtor, creditor }));
}

/** An obligation counts from both signatures until it is settled. */
export const isOwed = (obligation: ReportedObligation | undefined): obligation is ReportedObligation =>
  obligation?.state === 'agreed' || obligation?.state === 'held';

export const differencesOf = (reports: ReportsByNode): readonly Difference[] =>
  bothSides(reports).flatMap((sides) => differenceOf(sides, reports) ?? []);

function differenceOf({ id, debtor, creditor }: BothSides, reports: ReportsByNode): Difference | undefined {
  const one = (debtor ?? creditor)!;
  // A node that has never reported is an alarm of its own; it denies nothing.
  if (!reports.has(one.debtor) || !reports.has(one.creditor)) return undefined;
  if (!isOwed(debtor) && !isOwed(creditor)) return undefined;
  const saying = whatDiffers(debtor, creditor);
  if (!saying) return undefined;
  const isOnItsWay = !isSameHistory(one.debtor, one.creditor, reports);
  const signed = signedBy(reports.get(one.debtor), reports.get(one.creditor));
  return { obligation: id, debtor: one.debtor, creditor: one.creditor, isOnItsWay, ...saying, ...signed };
}

type Saying = Pick<Difference, 'kind' | 'debtorSays' | 'creditorSays'>;

function whatDiffers(debtor?: ReportedObligation, creditor?: ReportedObligation): Saying | undefined {
  if (!debtor) return { kind: 'debtor-silent', debtorSays: null, creditorSays: creditor!.state };
  if (!creditor) return { kind: 'creditor-silent', debtorSays: debtor.state, creditorSays: null };
  const compared = (kind: DifferenceKind, a: string, b: string): Saying | undefined =>
    a === b ? undefined : { kind, debtorSays: a, creditorSays: b };
  return (
    compared('terms', termsOf(debtor), termsOf(creditor)) ??
    compared('state', debtor.state, creditor.state) ??
    compared('cycle', debtor.cycle ?? '', creditor.cycle ?? '')
  );
}

const termsOf = ({ debtor, creditor, currency, amount, due }: ReportedObligation): string =>
  `${debtor} owes ${creditor} ${amount} minor units of ${currency} by ${due}`;
