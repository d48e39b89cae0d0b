import type { Work } from '@passerelle/doors';
import { memoryOf } from '../../database/memory.js';
import type { NodeId } from '../../peers/received.js';
import { type CapQuestion, type GrantedCap, type Partner, newPartner } from './partner.js';
import { PartnersStore } from './partners-store.js';

/** Partners and caps in memory, for a simulation. */
export class MemoryPartnersStore extends PartnersStore {
  private partners: readonly Partner[] = [];
  private caps: readonly GrantedCap[] = [];

  async partner(_work: Work, node: NodeId): Promise<Partner> {
    return this.partners.find((one) => one.node === node) ?? newPartner(node);
  }

  async save(work: Work, partner: Partner): Promise<void> {
    const before = this.partners;
    this.partners = [...before.filter(({ node }) => node !== partner.node), partner];
    memoryOf(work).onRollback(() => (this.partners = before));
  }

  async granted(_work: Work, of: CapQuestion): Promise<bigint | null> {
    return this.caps.find((cap) => isOf(cap, of))?.max ?? null;
  }

  async grant(work: Work, cap: GrantedCap): Promise<void> {
    const before = this.caps;
    this.caps = [...before.filter((one) => !isOf(one, cap)), cap];
    memoryOf(work).onRollback(() => (this.caps = before));
  }
}

const isOf = (cap: CapQuestion, of: CapQuestion): boolean =>
  cap.creditor === of.creditor && cap.debtor === of.debtor && cap.currency === of.currency;
