import { Held, type Work, managerOf } from '@passerelle/doors';
import type { NodeId } from '../../peers/received.js';
import type { Learned } from './obligations-store.js';

/** One of our words about the pair: the number of its message, and which of our words it is. */
interface Word {
  readonly seq: bigint;
  readonly nth: number;
}

/** Words read at once: answers to many words come together, each having seen one word more than the one before. */
const readAtOnce = 256;

/** Words that follow each other. What lies between `from` and `upto` can be told without asking again. */
interface Run {
  readonly from: bigint;
  /** Null when these are all that are known. */
  readonly upto: bigint | null;
  readonly words: readonly Word[];
}

const held = new Held(() => ({ learned: new Map<NodeId, Learned>(), runs: new Map<NodeId, Run>() }));

/** Which of our messages to each peer were words about the pair, in PostgreSQL. */
export class PairWords {
  async learned(work: Work, peer: NodeId): Promise<Learned> {
    const known = held.of(work)?.learned.get(peer);
    if (known) return known;
    const [row] = await managerOf(work).query<{ numbered: string; words: number }[]>(
      'select numbered, words from pair where peer = $1',
      [peer],
    );
    const learned = { upto: BigInt(row?.numbered ?? 0), words: row?.words ?? 0 };
    held.of(work)?.learned.set(peer, learned);
    return learned;
  }

  async learn(work: Work, peer: NodeId, seqs: readonly bigint[], upto: bigint): Promise<void> {
    const { words } = await this.learned(work, peer);
    await managerOf(work).query(
      `with known as (
         insert into pair_word (peer, seq, nth)
         select $1, seq, $2 + place from unnest($3::bigint[]) with ordinality as said (seq, place))
       insert into pair (peer, words, numbered) values ($1, $4, $5)
       on conflict (peer) do update set words = excluded.words, numbered = excluded.numbered`,
      [peer, words, seqs.map(String), words + seqs.length, upto.toString()],
    );
    held.of(work)?.learned.set(peer, { upto, words: words + seqs.length });
    held.of(work)?.runs.delete(peer);
  }

  async upto(work: Work, peer: NodeId, seq: bigint): Promise<number> {
    const known = held.of(work)?.runs.get(peer);
    const run = known && covers(known, seq) ? known : await readRun(work, peer, seq);
    held.of(work)?.runs.set(peer, run);
    return run.words.findLast((word) => word.seq <= seq)?.nth ?? 0;
  }
}

const covers = ({ from, upto }: Run, seq: bigint): boolean => seq >= from && (upto === null || seq <= upto);

/** From the last word at or before the number, or from the first one when there is none. */
async function readRun(work: Work, peer: NodeId, seq: bigint): Promise<Run> {
  const rows = await managerOf(work).query<{ seq: string; nth: number }[]>(
    `select seq, nth from pair_word where peer = $1
       and seq >= coalesce((select max(seq) from pair_word where peer = $1 and seq <= $2), 0) order by seq limit $3`,
    [peer, seq.toString(), readAtOnce],
  );
  const words = rows.map((row) => ({ seq: BigInt(row.seq), nth: row.nth }));
  return { from: seq, upto: words.length < readAtOnce ? null : words.at(-1)!.seq, words };
}
