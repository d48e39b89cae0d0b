import { type Work, managerOf } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { FundWord, KeptCall } from './fund-call.js';
import { FundCallsStore } from './fund-calls-store.js';

/** Defaults in PostgreSQL. */
export class PostgresFundCallsStore extends FundCallsStore {
  async find(work: Work, result: string): Promise<KeptCall | null> {
    return (await select(work, 'where result = $1', [result]))[0] ?? null;
  }

  async named(work: Work, id: string): Promise<KeptCall | null> {
    return (await select(work, 'where $1 = any(ids)', [id]))[0] ?? null;
  }

  ofCycle(work: Work, cycle: CycleId): Promise<readonly KeptCall[]> {
    return select(work, 'where cycle = $1 order by result', [cycle]);
  }

  all(work: Work, limit: number): Promise<readonly KeptCall[]> {
    return select(work, 'order by cycle desc, result limit $1', [limit]);
  }

  async save(work: Work, { result, event, call, ids, approvals, status, rest, back }: KeptCall): Promise<void> {
    await managerOf(work).query(
      `insert into fund_call (result, cycle, event, call, ids, approvals, status, rest, back)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (result) do update set ids = $5, approvals = $6, status = $7, rest = $8, back = $9`,
      [
        result,
        event.cycle,
        JSON.stringify(event),
        JSON.stringify(call),
        ids,
        JSON.stringify(approvals),
        status,
        JSON.stringify(rest),
        JSON.stringify(back),
      ],
    );
  }

  async addWord(work: Work, { by, kind, waitsFor, body }: FundWord): Promise<void> {
    await managerOf(work).query(`insert into fund_word (by_node, kind, waits_for, body) values ($1, $2, $3, $4)`, [
      by,
      kind,
      waitsFor,
      JSON.stringify(body),
    ]);
  }

  async takeWords(work: Work, waitsFor: string): Promise<readonly FundWord[]> {
    const words = await managerOf(work).query<FundWord[]>(
      `select by_node as by, kind, waits_for as "waitsFor", body from fund_word where waits_for = $1 order by id`,
      [waitsFor],
    );
    if (words.length > 0) await managerOf(work).query('delete from fund_word where waits_for = $1', [waitsFor]);
    return words;
  }

  async countWords(work: Work, by: NodeId): Promise<number> {
    const [row] = await managerOf(work).query<{ count: number }[]>(
      'select count(*)::int as count from fund_word where by_node = $1',
      [by],
    );
    return row!.count;
  }
}

const select = (work: Work, which: string, values: readonly unknown[]): Promise<KeptCall[]> =>
  managerOf(work).query<KeptCall[]>(
    `select result, event, call, ids, approvals, status, rest, back from fund_call ${which}`,
    [...values],
  );
