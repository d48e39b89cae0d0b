import { Money } from '@passerelle/values';
import { type ReportsByNode, signedBy, type Signed } from './figure.js';

/** How much of a creditor's limit a debtor has used, by the creditor's report. */
export interface LimitUse extends Signed {
  readonly creditor: string;
  readonly debtor: string;
  readonly owes: Money;
  readonly cap: Money;
  readonly isExceeded: boolean;
}

export const limitsOf = (reports: ReportsByNode): readonly LimitUse[] =>
  [...reports.values()].flatMap((known) =>
    known.report.exposures.map(({ peer, currency, owes, cap }) => ({
      creditor: known.node,
      debtor: peer,
      owes: new Money(BigInt(owes), currency),
      cap: new Money(BigInt(cap), currency),
      isExceeded: BigInt(owes) > BigInt(cap),
      ...signedBy(known),
    })),
  );
