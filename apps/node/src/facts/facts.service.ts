import type { Work } from '@passerelle/doors';
import type { Fact, FactKind, NewFact } from './fact.js';

/** Where facts are kept, and how far each follower came. */
export abstract class FactsStore {
  /** Records facts; they get their positions, and become visible, when the transaction is committed. */
  abstract append(work: Work, facts: readonly NewFact[]): Promise<void>;
  /** Facts of these kinds after a position, in order, at most `limit`. */
  abstract after<K extends FactKind>(work: Work, wanted: Wanted<K>): Promise<Fact<K>[]>;
  /** Which kinds there are facts of after a position, each with the position of its newest. */
  abstract newest(work: Work, after: bigint): Promise<ReadonlyMap<FactKind, bigint>>;
  /** The last fact of a kind, or null. */
  abstract last<K extends FactKind>(work: Work, kind: K): Promise<Fact<K> | null>;

  /** Makes sure that the follower has a cursor; a new one stands before the first fact. */
  abstract enrol(work: Work, follower: string): Promise<void>;
  /** Takes the follower's cursor for this transaction: its position, or null while another transaction has it. */
  abstract claim(work: Work, follower: string): Promise<bigint | null>;
  abstract advance(work: Work, follower: string, upto: bigint): Promise<void>;
  /** Where the follower stands and how many facts of its kinds lie ahead. */
  abstract progress(work: Work, follower: string, kinds: readonly FactKind[]): Promise<Progress>;
}

export interface Wanted<K extends FactKind> {
  readonly kinds: readonly K[];
  readonly after: bigint;
  readonly limit: number;
}

export interface Progress {
  readonly upto: bigint;
  readonly behind: number;
}

/** What happened in this node, in order. Earlier steps record; later steps follow. */
export class Facts {
  constructor(private readonly store: FactsStore) {}

  /**
   * Records a fact together with the change it speaks of. It is visible once the transaction is committed, to its own
   * transaction too, because only then is it certain that it happened.
   */
  record<K extends FactKind>(work: Work, fact: NewFact<K>): Promise<void> {
    return this.store.append(work, [fact as NewFact]);
  }

  recordAll(work: Work, facts: readonly NewFact[]): Promise<void> {
    return facts.length === 0 ? Promise.resolve() : this.store.append(work, facts);
  }

  /** Facts of these kinds after a position, oldest first, at most `limit` (500). */
  since<K extends FactKind>(work: Work, after: bigint, kinds: readonly K[], limit = 500): Promise<Fact<K>[]> {
    return this.store.after(work, { kinds, after, limit });
  }

  /** The last fact of a kind, or null when there was none yet. */
  last<K extends FactKind>(work: Work, kind: K): Promise<Fact<K> | null> {
    return this.store.last(work, kind);
  }
}
