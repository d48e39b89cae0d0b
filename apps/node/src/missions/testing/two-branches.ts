import { Clock, ProgramAddress, RandomIds, type Work } from '@passerelle/doors';
import {
  type Declaration,
  hashOf,
  isDeclaredBy,
  wasDeclaredBy,
  isHashSignedBy,
  type RosterContent,
  signDeclaration,
  signHash,
  type SigningKey,
  signingKey,
} from '@passerelle/protocol';
import { country, day, money } from '@passerelle/values';
import { type FreshDatabase, freshDatabase } from '../../../../doors/testing/database.js';
import type { ClientId } from '../../clients/client.js';
import { Clients } from '../../clients/clients.service.js';
import { ClientsStore } from '../../clients/clients.store.js';
import { Cooperative } from '../../cooperative/cooperative.service.js';
import { CooperativeStore } from '../../cooperative/cooperative.store.js';
import { entities } from '../../database/entities.js';
import { migrations } from '../../database/migrations.js';
import { Facts } from '../../facts/facts.service.js';
import { PostgresFactsStore } from '../../facts/facts.store.js';
import { Mail } from '../../mail/mail.service.js';
import { MailStore } from '../../mail/mail.store.js';
import type { MemberId } from '../../members/member.js';
import { Members } from '../../members/members.service.js';
import { MembersStore } from '../../members/members.store.js';
import type { Bar } from '../../peers/bar.js';
import { Peers } from '../../peers/peers.service.js';
import type { Received, Returned, Verdict } from '../../peers/received.js';
import { ConfirmationLinks } from '../confirmation-links.service.js';
import { ConfirmationLinksStore } from '../confirmation-links.store.js';
import { Confirmations } from '../confirmations.service.js';
import { MissionRecord } from '../mission-record.service.js';
import { type MissionForm, Missions } from '../missions.service.js';
import { MissionsStore } from '../missions.store.js';
import { PartnerMissions } from '../partner-missions.service.js';
import { RememberedMissions } from '../remembered-missions.service.js';
import { Placings } from '../placings.service.js';
import { PlacingsStore } from '../placings.store.js';

const keys: Readonly<Record<string, SigningKey>> = {
  be: signingKey({ node: 'be', kid: 'be-1', seed: new Uint8Array(32).fill(1) }),
  fr: signingKey({ node: 'fr', kid: 'fr-1', seed: new Uint8Array(32).fill(2) }),
};

/** Only who the members are and what they sign with; the rules of settlement have no part in a mission. */
const roster = {
  net: 'example-federation',
  members: Object.values(keys).map(({ node, kid, publicKey }) => ({
    id: node,
    country: node.toUpperCase(),
    signingKeys: [{ kid, publicKey, from: day('2026-01-01') }],
  })),
} as unknown as RosterContent;

export interface Said {
  readonly to: string;
  readonly type: string;
  readonly body: object;
}

/** The other branch at the end of a table instead of a network: what is said waits until the spec delivers it. */
class TablePeers extends Peers {
  readonly said: Said[] = [];
  readonly bars = new Map<string, Bar>();
  readonly roster = roster;
  readonly calendar = roster.calendar;

  constructor(readonly me: string) {
    super();
  }

  rosterOn(): typeof roster {
    return roster;
  }

  knows(node: string): boolean {
    return node !== this.me && node in keys;
  }

  bar(_work: Work, node: string): Promise<Bar | null> {
    return Promise.resolve(this.bars.get(node) ?? null);
  }

  send(_work: Work, to: string, type: string, body: object): Promise<void> {
    this.said.push({ to, type, body: JSON.parse(JSON.stringify(body)) as object });
    return Promise.resolve();
  }

  sign(hash: string): string {
    return signHash(hash, roster.net, keys[this.me]!);
  }

  verify(node: string, hash: string, signature: string): boolean {
    return isHashSignedBy(node, hash, signature, roster);
  }

  declare(declaration: Declaration): string {
    return signDeclaration(declaration, roster.net, keys[this.me]!);
  }

  isDeclaredBy(node: string, declaration: Declaration, signature: string): boolean {
    return isDeclaredBy(node, declaration, signature, roster);
  }

  wasDeclaredBy(node: string, declaration: Declaration, signature: string): boolean {
    return wasDeclaredBy(node, declaration, signature, roster);
  }
}

export class StandingClock extends Clock {
  at = '2026-03-16T08:00:00Z';

  override now(): Date {
    return new Date(this.at);
  }

  override onMoved(): () => void {
    return () => undefined;
  }
}

export interface Branch {
  readonly fresh: FreshDatabase;
  readonly peers: TablePeers;
  readonly clock: StandingClock;
  readonly missions: Missions;
  readonly placings: Placings;
  readonly partner: PartnerMissions;
  readonly confirmations: Confirmations;
  readonly clients: Clients;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly facts: Facts;
  readonly entity: Awaited<ReturnType<Cooperative['add']>>;
  readonly amina: MemberId;
  readonly client: ClientId;
  readonly form: (change?: Partial<MissionForm>) => MissionForm;
  /** Hands a message of the other branch in, as the channel would. */
  readonly hear: (from: string, said: Said) => Promise<Verdict>;
  /** Hands in what this branch itself once said, as a partner gives it back. */
  readonly remember: (said: Said) => Promise<void>;
  /** All is given back. */
  readonly remembered: (peer: string) => Promise<void>;
  /** The token in the newest letter. */
  readonly newestToken: () => Promise<string>;
}

