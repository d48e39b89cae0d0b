import { Money } from '@passerelle/values';
import { type ReportsByNode, type Signed, signedBy } from './figure.js';

/** A member's part of the federation's guarantee fund, by its own report. */
export interface FundStake extends Signed {
  readonly node: string;
  readonly stake: Money;
  readonly used: Money;
}

export const fundOf = (reports: ReportsByNode): readonly FundStake[] =>
  [...reports.values()].flatMap((known) =>
    known.report.fund.map(({ currency, stake, used }) => ({
      node: known.node,
      stake: new Money(BigInt(stake), currency),
      used: new Money(BigInt(used), currency),
      ...signedBy(known),
    })),
  );
