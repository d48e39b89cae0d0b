import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { InboxSource } from '../inbox/inbox-source.js';
import type { Contract } from './contract.js';
import type { Contracts } from './contracts.service.js';

/** Work that has begun under a contract that she has not signed. */
export class ContractsToSign extends InboxSource {
  override readonly kinds = ['contract-unsigned'] as const;

  constructor(private readonly contracts: Contracts) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    return (await this.contracts.late(work)).map(itemOf);
  }
}

const itemOf = ({ id, mission, member, worker, reference, localName, offeredAt, due }: Contract): InboxItem => ({
  kind: 'contract-unsigned',
  id: publicId('ctr', id),
  about: `${worker} · ${mission === null ? localName : `${reference} · ${localName}`}`,
  count: null,
  why: null,
  since: offeredAt,
  deadline: due,
  amount: null,
  page: mission === null ? `/staff/people/${publicId('mem', member)}` : `/staff/missions/${publicId('mis', mission)}`,
});
