import { DataSource } from 'typeorm';

export interface ReplicaOptions {
  /** A streaming standby of the same database. */
  readonly url: string;
  /** Reports that would be older than this are read from the database itself. */
  readonly maxLagSeconds: number;
  readonly entities: readonly (new () => object)[];
  readonly poolSize?: number;
}

/** Why reports are not read from a replica. */
export type ReplicaFault = 'no-answer' | 'no-standby' | 'other-database' | 'not-caught-up' | 'behind';

/** How a replica does: by how much it is behind, and why it is not used, if it is not. */
export interface ReplicaState {
  /** Null before it was seen to follow. */
  readonly lagSeconds: number | null;
  readonly unusedBecause: ReplicaFault | null;
}

interface Written {
  readonly position: bigint;
  readonly atMs: number;
}

const lookEveryMs = 1_000;
const connectMs = 2_000;
const patienceMs = 3_000;

/** Looks remembered while the replica does not move: an hour of them. */
const writtenMax = 3_600;

/**
 * A standby that answers reports. How far it is behind is the age of what the primary had written when the replica had
 * last replayed all of that: measured by one clock, and right also when nobody writes or the stream between them is cut.
 */
export class Replica {
  private source: DataSource | null = null;
  /** What the primary had written at each look, as far as the replica has not replayed it. */
  private ahead: Written[] = [];
  /** When that was written which the replica has replayed; null before it was seen to follow. */
  private replayedAtMs: number | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private seen: ReplicaState = { lagSeconds: null, unusedBecause: 'no-answer' };

  /** Hears whenever it begins or ceases to be used. */
  onChange: (state: ReplicaState) => void = () => undefined;

  constructor(
    private readonly primary: DataSource,
    private readonly options: ReplicaOptions,
  ) {}

  get state(): ReplicaState {
    return this.seen;
  }

  /** Where reports are read; null while that is the primary. */
  get usable(): DataSource | null {
    return this.seen.unusedBecause === null ? this.source : null;
  }

  /** Looks now, and then each second. */
  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    if (this.source?.isInitialized) await this.source.destroy();
  }

  /** Looks how far the replica is. Never rejects: what is wrong is in the state. */
  look(): Promise<void> {
    return (this.looking ??= this.lookOnce().finally(() => (this.looking = null)));
  }

  /** The same, but not by a look that has begun before: something has gone wrong since. */
  async lookAgain(): Promise<void> {
    await this.looking;
    await this.look();
  }

  private async lookOnce(): Promise<void> {
    const silent = (): ReplicaState => ({ lagSeconds: this.lagSeconds(), unusedBecause: 'no-answer' });
    const state = await inTime(this.measured()).catch(silent);
    const isNews = (state.unusedBecause === null) !== (this.seen.unusedBecause === null);
    this.seen = state;
    if (isNews) this.onChange(state);
  }

  private async measured(): Promise<ReplicaState> {
    const written = await answerOf<{ position: string } & Identity>(this.primary, 'pg_current_wal_lsn()');
    const atMs = performance.now();
    if (this.ahead.length < writtenMax) this.ahead.push({ position: BigInt(written.position), atMs });
    this.source ??= await sourceOf(this.options);
    const replica = await answerOf<{ position: string | null } & Identity>(this.source, 'pg_last_wal_replay_lsn()');
    if (replica.position === null) return unused('no-standby');
    if (replica.database !== written.database || replica.cluster !== written.cluster) return unused('other-database');
    this.forgetUpTo(BigInt(replica.position));
    const lagSeconds = this.lagSeconds();
    if (lagSeconds === null) return unused('not-caught-up');
    return { lagSeconds, unusedBecause: lagSeconds <= this.options.maxLagSeconds ? null : 'behind' };
  }

  private forgetUpTo(replayed: bigint): void {
    const at = this.ahead.findLastIndex(({ position }) => position <= replayed);
    if (at >= 0) this.replayedAtMs = this.ahead.splice(0, at + 1).at(-1)!.atMs;
  }

  /** What was replayed at this very look is less than a look old, which counts as nothing. */
  private lagSeconds(): number | null {
    if (this.replayedAtMs === null) return null;
    return this.ahead.length === 0 ? 0 : (performance.now() - this.replayedAtMs) / 1000;
  }
}

interface Identity {
  readonly database: string;
  readonly cluster: string;
}

const unused = (unusedBecause: ReplicaFault): ReplicaState => ({ lagSeconds: null, unusedBecause });

/** A place in what is written, as bytes since the beginning, and which database of which cluster it is. */
async function answerOf<T>(source: DataSource, place: string): Promise<T> {
  const [row] = await source.query<[T]>(
    `select pg_wal_lsn_diff(${place}, '0/0')::text as position,
            current_database()::text as database, (select system_identifier from pg_control_system())::text as cluster`,
  );
  return row;
}

async function sourceOf({ url, entities, poolSize = 10 }: ReplicaOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: [...entities],
    installExtensions: false,
    connectTimeoutMS: connectMs,
    applicationName: 'passerelle reports',
  });
  return source.initialize();
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
