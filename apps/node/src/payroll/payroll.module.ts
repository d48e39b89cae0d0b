import { Module } from '@nestjs/common';
import { Build, Clock, Ids } from '@passerelle/doors';
import { ActivitiesModule } from '../activities/activities.module.js';
import { BudgetSources } from '../activities/budget-source.js';
import { SetAsides } from '../activities/set-asides.service.js';
import { BooksModule } from '../books/books.module.js';
import { Books } from '../books/books.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { PayeeSources } from '../payouts/payee-source.js';
import { PayoutsModule } from '../payouts/payouts.module.js';
import { MonthlyPay } from '../wage-plans/monthly-pay.service.js';
import { WagePlansModule } from '../wage-plans/wage-plans.module.js';
import { LawComparisonsController } from './comparisons/law-comparisons.controller.js';
import { LawComparisonsFollower } from './comparisons/law-comparisons.follower.js';
import { LawComparisons } from './comparisons/law-comparisons.service.js';
import { LawComparisonsStore } from './comparisons/law-comparisons.store.js';
import {
  EmployingCountriesController,
  EstimatesController,
  MissionEstimatesController,
} from './estimates.controller.js';
import { Estimates } from './estimates.service.js';
import { Issuing } from './issuing.service.js';
import { MonthlyWages } from './monthly-wages.service.js';
import { MonthlyWagesStore } from './monthly-wages.store.js';
import { PayeesOfWages } from './payees-of-wages.service.js';
import { PayrollProblemsController } from './payroll-problems.controller.js';
import { PayrollFollower } from './payroll.follower.js';
import { PayslipPapers } from './payslip-papers.service.js';
import { PayslipsController } from './payslips.controller.js';
import { Payslips } from './payslips.service.js';
import { PayslipsStore } from './payslips.store.js';
import { StoppedPayslips } from './stopped-payslips.service.js';
import { WagesOfMissions } from './wages-of-missions.service.js';

@Module({
  imports: [
    ActivitiesModule,
    BooksModule,
    CooperativeModule,
    MembersModule,
    MissionsModule,
    PayoutsModule,
    WagePlansModule,
  ],
  controllers: [
    EmployingCountriesController,
    EstimatesController,
    LawComparisonsController,
    MissionEstimatesController,
    PayslipsController,
    PayrollProblemsController,
  ],
  providers: [
    PayslipsStore,
    MonthlyWagesStore,
    {
      provide: Issuing,
      useFactory: (store: PayslipsStore, books: Books, facts: Facts, clock: Clock, ids: Ids) =>
        new Issuing({ store, books, facts, clock, ids }),
      inject: [PayslipsStore, Books, Facts, Clock, Ids],
    },
    {
      provide: MonthlyWages,
      useFactory: (
        store: PayslipsStore,
        kept: MonthlyWagesStore,
        issuing: Issuing,
        pay: MonthlyPay,
        books: Books,
        cooperative: Cooperative,
        members: Members,
        missions: Missions,
        setAsides: SetAsides,
        facts: Facts,
        ids: Ids,
      ) =>
        new MonthlyWages({ store, kept, issuing, pay, books, cooperative, members, missions, setAsides, facts, ids }),
      inject: [
        PayslipsStore,
        MonthlyWagesStore,
        Issuing,
        MonthlyPay,
        Books,
        Cooperative,
        Members,
        Missions,
        SetAsides,
        Facts,
        Ids,
      ],
    },
    {
      provide: Payslips,
      useFactory: (
        store: PayslipsStore,
        books: Books,
        cooperative: Cooperative,
        members: Members,
        missions: Missions,
        setAsides: SetAsides,
        issuing: Issuing,
        monthly: MonthlyWages,
        clock: Clock,
        ids: Ids,
      ) => new Payslips({ store, books, cooperative, members, missions, setAsides, issuing, monthly, clock, ids }),
      inject: [PayslipsStore, Books, Cooperative, Members, Missions, SetAsides, Issuing, MonthlyWages, Clock, Ids],
    },
    {
      provide: Estimates,
      useFactory: (cooperative: Cooperative, members: Members, store: PayslipsStore, setAsides: SetAsides) =>
        new Estimates(cooperative, members, store, setAsides),
      inject: [Cooperative, Members, PayslipsStore, SetAsides],
    },
    {
      provide: PayslipPapers,
      useFactory: (cooperative: Cooperative, members: Members, missions: Missions) =>
        new PayslipPapers(cooperative, members, missions),
      inject: [Cooperative, Members, Missions],
    },
    {
      provide: LawComparisons,
      useFactory: (
        payslips: PayslipsStore,
        cooperative: Cooperative,
        facts: Facts,
        clock: Clock,
        ids: Ids,
        { version: release }: Build,
      ) => {
        const store = new LawComparisonsStore();
        return new LawComparisons({ store, payslips, cooperative, facts, clock, ids, release });
      },
      inject: [PayslipsStore, Cooperative, Facts, Clock, Ids, Build],
    },
    {
      provide: PayrollFollower,
      useFactory: (payslips: Payslips, monthly: MonthlyWages, missions: Missions) =>
        new PayrollFollower(payslips, monthly, missions),
      inject: [Payslips, MonthlyWages, Missions],
    },
  ],
  exports: [Payslips, MonthlyWages, Estimates],
})
export class PayrollModule {
  constructor(
    runner: FactsRunner,
    follower: PayrollFollower,
    sources: BudgetSources,
    payees: PayeeSources,
    store: PayslipsStore,
    kept: MonthlyWagesStore,
    members: Members,
    comparisons: LawComparisons,
    missions: Missions,
    inbox: InboxSources,
  ) {
    runner.add(follower);
    runner.add(new LawComparisonsFollower(comparisons));
    sources.add(new WagesOfMissions(store, kept));
    payees.add(new PayeesOfWages(store, members));
    inbox.add(new StoppedPayslips(store, missions, members));
  }
}
