import { Module } from '@nestjs/common';
import { Clock, Ids, ProgramAddress } from '@passerelle/doors';
import { ExpensesModule } from '../expenses/expenses.module.js';
import { Expenses } from '../expenses/expenses.service.js';
import { PayrollModule } from '../payroll/payroll.module.js';
import { Payslips } from '../payroll/payslips.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsFollower } from './notifications.follower.js';
import { Notifications } from './notifications.service.js';
import { NotificationsStore } from './notifications.store.js';

@Module({
  imports: [FactsModule, MailModule, MembersModule, MissionsModule, ExpensesModule, PayrollModule],
  controllers: [NotificationsController],
  providers: [
    NotificationsStore,
    {
      provide: Notifications,
      useFactory: (
        store: NotificationsStore,
        members: Members,
        mail: Mail,
        clock: Clock,
        ids: Ids,
        address: ProgramAddress,
      ) => new Notifications({ store, members, mail, clock, ids, address }),
      inject: [NotificationsStore, Members, Mail, Clock, Ids, ProgramAddress],
    },
    {
      provide: NotificationsFollower,
      useFactory: (notifications: Notifications, missions: Missions, expenses: Expenses, payslips: Payslips) =>
        new NotificationsFollower(notifications, missions, expenses, payslips),
      inject: [Notifications, Missions, Expenses, Payslips],
    },
  ],
})
export class NotificationsModule {
  constructor(runner: FactsRunner, follower: NotificationsFollower) {
    runner.add(follower);
  }
}
