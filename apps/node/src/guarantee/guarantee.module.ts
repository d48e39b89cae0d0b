import { Module } from '@nestjs/common';
import { Ids } from '@passerelle/doors';
import { ActivitiesModule } from '../activities/activities.module.js';
import { BudgetSources } from '../activities/budget-source.js';
import { BooksModule } from '../books/books.module.js';
import { Books } from '../books/books.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { FormalitiesModule } from '../formalities/formalities.module.js';
import { Formalities } from '../formalities/formalities.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Transfers } from '../invoicing/bank/transfers.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { Estimates } from '../payroll/estimates.service.js';
import { PayrollModule } from '../payroll/payroll.module.js';
import { FundAlarms } from './fund-alarms.service.js';
import { FundReading } from './fund-reading.service.js';
import { GuaranteeController } from './guarantee.controller.js';
import { GuaranteeFollower } from './guarantee.follower.js';
import { GuaranteeMetrics } from './guarantee.metrics.js';
import { Guarantee } from './guarantee.service.js';
import { GuaranteeStore } from './guarantee.store.js';
import { ReceiptsOfMissions } from './receipts-of-missions.service.js';
import { VerdictFollower } from './verdict.follower.js';
import { VerdictsController, WagesController } from './wages.controller.js';
import { Wages } from './wages.service.js';

@Module({
  imports: [
    ActivitiesModule,
    BooksModule,
    CooperativeModule,
    MembersModule,
    MissionsModule,
    FormalitiesModule,
    InvoicingModule,
    PayrollModule,
  ],
  controllers: [GuaranteeController, WagesController, VerdictsController],
  providers: [
    GuaranteeStore,
    GuaranteeMetrics,
    {
      provide: Guarantee,
      useFactory: (
        store: GuaranteeStore,
        books: Books,
        cooperative: Cooperative,
        missions: Missions,
        facts: Facts,
        ids: Ids,
      ) => new Guarantee({ store, books, cooperative, missions, facts, ids }),
      inject: [GuaranteeStore, Books, Cooperative, Missions, Facts, Ids],
    },
    {
      provide: Wages,
      useFactory: (
        store: GuaranteeStore,
        guarantee: Guarantee,
        books: Books,
        transfers: Transfers,
        cooperative: Cooperative,
        members: Members,
        facts: Facts,
        ids: Ids,
      ) => new Wages({ store, guarantee, books, transfers, cooperative, members, facts, ids }),
      inject: [GuaranteeStore, Guarantee, Books, Transfers, Cooperative, Members, Facts, Ids],
    },
    {
      provide: FundReading,
      useFactory: (store: GuaranteeStore, cooperative: Cooperative, estimates: Estimates) =>
        new FundReading(store, cooperative, estimates),
      inject: [GuaranteeStore, Cooperative, Estimates],
    },
    {
      provide: GuaranteeFollower,
      useFactory: (wages: Wages, guarantee: Guarantee, missions: Missions) =>
        new GuaranteeFollower(wages, guarantee, missions),
      inject: [Wages, Guarantee, Missions],
    },
    {
      provide: VerdictFollower,
      useFactory: (reading: FundReading, missions: Missions, formalities: Formalities) =>
        new VerdictFollower(reading, missions, formalities),
      inject: [FundReading, Missions, Formalities],
    },
  ],
  exports: [Guarantee, Wages],
})
export class GuaranteeModule {
  constructor(
    runner: FactsRunner,
    follower: GuaranteeFollower,
    verdicts: VerdictFollower,
    sources: BudgetSources,
    store: GuaranteeStore,
    inbox: InboxSources,
    missions: Missions,
    members: Members,
  ) {
    runner.add(follower);
    runner.add(verdicts);
    sources.add(new ReceiptsOfMissions(store));
    inbox.add(new FundAlarms(store, missions, members));
  }
}
