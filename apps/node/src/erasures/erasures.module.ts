import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { Facts } from '../facts/facts.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { ErasuresController } from './erasures.controller.js';
import { Erasures } from './erasures.service.js';
import { ErasuresStore } from './erasures.store.js';

/** What may go when a member asks, and what the law keeps. */
@Module({
  imports: [FactsModule, CooperativeModule, MembersModule],
  controllers: [ErasuresController],
  providers: [
    ErasuresStore,
    {
      provide: Erasures,
      useFactory: (
        store: ErasuresStore,
        members: Members,
        cooperative: Cooperative,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Erasures({ store, members, cooperative, facts, clock, ids }),
      inject: [ErasuresStore, Members, Cooperative, Facts, Clock, Ids],
    },
  ],
})
export class ErasuresModule {}