const numbers: Readonly<Record<string, { country: string; vatNumber: string; iban: string }>> = {
  be: { country: 'BE', vatNumber: 'BE0428759497', iban: 'BE68539007547034' },
  fr: { country: 'FR', vatNumber: 'FR40303265045', iban: 'FR1420041010050500013M02606' },
};

/** One branch on a database of its own, with a member and a French client. */
export async function openBranch(me: 'be' | 'fr'): Promise<Branch> {
  const fresh = await freshDatabase({ entities, migrations });
  const { database } = fresh;
  const clock = new StandingClock();
  const ids = new RandomIds();
  const cooperative = new Cooperative(new CooperativeStore(), clock, ids);
  const members = new Members(new MembersStore(), cooperative, ids);
  const clients = new Clients(new ClientsStore(), cooperative, ids);
  const facts = new Facts(new PostgresFactsStore());
  const peers = new TablePeers(me);
  const record = new MissionRecord(new MissionsStore(), facts, clock);
  const address = new ProgramAddress('https://branch.example');
  const mail = new Mail(new MailStore(), facts, ids);
  const links = new ConfirmationLinks(
    new ConfirmationLinksStore(),
    mail,
    facts,
    clock,
    ids,
    address,
    'Europe/Brussels',
  );
  const placings = new Placings(new PlacingsStore(), cooperative, peers, clock, ids);
  const parts = { record, links, placings, cooperative, members, clients, peers, clock, ids };
  const missions = new Missions(parts);
  const partner = new PartnerMissions(parts);
  const memory = new RememberedMissions(parts);
  const given = await database.transact((work) => furnish(work, { me, cooperative, members, clients }));
  return {
    fresh,
    peers,
    clock,
    missions,
    placings,
    partner,
    confirmations: new Confirmations(links, missions),
    clients,
    cooperative,
    members,
    facts,
    ...given,
    form: (change = {}) => ({ ...concert, client: given.client, ...change }),
    hear: (from, said) =>
      database.transact((work) => handlers(partner)[said.type]!(received(work, from, said), said.body as never)),
    remember: (said) =>
      database.transact((work) => reminders(memory)[said.type]!(returned(work, said), said.body as never)),
    remembered: (peer) => database.transact((work) => memory.complete(work, peer)),
    newestToken: async () => {
      const [{ text }] = await database.source.query<[{ text: string }]>(
        `select letter->>'text' as text from mail order by id desc limit 1`,
      );
      return /\/c\/([\w-]+)/.exec(text)![1]!;
    },
  };
}

const concert = {
  host: 'fr',
  work: 'Two concerts',
  place: { country: country('FR'), town: 'Paris' },
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  days: 5,
  price: money('1000.00', 'EUR'),
} as const;

export const received = (work: Work, from: string, said: Said): Received => ({
  work,
  from,
  seq: 1n,
  ack: 0n,
  hash: hashOf(JSON.parse(JSON.stringify(said)) as never),
});

const handlers = (partner: PartnerMissions): Record<string, (received: Received, body: never) => Promise<Verdict>> => ({
  'mission.offer': (each, body) => partner.offered(each, body),
  'mission.accept': (each, body) => partner.accepted(each, body),
  'mission.refuse': (each, body) => partner.refused(each, body),
  'mission.start': (each, body) => partner.confirmed(each, body),
  'mission.report': (each, body) => partner.reported(each, body),
  'mission.approve': (each, body) => partner.approved(each, body),
  'mission.cancel': (each, body) => partner.cancelled(each, body),
});

const returned = (work: Work, said: Said): Returned => {
  const { from: to, ...rest } = received(work, said.to, said);
  return { ...rest, to };
};

const reminders = (memory: RememberedMissions): Record<string, (of: Returned, body: never) => Promise<void>> => ({
  'mission.offer': (each, body) => memory.offered(each, body),
  'mission.accept': (each, body) => memory.accepted(each, body),
  'mission.refuse': (each, body) => memory.refused(each, body),
  'mission.start': (each, body) => memory.confirmed(each, body),
  'mission.report': (each, body) => memory.reported(each, body),
  'mission.approve': (each, body) => memory.approved(each, body),
  'mission.cancel': (each, body) => memory.cancelled(each, body),
});

interface Rooms {
  readonly me: string;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly clients: Clients;
}

async function furnish(work: Work, { me, cooperative, members, clients }: Rooms) {
  const { vatNumber, iban, ...where } = numbers[me]!;
  const code = country(where.country);
  const address = { street: 'Rue 1', postcode: '1000', town: 'Town', country: code };
  const head = { name: `Branch ${me}`, country: code, currency: 'EUR' as const, bic: 'GKCCBEBB' };
  const entity = await cooperative.add(work, { ...head, vatNumber, iban, address });
  const decision = { entity: entity.id, from: day('2025-01-01'), decision: 'founding assembly' };
  await cooperative.decide(work, { ...decision, policy: 'hostShare', value: '2' }, null);
  const amina = await members.join(work, {
    entity: entity.id,
    name: 'Amina',
    email: `amina@${me}.example`,
    language: 'fr',
    role: 'musician',
    iban,
    facts: {},
  });
  const client = await clients.add(
    work,
    {
      entity: entity.id,
      name: 'Festival des Lilas',
      country: country('FR'),
      vatNumber: 'FR83404833048',
      email: 'regie@lilas.example',
      address,
      language: 'fr',
    },
    null,
  );
  if (!amina.ok || !client.ok) throw new Error('the branch of the spec cannot be furnished');
  return { entity, amina: amina.value.id, client: client.value.id };
}
