import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { ClientsModule } from '../clients/clients.module.js';
import { Clients } from '../clients/clients.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { Facts } from '../facts/facts.service.js';
import { ClientCredits } from '../invoicing/bank/client-credits.service.js';
import { Transfers } from '../invoicing/bank/transfers.service.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { PayeeSources } from '../payouts/payee-source.js';
import { PayoutsModule } from '../payouts/payouts.module.js';
import { PayeesOfRefunds } from './payees-of-refunds.service.js';
import { RefundsController } from './refunds.controller.js';
import { Refunds } from './refunds.service.js';
import { RefundsStore } from './refunds.store.js';

/** What clients have with us goes back to them. */
@Module({
  imports: [FactsModule, CooperativeModule, ClientsModule, InvoicingModule, PayoutsModule],
  controllers: [RefundsController],
  providers: [
    RefundsStore,
    {
      provide: Refunds,
      useFactory: (
        store: RefundsStore,
        credits: ClientCredits,
        clients: Clients,
        transfers: Transfers,
        cooperative: Cooperative,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Refunds({ store, credits, clients, transfers, cooperative, facts, clock, ids }),
      inject: [RefundsStore, ClientCredits, Clients, Transfers, Cooperative, Facts, Clock, Ids],
    },
  ],
})
export class RefundsModule {
  constructor(payees: PayeeSources, store: RefundsStore, clients: Clients) {
    payees.add(new PayeesOfRefunds(store, clients));
  }
}
