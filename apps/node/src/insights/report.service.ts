import { setTimeout as pause } from 'node:timers/promises';
import type { Work } from '@passerelle/doors';
import { newChannel, type Report, type RosterContent, sealReport, type SigningKey } from '@passerelle/protocol';
import type { Transactions } from '../database/transactions.js';
import { Bell } from '../facts/bell.js';
import type { ChannelStore } from '../peers/channel/channels.js';
import type { NodeId } from '../peers/received.js';
import type { SettlementReport } from '../settlement/settlement-report.js';
import type { RefusalCounter } from './refusal-counter.service.js';
import type { Stuck } from '../peers/stuck/stuck.service.js';
import { type ChannelFigures, nextNumber, reportedChannel, reportedStuck } from './report.js';
import type { ReportStore } from './report.store.js';

export interface ReportParts {
  readonly database: Transactions;
  readonly store: ReportStore;
  readonly channels: ChannelStore;
  readonly settlement: SettlementReport;
  readonly refusals: RefusalCounter;
  readonly stuck: Pick<Stuck, 'list'>;
  readonly roster: RosterContent;
  readonly key: SigningKey;
  readonly software: string;
  /** The version of the rules of the node’s country; undefined where it has none. */
  readonly rules: string | undefined;
  /** When a frame of this peer last came to this process. */
  readonly heardAt: (peer: NodeId) => Date | null;
  readonly now: () => Date;
  /** Takes the bytes of one page to the federation; rejects when it cannot be reached. */
  readonly carry: (bytes: Uint8Array) => Promise<void>;
  /** False on a replica that does not run the channels: one report of a node is enough. */
  readonly isActive: () => boolean;
  /** Told once when reporting begins to fail. */
  readonly onFailure: (error: unknown) => void;
}

/** Messages that are stuck, at most as many as a report names. */
const stuckMax = 100;

/** A report goes out at least this often, and soon after a change, but not for each of many changes in a row. */
const everyMs = 15_000;
const gatherMs = 500;
const retryMs = 3_000;

/** Between two reports passes so much more time than the first of them took: to tell must not cost what is told. */
const restShare = 100;

/** Tells the federation, signed, how this node is doing. Nothing waits for it and nothing fails with it. */
export class NodeReports {
  private readonly bell = new Bell();
  private readonly stopped = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private last = 0n;
  private isFailing = false;

  constructor(private readonly parts: ReportParts) {}

  start(): void {
    this.loop = this.keepReporting();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.bell.ring();
    await this.loop;
  }

  /** Something has changed that the federation should hear soon. */
  ring(): void {
    this.bell.ring();
  }

  /** Composes, signs and publishes one report. */
  async report(): Promise<void> {
    const { database, key, carry } = this.parts;
    const { report, tell } = await database.transact((work) => this.compose(work));
    for (const { sealed } of sealReport(report, key))
      await carry(Buffer.from(JSON.stringify({ report: sealed }), 'utf8'));
    tell();
  }

  private async keepReporting(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const began = performance.now();
      const isDone = !this.parts.isActive() || (await this.tryToReport());
      const restMs = Math.min(Math.max(gatherMs, (performance.now() - began) * restShare), everyMs);
      await this.bell.wait(isDone ? everyMs : retryMs);
      if (!signal.aborted) await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async tryToReport(): Promise<boolean> {
    try {
      await this.report();
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.parts.onFailure(error);
      this.isFailing = true;
    }
    return !this.isFailing;
  }

  private async compose(work: Work): Promise<{ readonly report: Report; readonly tell: () => void }> {
    const { store, settlement, refusals, stuck, roster, key, software, rules, now } = this.parts;
    await store.atOneMoment(work);
    const channels = await this.channels(work);
    const seen = new Map(channels.map(({ channel, counts }) => [channel.peer, counts]));
    const untold = await refusals.untold(work, seen);
    this.last = nextNumber(this.last, now());
    const report: Report = {
      net: roster.net,
      node: key.node,
      number: String(this.last),
      at: now().toISOString(),
      software,
      ...(rules === undefined ? {} : { rules }),
      rosterVersion: roster.version,
      channels: channels.map(reportedChannel),
      ...(await settlement.obligations(work)),
      stuck: (await stuck.list(work, stuckMax)).map(reportedStuck),
      cycles: await settlement.cycles(work),
      exposures: await settlement.exposures(work),
      fund: await settlement.fund(work),
      refusals: untold.refusals,
    };
    return { report, tell: untold.tell };
  }

  private async channels(work: Work): Promise<readonly ChannelFigures[]> {
    const { channels, roster, key, heardAt } = this.parts;
    const figures: ChannelFigures[] = [];
    for (const { id: peer } of roster.members.filter(({ id }) => id !== key.node)) {
      const channel = await channels.channel(work, newChannel({ net: roster.net, me: key.node, peer }));
      const waiting = await channels.waiting(work, peer, channel.delivered);
      figures.push({ channel, ...waiting, counts: await channels.counts(work, peer), heardAt: heardAt(peer) });
    }
    return figures;
  }
}
