import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { Facts } from '../facts/facts.service.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { MembersStore } from './members.store.js';
import { SituationsController } from './situations.controller.js';
import { Situations } from './situations.service.js';
import { SituationsStore } from './situations.store.js';

@Module({
  imports: [CooperativeModule],
  controllers: [MembersController, SituationsController],
  providers: [
    MembersStore,
    SituationsStore,
    {
      provide: Members,
      useFactory: (store: MembersStore, cooperative: Cooperative, ids: Ids) => new Members(store, cooperative, ids),
      inject: [MembersStore, Cooperative, Ids],
    },
    {
      provide: Situations,
      useFactory: (store: SituationsStore, members: Members, facts: Facts, clock: Clock) =>
        new Situations(store, members, facts, clock),
      inject: [SituationsStore, Members, Facts, Clock],
    },
  ],
  exports: [Members, Situations],
})
export class MembersModule {}
