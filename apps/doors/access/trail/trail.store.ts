import { managerOf, type Work } from '../../database/work.js';
import type { TrailEntry } from './trail.js';

/** An entry as it is read: its number tells the order. */
export interface KeptEntry extends Required<Omit<TrailEntry, 'who' | 'status' | 'traceId'>> {
  readonly number: string;
  readonly who: string | null;
  readonly status: number | null;
  readonly traceId: string | null;
}

export interface TrailQuestion {
  readonly before: string | null;
  readonly limit: number;
  readonly name: string | null;
  /** A UUID. */
  readonly about: string | null;
  readonly isOnlyChanges: boolean;
}

/** Entries are only ever added, and forgotten when they are old. */
export class TrailStore {
  async add(work: Work, entries: readonly TrailEntry[]): Promise<void> {
    await managerOf(work).query(
      `insert into trail_entry (at, who, name, roles, act, things, status, trace_id)
       select at, who, name, roles, act, things, status, "traceId"
         from jsonb_to_recordset($1::jsonb) as e(at timestamptz, who uuid, name text, roles text[], act text,
              things uuid[], status int, "traceId" text)`,
      [JSON.stringify(entries.map((entry) => ({ roles: [], things: [], ...entry })))],
    );
  }

  /** Newest first. */
  page(work: Work, { before, limit, name, about, isOnlyChanges }: TrailQuestion): Promise<readonly KeptEntry[]> {
    return managerOf(work).query<KeptEntry[]>(
      `select number, at, who, name, roles, act, things, status, trace_id as "traceId" from trail_entry
        where ($1::bigint is null or number < $1) and ($2::text is null or name = $2)
          and ($3::uuid is null or things @> array[$3::uuid])
          and (not $5 or act !~ '^(GET|HEAD) ')
        order by number desc limit $4`,
      [before, name, about, limit, isOnlyChanges],
    );
  }

  /** Who changed it last and was not refused, at any address or at those that end so. */
  async lastChange(
    work: Work,
    thing: string,
    changedAt: readonly string[] = [''],
  ): Promise<Pick<KeptEntry, 'at' | 'name'> | undefined> {
    const [last] = await managerOf(work).query<Pick<KeptEntry, 'at' | 'name'>[]>(
      `select at, name from trail_entry
        where things @> array[$1::uuid] and status < 400 and act !~ '^(GET|HEAD) ' and act like any ($2)
        order by number desc limit 1`,
      [thing, changedAt.map((end) => `%${end}`)],
    );
    return last;
  }

  async forgetOld(work: Work): Promise<void> {
    await managerOf(work).query(`delete from trail_entry where at < now() - interval '2 years'`);
  }
}
