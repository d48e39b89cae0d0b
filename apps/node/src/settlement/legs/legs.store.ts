import { type Work, managerOf } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { KeptLeg, PaymentWord } from './kept-leg.js';
import { LegsStore } from './legs-store.js';

interface WordRow extends Omit<PaymentWord, 'by' | 'amount'> {
  readonly by_node: NodeId;
  readonly amount: string;
}

/** Legs in PostgreSQL. */
export class PostgresLegsStore extends LegsStore {
  async find(work: Work, id: string): Promise<KeptLeg | null> {
    return (await select(work, 'where leg.id = $1', [id]))[0] ?? null;
  }

  async save(work: Work, { id, cycle, role, peer, entity, record }: KeptLeg): Promise<void> {
    await managerOf(work).query(
      `insert into leg (id, cycle, role, peer, entity, record) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set record = $6`,
      [id, cycle, role, peer, entity, JSON.stringify(record)],
    );
  }

  ofCycle(work: Work, cycle: CycleId): Promise<readonly KeptLeg[]> {
    return select(work, 'where leg.cycle = $1', [cycle]);
  }

  open(work: Work): Promise<readonly KeptLeg[]> {
    return select(work, `where (record -> 'leg' ->> 'amount')::bigint > (record ->> 'received')::bigint`, []);
  }

  async addWord(work: Work, { leg, by, kind, amount }: PaymentWord): Promise<void> {
    await managerOf(work).query(
      `insert into payment_word (leg, by_node, kind, amount) values ($1, $2, $3, $4)
       on conflict (leg, by_node, kind) do update set amount = greatest(payment_word.amount, excluded.amount)`,
      [leg, by, kind, amount.toString()],
    );
  }

  async words(work: Work, leg: string): Promise<readonly PaymentWord[]> {
    const rows = await managerOf(work).query<WordRow[]>(
      'select leg, by_node, kind, amount from payment_word where leg = $1 order by kind, by_node',
      [leg],
    );
    return rows.map(({ by_node: by, amount, ...word }) => ({ ...word, by, amount: BigInt(amount) }));
  }

  async spokenOf(work: Work, by: NodeId): Promise<number> {
    const [row] = await managerOf(work).query<{ count: number }[]>(
      `select count(distinct leg)::int as count from payment_word word
       where by_node = $1 and not exists (select from leg where leg.id = word.leg)`,
      [by],
    );
    return row!.count;
  }
}

const select = (work: Work, which: string, values: readonly unknown[]): Promise<KeptLeg[]> =>
  managerOf(work).query<KeptLeg[]>(
    `select leg.id, leg.cycle, leg.role, leg.peer, leg.entity, leg.record from leg ${which} order by leg.id`,
    [...values],
  );
