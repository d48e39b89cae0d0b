import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { CooperativeController } from './cooperative.controller.js';
import { Cooperative } from './cooperative.service.js';
import { CooperativeStore } from './cooperative.store.js';
import { LawController } from './law.controller.js';

@Module({
  controllers: [CooperativeController, LawController],
  providers: [
    CooperativeStore,
    {
      provide: Cooperative,
      useFactory: (store: CooperativeStore, clock: Clock, ids: Ids) => new Cooperative(store, clock, ids),
      inject: [CooperativeStore, Clock, Ids],
    },
  ],
  exports: [Cooperative],
})
export class CooperativeModule {}
