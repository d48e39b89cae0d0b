import { Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { Situations } from '../members/situations.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { Estimates } from '../payroll/estimates.service.js';
import { MonthlyWages } from '../payroll/monthly-wages.service.js';
import { PayrollModule } from '../payroll/payroll.module.js';
import { ContractsController, MissionContractsController, MonthlyContractsController } from './contracts.controller.js';
import { ContractsToSign } from './contracts-to-sign.service.js';
import { ContractsFollower } from './contracts.follower.js';
import { Contracts } from './contracts.service.js';
import { ContractsStore } from './contracts.store.js';
import { MonthlyContracts } from './monthly-contracts.service.js';

/** What a worker and her cooperative sign before she works. */
@Module({
  imports: [FactsModule, CooperativeModule, MembersModule, MissionsModule, PayrollModule],
  controllers: [ContractsController, MissionContractsController, MonthlyContractsController],
  providers: [
    ContractsStore,
    {
      provide: Contracts,
      useFactory: (
        store: ContractsStore,
        missions: Missions,
        members: Members,
        situations: Situations,
        cooperative: Cooperative,
        estimates: Estimates,
        monthly: MonthlyWages,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Contracts({ store, missions, members, situations, cooperative, estimates, monthly, facts, clock, ids }),
      inject: [ContractsStore, Missions, Members, Situations, Cooperative, Estimates, MonthlyWages, Facts, Clock, Ids],
    },
    {
      provide: MonthlyContracts,
      useFactory: (
        store: ContractsStore,
        contracts: Contracts,
        missions: Missions,
        members: Members,
        situations: Situations,
        cooperative: Cooperative,
        monthly: MonthlyWages,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) =>
        new MonthlyContracts({
          store,
          contracts,
          missions,
          members,
          situations,
          cooperative,
          monthly,
          facts,
          clock,
          ids,
        }),
      inject: [ContractsStore, Contracts, Missions, Members, Situations, Cooperative, MonthlyWages, Facts, Clock, Ids],
    },
    {
      provide: ContractsFollower,
      useFactory: (contracts: Contracts, monthly: MonthlyContracts) => new ContractsFollower(contracts, monthly),
      inject: [Contracts, MonthlyContracts],
    },
  ],
})
export class ContractsModule {
  constructor(runner: FactsRunner, follower: ContractsFollower, inbox: InboxSources, contracts: Contracts) {
    runner.add(follower);
    inbox.add(new ContractsToSign(contracts));
  }
}
