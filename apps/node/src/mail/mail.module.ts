import { Module } from '@nestjs/common';
import { Ids } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { letterAddress } from './letter-address.js';
import { MailFollower } from './mail.follower.js';
import { Mail } from './mail.service.js';
import { MailStore } from './mail.store.js';
import { SandboxMailController } from './sandbox-mail.controller.js';

@Module({
  controllers: [SandboxMailController],
  providers: [
    MailStore,
    {
      provide: Mail,
      useFactory: (store: MailStore, facts: Facts, ids: Ids) => new Mail(store, facts, ids),
      inject: [MailStore, Facts, Ids],
    },
    {
      provide: MailFollower,
      useFactory: (store: MailStore, config: NodeConfig) =>
        new MailFollower(store, config.mailDir, letterAddress(config)),
      inject: [MailStore, NODE_CONFIG],
    },
  ],
  exports: [Mail],
})
export class MailModule {
  constructor(runner: FactsRunner, follower: MailFollower) {
    runner.add(follower);
  }
}
