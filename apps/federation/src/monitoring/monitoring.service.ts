import type { Clock, Database, Work } from '@passerelle/doors';
import { presentMembers } from '@passerelle/protocol';
import { ok, refuse, type Result } from '@passerelle/values';
import type { Directory } from '../directory/directory.service.js';
import type { ReportsStore } from '../reports/reports.store.js';
import { type Acknowledgement, acknowledgedDaysMax, nameOf } from './acknowledgement.js';
import type { AcknowledgementsStore } from './acknowledgements.store.js';
import { type Aged, ageingOf } from './ageing.js';
import { type Alarm, alarmsOf } from './alarms.js';
import { cyclesOf, type CycleView } from './cycles.js';
import { type Dispute, disputesOf } from './disputes.js';
import { byNode, type ReportsByNode } from './figure.js';
import { fundOf, type FundStake } from './fund.js';
import { type LimitUse, limitsOf } from './limits.js';
import { type Link, linksOf } from './links.js';
import { nodesOf, type NodeView } from './nodes.js';
import { type Difference, differencesOf } from './pairs.js';
import { positionsOf, type PositionsInCurrency } from './positions.js';
import { type StuckItem, stuckOf } from './stuck.js';

/** Refusals of reports are an alarm for this long. */
const refusedWithinMs = 60 * 60 * 1000;

/** The calendar's dates are days of the federation, which counts them in UTC wherever its members are. */
const zone = 'UTC';

const dayMs = 24 * 60 * 60 * 1000;

/** An alarm with its name, and what somebody has said about it. */
export interface StandingAlarm extends Alarm {
  readonly id: string;
  readonly acknowledged: Acknowledgement | null;
}

/** Everything the newest signed reports say, put together at one moment. */
export interface Picture {
  readonly nodes: readonly NodeView[];
  readonly links: readonly Link[];
  readonly positions: readonly PositionsInCurrency[];
  readonly differences: readonly Difference[];
  readonly disputes: readonly Dispute[];
  readonly limits: readonly LimitUse[];
  readonly cycles: readonly CycleView[];
  readonly alarms: readonly StandingAlarm[];
  readonly ageing: readonly Aged[];
  readonly stuck: readonly StuckItem[];
  readonly fund: readonly FundStake[];
}

export interface MonitoringParts {
  readonly database: Database;
  readonly store: ReportsStore;
  readonly acknowledgements: AcknowledgementsStore;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly now: () => Date;
}

export type AcknowledgeRefused =
  { readonly kind: 'no-such-alarm' } | { readonly kind: 'not-within-reach'; readonly most: Date };

/** What the federation sees. It computes nothing that a report does not say, and keeps only what people say of alarms. */
export class Monitoring {
  constructor(private readonly parts: MonitoringParts) {}

  picture(): Promise<Picture> {
    return this.parts.database.transact((work) => this.pictureIn(work));
  }

  async pictureIn(work: Work): Promise<Picture> {
    const { clock, directory } = this.parts;
    const now = this.parts.now();
    const { reports, steps, refused, acknowledged } = await this.read(work, now);
    const { content } = directory;
    // Nobody waits for a node that has left; what it and others still owe is a position like any other.
    const present = presentMembers(content);
    const links = linksOf(
      present.map(({ id }) => id),
      reports,
      now,
    );
    const nodes = nodesOf(present, reports, { links, now });
    const differences = differencesOf(reports);
    const limits = limitsOf(reports);
    const cycles = cyclesOf({ members: [...present], calendar: directory.calendar }, reports, steps);
    const today = clock.today(zone);
    const rosterVersion = content.version;
    const { signedBy, at } = directory;
    const calendar = { dates: content.calendar, signedBy, at: at.toISOString() };
    const alarms = alarmsOf({
      ...{ nodes, links, differences, limits, cycles, refused, reports },
      ...{ rosterVersion, calendar, today },
    });
    return {
      nodes,
      links,
      positions: positionsOf(
        content.members.map(({ id }) => id),
        reports,
      ),
      differences,
      disputes: disputesOf(reports),
      limits,
      cycles,
      alarms: alarms.map((alarm) => standing(alarm, acknowledged)),
      ageing: ageingOf(reports, today),
      stuck: stuckOf(links, reports, now),
      fund: fundOf(reports),
    };
  }

  /** Somebody looks after an alarm that stands now, and says why it may. */
  async acknowledge(work: Work, said: Omit<Acknowledgement, 'at'>): Promise<Result<StandingAlarm, AcknowledgeRefused>> {
    const alarm = await this.alarm(work, said.alarm);
    if (!alarm) return refuse({ kind: 'no-such-alarm' });
    const now = this.parts.now();
    const most = new Date(now.getTime() + acknowledgedDaysMax * dayMs);
    if (said.until <= now || said.until > most) return refuse({ kind: 'not-within-reach', most });
    const acknowledged = await this.parts.acknowledgements.add(work, said);
    return ok({ ...alarm, acknowledged });
  }

  /** An alarm that stands now. */
  async alarm(work: Work, id: string): Promise<StandingAlarm | undefined> {
    const { alarms } = await this.pictureIn(work);
    return alarms.find((alarm) => alarm.id === id);
  }

  /** Reports of nodes that have left the roster are kept and no longer shown. */
  private async read(work: Work, now: Date) {
    const { store, acknowledgements, directory } = this.parts;
    const since = new Date(now.getTime() - refusedWithinMs);
    const newest = await store.newest(work);
    const reports: ReportsByNode = byNode(newest.filter(({ node }) => directory.knows(node)));
    const steps = await store.steps(work);
    const acknowledged = await acknowledgements.inForce(work, now);
    return { reports, steps, acknowledged, refused: await store.refusedSince(work, since) };
  }
}

function standing(alarm: Alarm, acknowledged: readonly Acknowledgement[]): StandingAlarm {
  const id = nameOf(alarm);
  return { ...alarm, id, acknowledged: acknowledged.find((one) => one.alarm === id) ?? null };
}
