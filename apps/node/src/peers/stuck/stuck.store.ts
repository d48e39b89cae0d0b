import { type Work, managerOf } from '@passerelle/doors/at-rest';
import type { NodeId } from '../received.js';
import type { StuckDecision, StuckMessage } from './stuck.js';

interface StuckRow extends Omit<StuckMessage, 'seq' | 'nextTryAt'> {
  readonly seq: string;
  readonly next_try_at: Date | null;
}

/** As long as the channel waits between two tries, at most. */
const retryAfterAtMostSeconds = 60;

/** Messages that are set aside, in PostgreSQL. One that is paused is never due. */
export class StuckStore {
  /** The oldest first; all of them without a limit. */
  async list(work: Work, limit: number | null): Promise<readonly StuckMessage[]> {
    return select(work, 'order by since limit $1', [limit]);
  }

  async find(work: Work, peer: NodeId, seq: bigint): Promise<StuckMessage | null> {
    return (await select(work, 'and peer = $1 and seq = $2', [peer, seq.toString()]))[0] ?? null;
  }

  /** Lets it be tried at once. */
  async due(work: Work, { peer, seq }: Pick<StuckMessage, 'peer' | 'seq'>): Promise<void> {
    await setLast(work, peer, seq, '-infinity');
  }

  async pause(work: Work, { peer, seq }: Pick<StuckMessage, 'peer' | 'seq'>): Promise<void> {
    await setLast(work, peer, seq, 'infinity');
  }

  async decided(work: Work, { peer, seq, action, reason, by }: StuckDecision): Promise<void> {
    await managerOf(work).query(
      'insert into stuck_decision (peer, seq, action, reason, by_account) values ($1, $2, $3, $4, $5)',
      [peer, seq.toString(), action, reason, by],
    );
  }
}

const setLast = (work: Work, peer: NodeId, seq: bigint, at: string): Promise<unknown> =>
  managerOf(work).query(
    'update parked set last_at = $3::timestamptz where peer = $1 and seq = $2 and verdict is null',
    [peer, seq.toString(), at],
  );

async function select(work: Work, which: string, values: readonly unknown[]): Promise<StuckMessage[]> {
  const rows = await managerOf(work).query<StuckRow[]>(
    `select parked.peer, parked.seq, type, hash, error, attempts, since,
       case when last_at = 'infinity' then null
            when last_at = '-infinity' then now()
            else last_at + least(attempts, ${retryAfterAtMostSeconds}) * interval '1 second' end as next_try_at
     from parked join inbox using (peer, seq) where parked.verdict is null ${which}`,
    [...values],
  );
  return rows.map(({ seq, next_try_at: nextTryAt, ...row }) => ({ ...row, seq: BigInt(seq), nextTryAt }));
}
