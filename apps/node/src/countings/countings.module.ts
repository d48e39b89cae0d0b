import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { Facts } from '../facts/facts.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import { Consents } from './consents.service.js';
import { CountingsController } from './countings.controller.js';
import { CountingsMessages } from './countings.messages.js';
import { Countings } from './countings.service.js';
import { CountingsStore } from './countings.store.js';

/** Days in a country, counted together with the other cooperatives of a worker. */
@Module({
  imports: [CooperativeModule, MembersModule, MissionsModule, PeersModule],
  controllers: [CountingsController, CountingsMessages],
  providers: [
    CountingsStore,
    {
      provide: Consents,
      useFactory: (store: CountingsStore, peers: Peers, facts: Facts, clock: Clock) =>
        new Consents(store, peers, facts, clock),
      inject: [CountingsStore, Peers, Facts, Clock],
    },
    {
      provide: Countings,
      useFactory: (
        store: CountingsStore,
        missions: Missions,
        members: Members,
        cooperative: Cooperative,
        peers: Peers,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Countings({ store, missions, members, cooperative, peers, facts, clock, ids }),
      inject: [CountingsStore, Missions, Members, Cooperative, Peers, Facts, Clock, Ids],
    },
  ],
  exports: [Countings],
})
export class CountingsModule {}
