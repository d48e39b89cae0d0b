import { Module } from '@nestjs/common';
import { Clock, Ids, Sealing } from '@passerelle/doors';
import { ActivitiesModule } from '../activities/activities.module.js';
import { Activities } from '../activities/activities.service.js';
import { Budgets } from '../activities/budgets.service.js';
import { BooksModule } from '../books/books.module.js';
import { Books } from '../books/books.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { Facts } from '../facts/facts.service.js';
import { FilesModule } from '../files/files.module.js';
import { RefusedFiles } from '../files/refused-files.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Transfers } from '../invoicing/bank/transfers.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { PayeeSources } from '../payouts/payee-source.js';
import { PayoutsModule } from '../payouts/payouts.module.js';
import { ExpensesToDecide } from './expenses-to-decide.service.js';
import { ExpensesController } from './expenses.controller.js';
import { Expenses } from './expenses.service.js';
import { ExpensesStore } from './expenses.store.js';
import { PayeesOfExpenses } from './payees-of-expenses.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { Receipts } from './receipts.service.js';
import { ReceiptsStore } from './receipts.store.js';

@Module({
  imports: [
    FactsModule,
    FilesModule,
    BooksModule,
    CooperativeModule,
    MembersModule,
    InvoicingModule,
    PayoutsModule,
    ActivitiesModule,
  ],
  controllers: [ExpensesController, ReceiptsController],
  providers: [
    ExpensesStore,
    { provide: ReceiptsStore, useFactory: (sealing: Sealing) => new ReceiptsStore(sealing), inject: [Sealing] },
    {
      provide: Receipts,
      useFactory: (
        store: ReceiptsStore,
        refused: RefusedFiles,
        members: Members,
        cooperative: Cooperative,
        clock: Clock,
        ids: Ids,
      ) => new Receipts(store, refused, members, cooperative, clock, ids),
      inject: [ReceiptsStore, RefusedFiles, Members, Cooperative, Clock, Ids],
    },
    {
      provide: Expenses,
      useFactory: (
        store: ExpensesStore,
        receipts: ReceiptsStore,
        activities: Activities,
        budgets: Budgets,
        books: Books,
        transfers: Transfers,
        cooperative: Cooperative,
        members: Members,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) =>
        new Expenses({
          store,
          receipts,
          activities,
          budgets,
          books,
          transfers,
          cooperative,
          members,
          facts,
          clock,
          ids,
        }),
      inject: [
        ExpensesStore,
        ReceiptsStore,
        Activities,
        Budgets,
        Books,
        Transfers,
        Cooperative,
        Members,
        Facts,
        Clock,
        Ids,
      ],
    },
  ],
  exports: [Expenses],
})
export class ExpensesModule {
  constructor(payees: PayeeSources, inbox: InboxSources, store: ExpensesStore, members: Members) {
    payees.add(new PayeesOfExpenses(store, members));
    inbox.add(new ExpensesToDecide(store, members));
  }
}
