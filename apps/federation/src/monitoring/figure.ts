import type { KnownReport } from '../reports/known-report.js';

/** Who signed the reports behind a figure, and when; of several the older instant, since the figure is no newer. */
export interface Signed {
  readonly signedBy: readonly string[];
  readonly at: string | null;
}

export function signedBy(...reports: readonly (KnownReport | undefined)[]): Signed {
  const known = reports.filter((each) => each !== undefined);
  const instants = known.map(({ report }) => report.at).sort();
  return { signedBy: [...new Set(known.map(({ node }) => node))].sort(), at: instants[0] ?? null };
}

/** The newest reports by node. */
export type ReportsByNode = ReadonlyMap<string, KnownReport>;

export const byNode = (reports: readonly KnownReport[]): ReportsByNode =>
  new Map(reports.map((each) => [each.node, each]));

/** A node reports every 15 seconds; one that misses two reports and some is silent. In seconds. */
export const silentAfterSeconds = 45;

export const isLive = (known: KnownReport | undefined, now: Date): boolean =>
  known !== undefined && now.getTime() - known.receivedAt.getTime() <= silentAfterSeconds * 1000;
