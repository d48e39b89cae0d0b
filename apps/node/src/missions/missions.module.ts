import { Module } from '@nestjs/common';
import { Clock, Ids, ProgramAddress } from '@passerelle/doors';
import { ClientsModule } from '../clients/clients.module.js';
import { Clients } from '../clients/clients.service.js';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../config/node-settings.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { MembersModule } from '../members/members.module.js';
import { Members } from '../members/members.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import { ConfirmationLinks } from './confirmation-links.service.js';
import { ConfirmationLinksStore } from './confirmation-links.store.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { Confirmations } from './confirmations.service.js';
import { HostsController } from './hosts.controller.js';
import { MissionRecord } from './mission-record.service.js';
import { MissionsController } from './missions.controller.js';
import { MissionsToDecide } from './missions-to-decide.service.js';
import { MissionsMessages } from './missions.messages.js';
import { Missions } from './missions.service.js';
import { MissionsStore } from './missions.store.js';
import { PartnerMissions } from './partner-missions.service.js';
import { RememberedMissionsMessages } from './remembered-missions.messages.js';
import { RememberedMissions } from './remembered-missions.service.js';
import { PlacingsController } from './placings.controller.js';
import { Placings } from './placings.service.js';
import { PlacingsStore } from './placings.store.js';

const parts = [MissionRecord, ConfirmationLinks, Placings, Cooperative, Members, Clients, Peers, Clock, Ids] as const;

@Module({
  imports: [MailModule, CooperativeModule, MembersModule, ClientsModule, PeersModule],
  controllers: [
    MissionsController,
    HostsController,
    PlacingsController,
    ConfirmationsController,
    MissionsMessages,
    RememberedMissionsMessages,
  ],
  providers: [
    MissionsStore,
    ConfirmationLinksStore,
    {
      provide: MissionRecord,
      useFactory: (store: MissionsStore, facts: Facts, clock: Clock) => new MissionRecord(store, facts, clock),
      inject: [MissionsStore, Facts, Clock],
    },
    {
      provide: ConfirmationLinks,
      useFactory: (
        store: ConfirmationLinksStore,
        mail: Mail,
        facts: Facts,
        clock: Clock,
        ids: Ids,
        address: ProgramAddress,
        config: NodeConfig,
      ) => new ConfirmationLinks(store, mail, facts, clock, ids, address, zoneOf(config)),
      inject: [ConfirmationLinksStore, Mail, Facts, Clock, Ids, ProgramAddress, NODE_CONFIG],
    },
    PlacingsStore,
    {
      provide: Placings,
      useFactory: (store: PlacingsStore, cooperative: Cooperative, peers: Peers, clock: Clock, ids: Ids) =>
        new Placings(store, cooperative, peers, clock, ids),
      inject: [PlacingsStore, Cooperative, Peers, Clock, Ids],
    },
    {
      provide: Missions,
      useFactory: (
        record: MissionRecord,
        links: ConfirmationLinks,
        placings: Placings,
        cooperative: Cooperative,
        members: Members,
        clients: Clients,
        peers: Peers,
        clock: Clock,
        ids: Ids,
      ) => new Missions({ record, links, placings, cooperative, members, clients, peers, clock, ids }),
      inject: [...parts],
    },
    {
      provide: PartnerMissions,
      useFactory: (
        record: MissionRecord,
        links: ConfirmationLinks,
        cooperative: Cooperative,
        clients: Clients,
        peers: Peers,
        clock: Clock,
      ) => new PartnerMissions({ record, links, cooperative, clients, peers, clock }),
      inject: [MissionRecord, ConfirmationLinks, Cooperative, Clients, Peers, Clock],
    },
    {
      provide: RememberedMissions,
      useFactory: (
        record: MissionRecord,
        links: ConfirmationLinks,
        cooperative: Cooperative,
        members: Members,
        clients: Clients,
        peers: Peers,
        clock: Clock,
      ) => new RememberedMissions({ record, links, cooperative, members, clients, peers, clock }),
      inject: [MissionRecord, ConfirmationLinks, Cooperative, Members, Clients, Peers, Clock],
    },
    {
      provide: Confirmations,
      useFactory: (links: ConfirmationLinks, missions: Missions) => new Confirmations(links, missions),
      inject: [ConfirmationLinks, Missions],
    },
  ],
  exports: [Missions, Placings, Confirmations],
})
export class MissionsModule {
  constructor(inbox: InboxSources, store: MissionsStore, links: ConfirmationLinksStore, clock: Clock) {
    inbox.add(new MissionsToDecide(store, links, clock));
  }
}
