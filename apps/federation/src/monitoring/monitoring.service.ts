import type { Clock, Database } from '@passerelle/doors';
import type { Directory } from '../directory/directory.service.js';
import type { ReportsStore } from '../reports/reports.store.js';
import { type Alarm, alarmsOf } from './alarms.js';
import { cyclesOf, type CycleView } from './cycles.js';
import { byNode, type ReportsByNode } from './figure.js';
import { type LimitUse, limitsOf } from './limits.js';
import { type Link, linksOf } from './links.js';
import { nodesOf, type NodeView } from './nodes.js';
import { type Difference, differencesOf } from './pairs.js';
import { positionsOf, type PositionsInCurrency } from './positions.js';

/** Refusals of reports are an alarm for this long. */
const refusedWithinMs = 60 * 60 * 1000;

/** The calendar's dates are days of the federation, which counts them in UTC wherever its members are. */
const zone = 'UTC';

/** Everything the newest signed reports say, put together at one moment. */
export interface Picture {
  readonly nodes: readonly NodeView[];
  readonly links: readonly Link[];
  readonly positions: readonly PositionsInCurrency[];
  readonly differences: readonly Difference[];
  readonly limits: readonly LimitUse[];
  readonly cycles: readonly CycleView[];
  readonly alarms: readonly Alarm[];
}

/** What the federation sees. It computes nothing that a report does not say, and keeps nothing of its own. */
export class Monitoring {
  constructor(
    private readonly database: Database,
    private readonly store: ReportsStore,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly now: () => Date,
  ) {}

  async picture(): Promise<Picture> {
    const now = this.now();
    const { reports, steps, refused } = await this.read(now);
    const { content } = this.directory;
    const members = content.members.map(({ id }) => id);
    const links = linksOf(members, reports, now);
    const nodes = nodesOf(content.members, reports, { links, now });
    const differences = differencesOf(reports);
    const limits = limitsOf(reports);
    const cycles = cyclesOf(content, reports, steps);
    const today = this.clock.today(zone);
    const rosterVersion = content.version;
    const alarms = alarmsOf({ nodes, links, differences, limits, cycles, refused, reports, rosterVersion, today });
    return { nodes, links, positions: positionsOf(members, reports), differences, limits, cycles, alarms };
  }

  /** Reports of nodes that have left the roster are kept and no longer shown. */
  private async read(now: Date) {
    const since = new Date(now.getTime() - refusedWithinMs);
    return this.database.transact(async (work) => {
      const newest = await this.store.newest(work);
      const reports: ReportsByNode = byNode(newest.filter(({ node }) => this.directory.knows(node)));
      const steps = await this.store.steps(work);
      return { reports, steps, refused: await this.store.refusedSince(work, since) };
    });
  }
}
