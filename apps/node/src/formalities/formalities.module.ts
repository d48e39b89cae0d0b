import { Module } from '@nestjs/common';
import { Clock, Ids, Sealing } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { CountingsModule } from '../countings/countings.module.js';
import { Countings } from '../countings/countings.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { FilesModule } from '../files/files.module.js';
import { RefusedFiles } from '../files/refused-files.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { MembersModule } from '../members/members.module.js';
import { Situations } from '../members/situations.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { Placings } from '../missions/placings.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import { A1DocumentsController } from './a1-documents.controller.js';
import { A1Documents } from './a1-documents.service.js';
import { A1DocumentsStore } from './a1-documents.store.js';
import { A1RequestsController } from './a1-requests.controller.js';
import { FormalitiesController } from './formalities.controller.js';
import { FormalitiesFollower } from './formalities.follower.js';
import { FormalitiesToDecide } from './formalities-to-decide.service.js';
import { FormalitiesMessages } from './formalities.messages.js';
import { Formalities } from './formalities.service.js';
import { FormalitiesStore } from './formalities.store.js';
import { PartnerFormalities } from './partner-formalities.service.js';

/** Between the client's yes and the first day of work abroad. */
@Module({
  imports: [FilesModule, CooperativeModule, MembersModule, MissionsModule, CountingsModule, PeersModule],
  controllers: [FormalitiesController, A1RequestsController, A1DocumentsController, FormalitiesMessages],
  providers: [
    FormalitiesStore,
    { provide: A1DocumentsStore, useFactory: (sealing: Sealing) => new A1DocumentsStore(sealing), inject: [Sealing] },
    {
      provide: A1Documents,
      useFactory: (
        store: A1DocumentsStore,
        refused: RefusedFiles,
        missions: Missions,
        cooperative: Cooperative,
        clock: Clock,
        ids: Ids,
      ) => new A1Documents(store, refused, missions, cooperative, clock, ids),
      inject: [A1DocumentsStore, RefusedFiles, Missions, Cooperative, Clock, Ids],
    },
    {
      provide: Formalities,
      useFactory: (
        store: FormalitiesStore,
        missions: Missions,
        documents: A1Documents,
        placings: Placings,
        situations: Situations,
        countings: Countings,
        cooperative: Cooperative,
        peers: Peers,
        clock: Clock,
      ) => new Formalities({ store, missions, documents, placings, situations, countings, cooperative, peers, clock }),
      inject: [FormalitiesStore, Missions, A1Documents, Placings, Situations, Countings, Cooperative, Peers, Clock],
    },
    {
      provide: PartnerFormalities,
      useFactory: (store: FormalitiesStore, missions: Missions, clock: Clock) =>
        new PartnerFormalities(store, missions, clock),
      inject: [FormalitiesStore, Missions, Clock],
    },
    {
      provide: FormalitiesFollower,
      useFactory: (formalities: Formalities) => new FormalitiesFollower(formalities),
      inject: [Formalities],
    },
  ],
  exports: [Formalities],
})
export class FormalitiesModule {
  constructor(
    runner: FactsRunner,
    follower: FormalitiesFollower,
    inbox: InboxSources,
    missions: Missions,
    store: FormalitiesStore,
  ) {
    runner.add(follower);
    inbox.add(new FormalitiesToDecide(missions, store));
  }
}
