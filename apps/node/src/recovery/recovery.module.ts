import { Module } from '@nestjs/common';
import { Ids } from '@passerelle/doors';
import { BooksModule } from '../books/books.module.js';
import { Books } from '../books/books.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { ClientLetters } from '../invoicing/client/client-letters.service.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Invoices } from '../invoicing/invoices/invoices.service.js';
import { ClaimsToDecide } from './claims-to-decide.service.js';
import { RecoveryController } from './recovery.controller.js';
import { RecoveryFollower } from './recovery.follower.js';
import { Recovery } from './recovery.service.js';
import { RecoveryStore } from './recovery.store.js';

/** Clients who do not pay: reminders by the days of a policy, disputes, and what is given up. */
@Module({
  imports: [BooksModule, CooperativeModule, InvoicingModule],
  controllers: [RecoveryController],
  providers: [
    RecoveryStore,
    {
      provide: Recovery,
      useFactory: (
        store: RecoveryStore,
        invoices: Invoices,
        letters: ClientLetters,
        cooperative: Cooperative,
        books: Books,
        facts: Facts,
        ids: Ids,
      ) => new Recovery({ store, invoices, letters, cooperative, books, facts, ids }),
      inject: [RecoveryStore, Invoices, ClientLetters, Cooperative, Books, Facts, Ids],
    },
    {
      provide: RecoveryFollower,
      useFactory: (recovery: Recovery) => new RecoveryFollower(recovery),
      inject: [Recovery],
    },
  ],
  exports: [Recovery],
})
export class RecoveryModule {
  constructor(runner: FactsRunner, follower: RecoveryFollower, inbox: InboxSources, recovery: Recovery) {
    runner.add(follower);
    inbox.add(new ClaimsToDecide(recovery));
  }
}
