import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { BooksModule } from '../books/books.module.js';
import { Books } from '../books/books.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { Facts } from '../facts/facts.service.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Invoices } from '../invoicing/invoices/invoices.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { ActivitiesController } from './activities.controller.js';
import { Activities } from './activities.service.js';
import { ActivitiesStore } from './activities.store.js';
import { BudgetSources } from './budget-source.js';
import { Budgets } from './budgets.service.js';
import { GrantsController } from './grants.controller.js';
import { Grants } from './grants.service.js';
import { GrantsStore } from './grants.store.js';
import { SetAsidesController } from './set-asides.controller.js';
import { SetAsides } from './set-asides.service.js';
import { SetAsidesStore } from './set-asides.store.js';

@Module({
  imports: [FactsModule, BooksModule, CooperativeModule, MembersModule, MissionsModule, InvoicingModule],
  controllers: [ActivitiesController, SetAsidesController, GrantsController],
  providers: [
    ActivitiesStore,
    SetAsidesStore,
    GrantsStore,
    BudgetSources,
    {
      provide: Activities,
      useFactory: (store: ActivitiesStore, members: Members, facts: Facts, clock: Clock, ids: Ids) =>
        new Activities({ store, members, facts, clock, ids }),
      inject: [ActivitiesStore, Members, Facts, Clock, Ids],
    },
    {
      provide: SetAsides,
      useFactory: (
        store: SetAsidesStore,
        activities: Activities,
        sources: BudgetSources,
        missions: Missions,
        facts: Facts,
        clock: Clock,
      ) => new SetAsides({ store, activities, sources, missions, facts, clock }),
      inject: [SetAsidesStore, Activities, BudgetSources, Missions, Facts, Clock],
    },
    {
      provide: Budgets,
      useFactory: (
        setAsides: SetAsidesStore,
        sources: BudgetSources,
        books: Books,
        cooperative: Cooperative,
        invoices: Invoices,
        missions: Missions,
      ) => new Budgets({ setAsides, sources, books, cooperative, invoices, missions }),
      inject: [SetAsidesStore, BudgetSources, Books, Cooperative, Invoices, Missions],
    },
    {
      provide: Grants,
      useFactory: (
        store: GrantsStore,
        activities: Activities,
        budgets: Budgets,
        books: Books,
        cooperative: Cooperative,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Grants({ store, activities, budgets, books, cooperative, facts, clock, ids }),
      inject: [GrantsStore, Activities, Budgets, Books, Cooperative, Facts, Clock, Ids],
    },
  ],
  exports: [Activities, Budgets, BudgetSources, SetAsides],
})
export class ActivitiesModule {}
