import { Module } from '@nestjs/common';
import { Clock } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { MembersModule } from '../members/members.module.js';
import { Situations } from '../members/situations.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { Placings } from '../missions/placings.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import { A1RequestsController } from './a1-requests.controller.js';
import { FormalitiesController } from './formalities.controller.js';
import { FormalitiesFollower } from './formalities.follower.js';
import { FormalitiesMessages } from './formalities.messages.js';
import { Formalities } from './formalities.service.js';
import { FormalitiesStore } from './formalities.store.js';
import { PartnerFormalities } from './partner-formalities.service.js';

/** Between the client's yes and the first day of work abroad. */
@Module({
  imports: [CooperativeModule, MembersModule, MissionsModule, PeersModule],
  controllers: [FormalitiesController, A1RequestsController, FormalitiesMessages],
  providers: [
    FormalitiesStore,
    {
      provide: Formalities,
      useFactory: (
        store: FormalitiesStore,
        missions: Missions,
        placings: Placings,
        situations: Situations,
        cooperative: Cooperative,
        peers: Peers,
        clock: Clock,
      ) => new Formalities({ store, missions, placings, situations, cooperative, peers, clock }),
      inject: [FormalitiesStore, Missions, Placings, Situations, Cooperative, Peers, Clock],
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
  constructor(runner: FactsRunner, follower: FormalitiesFollower) {
    runner.add(follower);
  }
}
