import { Module } from '@nestjs/common';
import { Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { MembersStore } from './members.store.js';

@Module({
  imports: [CooperativeModule],
  controllers: [MembersController],
  providers: [
    MembersStore,
    {
      provide: Members,
      useFactory: (store: MembersStore, cooperative: Cooperative, ids: Ids) => new Members(store, cooperative, ids),
      inject: [MembersStore, Cooperative, Ids],
    },
  ],
  exports: [Members],
})
export class MembersModule {}
