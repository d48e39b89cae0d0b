import type { Work } from '@passerelle/doors';
import type { Report } from '@passerelle/protocol';

/** What this node tells the federation about debts and cycles: amounts, days and states, and no word about a person. */
export abstract class SettlementReport {
  /** Every obligation of this node with another one that is not yet done with, and those of the latest cycles. */
  abstract obligations(work: Work): Promise<Report['obligations']>;

  /** The latest cycles as this node knows them, the newest first. */
  abstract cycles(work: Work): Promise<Report['cycles']>;
}
