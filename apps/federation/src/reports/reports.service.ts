import { createHash } from 'node:crypto';
import type { Database, Work } from '@passerelle/doors';
import { keyringOf, type Opened, type ReportPage } from '@passerelle/protocol';
import type { Directory } from '../directory/directory.service.js';
import { wholeReport } from './known-report.js';
import { readReport } from './read-report.js';
import type { RefusedReport, ReportRefusal, Taken } from './report-refusal.js';
import type { ReportsStore } from './reports.store.js';

/** Bytes as the broker gives them. */
export interface Delivered {
  /** The node on whose subject they came. */
  readonly slot: string;
  readonly bytes: Uint8Array;
  /** True when the broker has given them before and heard no answer. */
  readonly isRedelivered: boolean;
}

/** Takes the nodes' signed reports in, keeps the newest of each, and writes down what it refuses. */
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly store: ReportsStore,
    private readonly directory: Directory,
  ) {}

  /** Resolves after the commit, so that the broker may then forget the bytes. */
  async take(delivered: Delivered): Promise<Taken> {
    const { slot, bytes } = delivered;
    const { content } = this.directory;
    const read = readReport(bytes, { net: content.net, slot, ring: keyringOf(content, slot) });
    return this.database.transact(async (work) => {
      await this.store.alone(work, slot);
      const taken = read.ok ? await this.place(work, read.value, delivered) : refusedFor(read.refusal);
      if (taken.kind === 'refused') await this.store.refuse(work, refusedReport(delivered, taken.reason));
      return taken;
    });
  }

  private async place(work: Work, opened: Opened<ReportPage>, { slot, isRedelivered }: Delivered): Promise<Taken> {
    const { content, hash } = opened;
    const newest = await this.store.newestNumber(work, slot);
    const number = BigInt(content.number);
    if (number < newest) return isRedelivered ? { kind: 'repeated' } : refusedFor('older');
    const { count, twin, sibling } = await this.store.kept(work, content);
    if (twin === hash) return isRedelivered ? { kind: 'repeated' } : refusedFor('replayed');
    if (twin !== null || number === newest || (sibling && !isOfOneReport(sibling, content)))
      return refusedFor('contradiction');
    await this.store.addPage(work, opened);
    return count + 1 === Number(content.pages) ? this.complete(work, content) : { kind: 'incomplete' };
  }

  private async complete(work: Work, last: ReportPage): Promise<Taken> {
    const pages = await this.store.pages(work, last);
    const report = wholeReport(pages);
    await this.store.setNewest(work, report, pages[0]!.kid);
    for (const { cycle, round, state } of report.cycles)
      await this.store.addStep(work, { node: report.node, cycle, round, state, since: report.at });
    for (const refused of report.refusals) await this.store.addReportedRefusal(work, report, refused);
    return { kind: 'taken' };
  }
}

/** Pages of one report say the same of it. */
const isOfOneReport = (a: ReportPage, b: ReportPage): boolean => a.pages === b.pages && a.at === b.at;

const refusedFor = (reason: ReportRefusal): Taken => ({ kind: 'refused', reason });

const refusedReport = ({ slot, bytes }: Delivered, reason: ReportRefusal): RefusedReport => ({
  slot,
  reason,
  bytes: bytes.length,
  hash: createHash('sha256').update(bytes).digest('base64url'),
});
