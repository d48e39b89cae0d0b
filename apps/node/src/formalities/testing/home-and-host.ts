import { RandomIds, Sealing } from '@passerelle/doors';
import { country, day } from '@passerelle/values';
import type { Situation } from '../../members/situation.js';
import { Consents } from '../../countings/consents.service.js';
import { Countings } from '../../countings/countings.service.js';
import { CountingsStore } from '../../countings/countings.store.js';
import { RefusedFiles } from '../../files/refused-files.service.js';
import { RefusedFilesStore } from '../../files/refused-files.store.js';
import { Situations } from '../../members/situations.service.js';
import { SituationsStore } from '../../members/situations.store.js';
import { type Branch, type Said, openBranch, received } from '../../missions/testing/two-branches.js';
import type { Received, Verdict } from '../../peers/received.js';
import { A1Documents } from '../a1-documents.service.js';
import { A1DocumentsStore } from '../a1-documents.store.js';
import { Formalities } from '../formalities.service.js';
import { FormalitiesStore } from '../formalities.store.js';
import { PartnerFormalities } from '../partner-formalities.service.js';

/** A branch with its formalities. */
export interface FormalBranch extends Branch {
  readonly situations: Situations;
  readonly documents: A1Documents;
  readonly consents: Consents;
  readonly countings: Countings;
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
  const ids = new RandomIds();
  const counts = new CountingsStore();
  const consents = new Consents(counts, peers, facts, clock);
  const countings = new Countings({ store: counts, missions, members, cooperative, peers, facts, clock, ids });
  const sealing = new Sealing({ secretsKey: 'a sentence for the safe' });
  const documents = new A1Documents(
    new A1DocumentsStore(sealing),
    new RefusedFiles(new RefusedFilesStore(sealing), clock, ids),
    missions,
    cooperative,
    clock,
    ids,
  );
  const formalities = new Formalities({
    store,
    missions,
    documents,
    placings,
    situations,
    countings,
    cooperative,
    peers,
    clock,
  });
  const partnerFormalities = new PartnerFormalities(store, missions, clock);
  const handlers: Readonly<Record<string, (each: Received, body: never) => Promise<Verdict>>> = {
    'mission.formalities': (each, body) => partnerFormalities.told(each, body),
    'counts.ask': (each, body) => countings.asked(each, body),
    'counts.tell': (each, body) => countings.told(each, body),
  };
  const hear = (from: string, said: Said): Promise<Verdict> => {
    const handler = handlers[said.type];
    if (!handler) return branch.hear(from, said);
    return fresh.database.transact((work) => handler(received(work, from, said), said.body as never));
  };
  return { ...branch, hear, situations, documents, consents, countings, formalities, partnerFormalities };
}
