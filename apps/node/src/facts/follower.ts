import type { Work } from '@passerelle/doors';
import type { Fact, FactKind } from './fact.js';

/**
 * A later step that acts on facts of earlier ones. It is given each fact of its kinds exactly once, in order, within the
 * transaction that also remembers how far it came.
 *
 * `follow` changes things only through its `work`, so that they are taken back together when it throws; it then gets the
 * same fact again. The name is its place in the record: a new name starts again at the first fact.
 */
export abstract class Follower<K extends FactKind = FactKind> {
  abstract readonly name: string;
  abstract readonly kinds: readonly K[];
  abstract follow(work: Work, fact: Fact<K>): Promise<void>;
}
