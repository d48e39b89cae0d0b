import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Transfers } from '../invoicing/bank/transfers.service.js';
import { PayeeSources } from './payee-source.js';
import { PayoutsToDecide } from './payouts-to-decide.service.js';
import { PayoutsController } from './payouts.controller.js';
import { Payouts } from './payouts.service.js';
import { PayoutsStore } from './payouts.store.js';

@Module({
  imports: [FactsModule, CooperativeModule, InvoicingModule],
  controllers: [PayoutsController],
  providers: [
    PayeeSources,
    {
      provide: PayoutsStore,
      useFactory: (transfers: Transfers) => new PayoutsStore(transfers),
      inject: [Transfers],
    },
    {
      provide: Payouts,
      useFactory: (
        store: PayoutsStore,
        sources: PayeeSources,
        transfers: Transfers,
        cooperative: Cooperative,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Payouts({ store, sources, transfers, cooperative, facts, clock, ids }),
      inject: [PayoutsStore, PayeeSources, Transfers, Cooperative, Facts, Clock, Ids],
    },
  ],
  exports: [PayeeSources, Payouts],
})
export class PayoutsModule {
  constructor(inbox: InboxSources, payouts: Payouts, cooperative: Cooperative) {
    inbox.add(new PayoutsToDecide(payouts, cooperative));
  }
}
