import type { Report, ReportPage } from '@passerelle/protocol';

/** The newest report of a node, verified. */
export interface KnownReport {
  readonly node: string;
  /** The name of the key that signed it. */
  readonly kid: string;
  readonly report: Report;
  /** When it arrived here, by this program's own time. */
  readonly receivedAt: Date;
}

/** The whole report of its pages, in their order: the first page carries everything but the further obligations. */
export function wholeReport(pages: readonly ReportPage[]): Report {
  const [{ kind: _kind, kid: _kid, page: _page, pages: _pages, ...first }] = pages as [ReportPage];
  return { ...first, obligations: pages.flatMap(({ obligations }) => obligations) };
}
