import { managerOf, type Work } from '@passerelle/doors';

export class ReportStore {
  /** Everything read in this transaction is of one moment, so that heads and obligations fit each other. */
  async atOneMoment(work: Work): Promise<void> {
    await managerOf(work).query('set transaction isolation level repeatable read');
  }
}
