import { Held, type Work, managerOf, traceOf } from '@passerelle/doors';
import type { Fact, FactKind, NewFact } from './fact.js';
import { FactsStore, type Progress, type Wanted } from './facts.service.js';

interface FactRow {
  readonly position: string;
  readonly recorded_at: Date;
  readonly kind: FactKind;
  readonly subject: string;
  readonly body: unknown;
  readonly trace: string | null;
}

/** Facts held back at most; they are visible after the commit only, so nobody in their transaction can miss them. */
const heldMax = 10_000;

/** Facts and cursors in PostgreSQL. A fact gets its place at the end of its transaction, see `placing.migration.ts`. */
export class PostgresFactsStore extends FactsStore {
  async append(work: Work, facts: readonly NewFact[]): Promise<void> {
    const held = recorded.of(work);
    const trace = traceOf(work);
    const traced = facts.map((fact) => ({ ...fact, trace }));
    if (!held) return inserted(work, traced);
    held.push(...traced);
    if (held.length >= heldMax) await recorded.written(work);
  }

  async after<K extends FactKind>(work: Work, { kinds, after, limit }: Wanted<K>): Promise<Fact<K>[]> {
    const rows = await managerOf(work).query<FactRow[]>(
      `select position, recorded_at, kind, subject, body, trace from fact
       where position > $1 and kind = any($2) order by position limit $3`,
      [after, kinds, limit],
    );
    return rows.map((row) => factOf<K>(row));
  }

  async newest(work: Work, after: bigint): Promise<ReadonlyMap<FactKind, bigint>> {
    const rows = await managerOf(work).query<{ kind: FactKind; position: string }[]>(
      'select kind, max(position) as position from fact where position > $1 group by kind',
      [after],
    );
    return new Map(rows.map(({ kind, position }) => [kind, BigInt(position)]));
  }

  async last<K extends FactKind>(work: Work, kind: K): Promise<Fact<K> | null> {
    const [row] = await managerOf(work).query<FactRow[]>(
      `select position, recorded_at, kind, subject, body, trace from fact
       where kind = $1 and position is not null order by position desc limit 1`,
      [kind],
    );
    return row ? factOf<K>(row) : null;
  }

  async enrol(work: Work, follower: string): Promise<void> {
    await managerOf(work).query('insert into follower (name) values ($1) on conflict do nothing', [follower]);
  }

  async claim(work: Work, follower: string): Promise<bigint | null> {
    const [row] = await managerOf(work).query<{ upto: string }[]>(
      'select upto from follower where name = $1 for update skip locked',
      [follower],
    );
    return row ? BigInt(row.upto) : null;
  }

  async advance(work: Work, follower: string, upto: bigint): Promise<void> {
    await managerOf(work).query('update follower set upto = $2 where name = $1', [follower, upto]);
  }

  async progress(work: Work, follower: string, kinds: readonly FactKind[]): Promise<Progress> {
    const [row] = await managerOf(work).query<{ upto: string; behind: string }[]>(
      `select f.upto, (select count(*) from fact where position > f.upto and kind = any($2)) as behind
       from (select coalesce((select upto from follower where name = $1), 0) as upto) f`,
      [follower, kinds],
    );
    return { upto: BigInt(row!.upto), behind: Number(row!.behind) };
  }
}

const factOf = <K extends FactKind>({ position, recorded_at, trace, ...row }: FactRow): Fact<K> =>
  ({
    ...row,
    position: BigInt(position),
    recordedAt: recorded_at,
    ...(trace !== null && { trace }),
  }) as unknown as Fact<K>;

type TracedFact = NewFact & { readonly trace: string | null };

const recorded = new Held<TracedFact[]>(
  () => [],
  (work, facts) => inserted(work, facts.splice(0)),
  (work, facts) => placed(work, facts.splice(0)),
);

/** In the midst of a transaction: the database gives them their places at its end. */
async function inserted(work: Work, facts: readonly TracedFact[]): Promise<void> {
  if (facts.length > 0)
    await managerOf(work).query(
      `insert into fact (kind, subject, body, trace)
       select kind, subject, body::jsonb, trace
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality
         as f (kind, subject, body, trace, n) order by n`,
      columnsOf(facts),
    );
}

/** At the end of a transaction. */
async function placed(work: Work, facts: readonly TracedFact[]): Promise<void> {
  if (facts.length > 0) await managerOf(work).query('select record_facts($1, $2, $3, $4)', columnsOf(facts));
}

const columnsOf = (facts: readonly TracedFact[]): (string | null)[][] => [
  facts.map(({ kind }) => kind),
  facts.map(({ subject }) => subject),
  facts.map(({ body }) => JSON.stringify(body)),
  facts.map(({ trace }) => trace),
];
