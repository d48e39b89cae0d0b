import { Module } from '@nestjs/common';
import { Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { ClientsController } from './clients.controller.js';
import { Clients } from './clients.service.js';
import { ClientsStore } from './clients.store.js';

@Module({
  imports: [CooperativeModule],
  controllers: [ClientsController],
  providers: [
    ClientsStore,
    {
      provide: Clients,
      useFactory: (store: ClientsStore, cooperative: Cooperative, ids: Ids) => new Clients(store, cooperative, ids),
      inject: [ClientsStore, Cooperative, Ids],
    },
  ],
  exports: [Clients],
})
export class ClientsModule {}
