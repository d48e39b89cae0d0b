import { Module } from '@nestjs/common';
import { Clock } from '@passerelle/doors';
import { ActivitiesModule } from '../activities/activities.module.js';
import { Budgets } from '../activities/budgets.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MonthlyPay } from './monthly-pay.service.js';
import { WagePlansController } from './wage-plans.controller.js';
import { WagePlansFollower } from './wage-plans.follower.js';
import { WagePlans } from './wage-plans.service.js';
import { WagePlansStore } from './wage-plans.store.js';

@Module({
  imports: [FactsModule, MailModule, CooperativeModule, MembersModule, ActivitiesModule],
  controllers: [WagePlansController],
  providers: [
    WagePlansStore,
    {
      provide: WagePlans,
      useFactory: (
        store: WagePlansStore,
        budgets: Budgets,
        cooperative: Cooperative,
        members: Members,
        mail: Mail,
        facts: Facts,
        clock: Clock,
      ) => new WagePlans({ store, budgets, cooperative, members, mail, facts, clock }),
      inject: [WagePlansStore, Budgets, Cooperative, Members, Mail, Facts, Clock],
    },
    {
      provide: MonthlyPay,
      useFactory: (store: WagePlansStore, budgets: Budgets) => new MonthlyPay(store, budgets),
      inject: [WagePlansStore, Budgets],
    },
    {
      provide: WagePlansFollower,
      useFactory: (plans: WagePlans) => new WagePlansFollower(plans),
      inject: [WagePlans],
    },
  ],
  exports: [MonthlyPay],
})
export class WagePlansModule {
  constructor(runner: FactsRunner, follower: WagePlansFollower) {
    runner.add(follower);
  }
}
