import { Module } from '@nestjs/common';
import { Accounts, Clock, Database, Ids, postgresCounters, ProgramAddress, SignInLimits } from '@passerelle/doors';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { ASKING_LIMITS, PasswordLinksController } from './password-links.controller.js';
import { PasswordLinksFollower } from './password-links.follower.js';
import { PasswordLinks } from './password-links.service.js';
import { PasswordLinksStore } from './password-links.store.js';

@Module({
  imports: [MailModule],
  controllers: [PasswordLinksController],
  providers: [
    PasswordLinksStore,
    {
      provide: PasswordLinks,
      useFactory: (
        store: PasswordLinksStore,
        accounts: Accounts,
        mail: Mail,
        facts: Facts,
        clock: Clock,
        ids: Ids,
        address: ProgramAddress,
      ) => new PasswordLinks({ store, accounts, mail, facts, clock, ids, address }),
      inject: [PasswordLinksStore, Accounts, Mail, Facts, Clock, Ids, ProgramAddress],
    },
    {
      provide: ASKING_LIMITS,
      useFactory: (database: Database) => new SignInLimits(postgresCounters(database, 'password-link')),
      inject: [Database],
    },
  ],
  exports: [PasswordLinks],
})
export class PasswordLinksModule {
  constructor(runner: FactsRunner, links: PasswordLinks) {
    runner.add(new PasswordLinksFollower(links));
  }
}
