import type { Work } from '@passerelle/doors';
import type { NodeId } from '../../peers/received.js';
import type { CapQuestion, GrantedCap, Partner } from './partner.js';

/** Where it is kept what nodes have said about dealing with each other. */
export abstract class PartnersStore {
  /** A new one when nothing was ever said. */
  abstract partner(work: Work, node: NodeId): Promise<Partner>;
  /** Adds or replaces. */
  abstract save(work: Work, partner: Partner): Promise<void>;
  /** What the creditor has said last, in minor units; null when it has said nothing. */
  abstract granted(work: Work, of: CapQuestion): Promise<bigint | null>;
  /** Adds or replaces. */
  abstract grant(work: Work, cap: GrantedCap): Promise<void>;
}
