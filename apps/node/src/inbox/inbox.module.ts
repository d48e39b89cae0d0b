import { Global, Module } from '@nestjs/common';
import { Accounts, Clock } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../config/node-settings.js';
import { DelegationsController } from './delegations.controller.js';
import { Delegations } from './delegations.service.js';
import { DelegationsStore } from './delegations.store.js';
import { InboxSources } from './inbox-source.js';
import { InboxController } from './inbox.controller.js';
import { Inbox } from './inbox.service.js';

/** What needs a decision. Any room may bring something. */
@Global()
@Module({
  controllers: [InboxController, DelegationsController],
  providers: [
    InboxSources,
    DelegationsStore,
    {
      provide: Inbox,
      useFactory: (sources: InboxSources, delegations: DelegationsStore, clock: Clock, config: NodeConfig) =>
        new Inbox(sources, delegations, clock, zoneOf(config)),
      inject: [InboxSources, DelegationsStore, Clock, NODE_CONFIG],
    },
    {
      provide: Delegations,
      useFactory: (store: DelegationsStore, inbox: Inbox, accounts: Accounts, clock: Clock) =>
        new Delegations(store, inbox, accounts, clock),
      inject: [DelegationsStore, Inbox, Accounts, Clock],
    },
  ],
  exports: [InboxSources],
})
export class InboxModule {}
