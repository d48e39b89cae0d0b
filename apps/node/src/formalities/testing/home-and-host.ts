import { RandomIds } from '@passerelle/doors';
import { country, day } from '@passerelle/values';
import type { Situation } from '../../members/situation.js';
import { Situations } from '../../members/situations.service.js';
import { SituationsStore } from '../../members/situations.store.js';
import { type Branch, type Said, openBranch, received } from '../../missions/testing/two-branches.js';
import type { Verdict } from '../../peers/received.js';
import { A1Documents } from '../a1-documents.service.js';
import { A1DocumentsStore } from '../a1-documents.store.js';
import { Formalities } from '../formalities.service.js';
import { FormalitiesStore } from '../formalities.store.js';
import { PartnerFormalities } from '../partner-formalities.service.js';

/** A branch with its formalities. */
export interface FormalBranch extends Branch {
  readonly situations: Situations;
  readonly documents: A1Documents;
  readonly formalities: Formalities;
  readonly partnerFormalities: PartnerFormalities;
}

/** Somebody who lives in Brussels and works for nobody but the cooperative there. */
export const livesAtHome: Situation = {
  from: day('2026-01-01'),
  nationality: country('BE'),
  residence: country('BE'),
  identity: { surname: 'Diallo', forenames: 'Amina', personalNumber: '90051700226' },
  employers: [],
  activities: [
    { kind: 'employed', employer: 'cooperative', country: country('BE'), timeShare: '1', regularity: 'habitual' },
  ],
};

export async function openFormalBranch(me: 'be' | 'fr'): Promise<FormalBranch> {
  const branch = await openBranch(me);
  const { members, facts, clock, missions, placings, cooperative, peers, fresh } = branch;
  const store = new FormalitiesStore();
  const situations = new Situations(new SituationsStore(), members, facts, clock);
  const documents = new A1Documents(new A1DocumentsStore(), missions, cooperative, clock, new RandomIds());
  const formalities = new Formalities({ store, missions, documents, placings, situations, cooperative, peers, clock });
  const partnerFormalities = new PartnerFormalities(store, missions, clock);
  const hear = (from: string, said: Said): Promise<Verdict> =>
    said.type === 'mission.formalities'
      ? fresh.database.transact((work) => partnerFormalities.told(received(work, from, said), said.body as never))
      : branch.hear(from, said);
  return { ...branch, hear, situations, documents, formalities, partnerFormalities };
}
