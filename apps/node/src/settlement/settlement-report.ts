import type { Work } from '@passerelle/doors';
import type { Report } from '@passerelle/protocol';

/** What this node tells the federation about debts and cycles: amounts, days and states, and no word about a person. */
export abstract class SettlementReport {
  /**
   * Every obligation of this node with another one that is not yet done with, and those of the latest cycles; and how
   * many more are open than there is room for.
   */
  abstract obligations(work: Work): Promise<Pick<Report, 'obligations' | 'unlisted'>>;

  /** How much of each limit that this node grants is used by obligations with both signatures. */
  abstract exposures(work: Work): Promise<Report['exposures']>;

  /** This node's stake in the guarantee fund, and what of it defaults have used. */
  abstract fund(work: Work): Promise<Report['fund']>;

  /** The latest cycles as this node knows them, the newest first. */
  abstract cycles(work: Work): Promise<Report['cycles']>;
}
