import { Global, Module } from '@nestjs/common';
import { Clock } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../config/node-settings.js';
import { InboxSources } from './inbox-source.js';
import { InboxController } from './inbox.controller.js';
import { Inbox } from './inbox.service.js';

/** What needs a decision. Any room may bring something. */
@Global()
@Module({
  controllers: [InboxController],
  providers: [
    InboxSources,
    {
      provide: Inbox,
      useFactory: (sources: InboxSources, clock: Clock, config: NodeConfig) =>
        new Inbox(sources, clock, zoneOf(config)),
      inject: [InboxSources, Clock, NODE_CONFIG],
    },
  ],
  exports: [InboxSources],
})
export class InboxModule {}
