import { managerOf, type Work } from '@passerelle/doors';
import type { Opened, Report, ReportPage } from '@passerelle/protocol';
import type { CycleStep } from './cycle-step.js';
import type { KnownReport } from './known-report.js';
import type { RefusedReport } from './report-refusal.js';

/** What has come so far of a report of which one more page comes. */
export interface KeptPages {
  readonly count: number;
  /** The hash of what came before as this page. */
  readonly twin: string | null;
  /** One of them: each was compared with one before it, so they all say the same of the report. */
  readonly sibling: ReportPage | null;
}

/** A refusal, as people see it: one report that was refused here, or what a node says that it refused. */
export interface RefusalEntry {
  readonly id: string;
  readonly at: Date;
  /** `federation`, or the node that refused and signed that it did. */
  readonly by: string;
  /** On whose subject it came. */
  readonly from: string | null;
  readonly reason: string;
  readonly count: number;
  readonly bytes: number | null;
  readonly hash: string | null;
}

/** Rows kept of what was refused on one subject; older ones only count. */
const refusalsKept = 1000;

/** Unfinished reports of one node that may wait for their other pages. */
const unfinishedMax = 3;

export class ReportsStore {
  /** Reports of one node are taken in one after the other, also by several replicas. */
  async alone(work: Work, node: string): Promise<void> {
    await query(work, `select pg_advisory_xact_lock(hashtext('report ' || $1))`, [node]);
  }

  /** The number of the newest whole report of the node; 0 before the first. */
  async newestNumber(work: Work, node: string): Promise<bigint> {
    const [row] = await query<{ number: string }>(work, 'select number from report where node = $1', [node]);
    return BigInt(row?.number ?? 0);
  }

  async kept(work: Work, { node, number, page }: ReportPage): Promise<KeptPages> {
    const [row] = await query<{ count: number; twin: string | null; sibling: string | null }>(
      work,
      `select count(*)::int as count, max(hash) filter (where page = $3) as twin,
         (select m from report_page where node = $1 and number = $2 limit 1) as sibling
       from report_page where node = $1 and number = $2`,
      [node, number, page],
    );
    const { count, twin, sibling } = row!;
    return { count, twin, sibling: sibling === null ? null : (JSON.parse(sibling) as ReportPage) };
  }

  async pages(work: Work, { node, number }: ReportPage): Promise<readonly ReportPage[]> {
    const rows = await query<{ m: string }>(
      work,
      'select m from report_page where node = $1 and number = $2 order by page',
      [node, number],
    );
    return rows.map(({ m }) => JSON.parse(m) as ReportPage);
  }

  async addPage(work: Work, { content, hash, sealed }: Opened<ReportPage>): Promise<void> {
    const { node, number, page, kid } = content;
    await query(
      work,
      'insert into report_page (node, number, page, kid, hash, m, sig) values ($1, $2, $3, $4, $5, $6, $7)',
      [node, number, page, kid, hash, sealed.m, sealed.sig],
    );
    await query(
      work,
      `delete from report_page where node = $1 and number > (select coalesce(max(number), 0) from report where node = $1)
       and number not in (select distinct number from report_page where node = $1 order by number desc limit $2)`,
      [node, unfinishedMax],
    );
  }

  /** The report becomes the node's newest; pages of earlier ones go. */
  async setNewest(work: Work, report: Report, kid: string): Promise<void> {
    await query(
      work,
      `insert into report (node, number, kid, content) values ($1, $2, $3, $4)
       on conflict (node) do update set number = excluded.number, kid = excluded.kid, content = excluded.content,
         received_at = now()`,
      [report.node, report.number, kid, JSON.stringify(report)],
    );
    await query(work, 'delete from report_page where node = $1 and number < $2', [report.node, report.number]);
  }

  async newest(work: Work): Promise<readonly KnownReport[]> {
    const rows = await query<{ node: string; kid: string; content: Report; received_at: Date }>(
      work,
      'select node, kid, content, received_at from report order by node',
      [],
    );
    return rows.map(({ content, received_at: receivedAt, ...row }) => ({ ...row, report: content, receivedAt }));
  }

  async addStep(work: Work, { node, cycle, round, state, since }: CycleStep): Promise<void> {
    await query(
      work,
      `insert into cycle_step (node, cycle, round, state, since) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [node, cycle, round, state, since],
    );
  }

  async steps(work: Work): Promise<readonly CycleStep[]> {
    const rows = await query<Omit<CycleStep, 'since'> & { since: Date }>(
      work,
      'select node, cycle, round, state, since from cycle_step order by cycle, since, round, node',
      [],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  async addReportedRefusal(
    work: Work,
    { node, number, at }: Report,
    { peer, code, count }: Report['refusals'][number],
  ): Promise<void> {
    await query(
      work,
      `insert into refusal (by_node, from_peer, reason, count, at, report_number) values ($1, $2, $3, $4, $5, $6)`,
      [node, peer, code, count, at, number],
    );
    await this.forgetOldest(work, 'by_node', node);
  }

  async refuse(work: Work, { slot, reason, bytes, hash }: RefusedReport): Promise<void> {
    await query(work, 'insert into refusal (from_slot, reason, count, bytes, hash) values ($1, $2, 1, $3, $4)', [
      slot,
      reason,
      bytes,
      hash,
    ]);
    await query(
      work,
      `insert into refused_count (slot, reason, count) values ($1, $2, 1)
       on conflict (slot, reason) do update set count = refused_count.count + 1`,
      [slot, reason],
    );
    await this.forgetOldest(work, 'from_slot', slot);
  }

  /** Newest first, after the id of the page before. */
  async refusals(work: Work, page: { before: string | null; limit: number }): Promise<readonly RefusalEntry[]> {
    return query<RefusalEntry>(
      work,
      `select id::text, at, coalesce(by_node, 'federation') as by, coalesce(from_slot, from_peer) as "from", reason, count, bytes, hash
       from refusal where $1::bigint is null or id < $1 order by refusal.id desc limit $2`,
      [page.before, page.limit],
    );
  }

  /** How often each reason was met on each subject, ever. */
  async refusedCounts(
    work: Work,
  ): Promise<readonly { readonly slot: string; readonly reason: string; readonly count: number }[]> {
    return query(work, 'select slot, reason, count::int from refused_count order by slot, reason', []);
  }

  /** The newest refusal here on each subject since an instant, with how many there were. */
  async refusedSince(
    work: Work,
    since: Date,
  ): Promise<readonly { readonly slot: string; readonly count: number; readonly first: Date; readonly last: Date }[]> {
    return query(
      work,
      `select from_slot as slot, count(*)::int as count, min(at) as first, max(at) as last from refusal
       where from_slot is not null and at >= $1 group by from_slot order by from_slot`,
      [since],
    );
  }

  private async forgetOldest(work: Work, column: 'by_node' | 'from_slot', value: string): Promise<void> {
    await query(
      work,
      `delete from refusal where ${column} = $1 and id <=
         (select id from refusal where ${column} = $1 order by id desc offset $2 limit 1)`,
      [value, refusalsKept],
    );
  }
}

const query = <T>(work: Work, sql: string, values: readonly unknown[]): Promise<T[]> =>
  managerOf(work).query<T[]>(sql, [...values]);
