import { Inject, Module } from '@nestjs/common';
import { Clock, Ids } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { PayrollModule } from '../payroll/payroll.module.js';
import { MonthlyWages } from '../payroll/monthly-wages.service.js';
import { Payslips } from '../payroll/payslips.service.js';
import { DeclarationsToMake } from './declarations-to-make.service.js';
import { DeclarationsController } from './declarations.controller.js';
import { DeclarationsFollower } from './declarations.follower.js';
import { DeclarationsMetrics } from './declarations.metrics.js';
import { Declarations } from './declarations.service.js';
import { DeclarationsStore } from './declarations.store.js';
import { OfficialSchemas } from './official-schemas.js';
import { Preparations } from './preparations.service.js';
import { SandboxAuthorityFollower } from './sandbox-authority.follower.js';

/** What authorities are told about work and pay, as data, and by when. */
@Module({
  imports: [CooperativeModule, MembersModule, MissionsModule, PayrollModule],
  controllers: [DeclarationsController],
  providers: [
    DeclarationsStore,
    {
      provide: Declarations,
      useFactory: (store: DeclarationsStore, facts: Facts, clock: Clock, { schemaDir }: NodeConfig) =>
        new Declarations({ store, schemas: new OfficialSchemas(schemaDir), facts, clock }),
      inject: [DeclarationsStore, Facts, Clock, NODE_CONFIG],
    },
    {
      provide: Preparations,
      useFactory: (
        store: DeclarationsStore,
        declarations: Declarations,
        missions: Missions,
        payslips: Payslips,
        monthly: MonthlyWages,
        members: Members,
        cooperative: Cooperative,
        clock: Clock,
        ids: Ids,
      ) => new Preparations({ store, declarations, missions, payslips, monthly, members, cooperative, clock, ids }),
      inject: [DeclarationsStore, Declarations, Missions, Payslips, MonthlyWages, Members, Cooperative, Clock, Ids],
    },
    {
      provide: DeclarationsFollower,
      useFactory: (preparations: Preparations) => new DeclarationsFollower(preparations),
      inject: [Preparations],
    },
    {
      provide: SandboxAuthorityFollower,
      useFactory: (store: DeclarationsStore, declarations: Declarations) =>
        new SandboxAuthorityFollower(store, declarations),
      inject: [DeclarationsStore, Declarations],
    },
    DeclarationsMetrics,
  ],
})
export class DeclarationsModule {
  constructor(
    runner: FactsRunner,
    follower: DeclarationsFollower,
    authority: SandboxAuthorityFollower,
    inbox: InboxSources,
    store: DeclarationsStore,
    members: Members,
    @Inject(NODE_CONFIG) { clock }: NodeConfig,
  ) {
    runner.add(follower);
    inbox.add(new DeclarationsToMake(store, members));
    // Nobody but a real authority answers where real people work.
    if (clock !== undefined) runner.add(authority);
  }
}
