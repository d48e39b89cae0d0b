import { Module } from '@nestjs/common';
import { Clock, Ids, ProgramAddress } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { FormalitiesModule } from '../formalities/formalities.module.js';
import { Formalities } from '../formalities/formalities.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Transfers } from '../invoicing/bank/transfers.service.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { PayrollModule } from '../payroll/payroll.module.js';
import { Payslips } from '../payroll/payslips.service.js';
import { RunItems } from './run-items.service.js';
import { RunsController } from './runs.controller.js';
import { RunsToDecide } from './runs-to-decide.service.js';
import { RunsFollower } from './runs.follower.js';
import { RunsMetrics } from './runs.metrics.js';
import { Runs } from './runs.service.js';
import { RunsStore } from './runs.store.js';

@Module({
  imports: [
    MailModule,
    CooperativeModule,
    MembersModule,
    MissionsModule,
    FormalitiesModule,
    InvoicingModule,
    PayrollModule,
  ],
  controllers: [RunsController],
  providers: [
    RunsStore,
    RunsMetrics,
    {
      provide: Runs,
      useFactory: (store: RunsStore, cooperative: Cooperative, facts: Facts, clock: Clock, ids: Ids) =>
        new Runs({ store, cooperative, facts, clock, ids }),
      inject: [RunsStore, Cooperative, Facts, Clock, Ids],
    },
    {
      provide: RunItems,
      useFactory: (
        payslips: Payslips,
        members: Members,
        missions: Missions,
        formalities: Formalities,
        transfers: Transfers,
        mail: Mail,
        facts: Facts,
        address: ProgramAddress,
      ) => new RunItems({ payslips, members, missions, formalities, transfers, mail, facts, address }),
      inject: [Payslips, Members, Missions, Formalities, Transfers, Mail, Facts, ProgramAddress],
    },
    {
      provide: RunsFollower,
      useFactory: (runs: Runs, items: RunItems, store: RunsStore) => new RunsFollower(runs, items, store),
      inject: [Runs, RunItems, RunsStore],
    },
  ],
})
export class RunsModule {
  constructor(
    runner: FactsRunner,
    follower: RunsFollower,
    inbox: InboxSources,
    runs: Runs,
    store: RunsStore,
    cooperative: Cooperative,
  ) {
    runner.add(follower);
    inbox.add(new RunsToDecide(runs, store, cooperative));
  }
}
