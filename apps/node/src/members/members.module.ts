import { Module } from '@nestjs/common';
import { Accounts, Clock, Ids, ProgramAddress } from '@passerelle/doors';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { Facts } from '../facts/facts.service.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { PasswordLinksModule } from '../password-links/password-links.module.js';
import { PasswordLinks } from '../password-links/password-links.service.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.service.js';
import { MemberAddresses } from './member-addresses.service.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { MembersStore } from './members.store.js';
import { SituationsController } from './situations.controller.js';
import { Situations } from './situations.service.js';
import { SituationsStore } from './situations.store.js';

@Module({
  imports: [CooperativeModule, MailModule, PasswordLinksModule],
  controllers: [MembersController, InvitationsController, SituationsController],
  providers: [
    MembersStore,
    SituationsStore,
    {
      provide: Members,
      useFactory: (store: MembersStore, cooperative: Cooperative, ids: Ids) => new Members(store, cooperative, ids),
      inject: [MembersStore, Cooperative, Ids],
    },
    {
      provide: Invitations,
      useFactory: (members: Members, cooperative: Cooperative, accounts: Accounts, links: PasswordLinks) =>
        new Invitations(members, cooperative, accounts, links),
      inject: [Members, Cooperative, Accounts, PasswordLinks],
    },
    {
      provide: MemberAddresses,
      useFactory: (
        members: Members,
        cooperative: Cooperative,
        accounts: Accounts,
        links: PasswordLinks,
        mail: Mail,
        address: ProgramAddress,
      ) => new MemberAddresses({ members, cooperative, accounts, links, mail, address }),
      inject: [Members, Cooperative, Accounts, PasswordLinks, Mail, ProgramAddress],
    },
    {
      provide: Situations,
      useFactory: (store: SituationsStore, members: Members, facts: Facts, clock: Clock) =>
        new Situations(store, members, facts, clock),
      inject: [SituationsStore, Members, Facts, Clock],
    },
  ],
  exports: [Members, Situations],
})
export class MembersModule {}
