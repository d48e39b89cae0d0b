import { randomBytes } from 'node:crypto';
import { Clock, type Database, managerOf, ProgramAddress, RandomIds, type Work } from '@passerelle/doors';
import { hashOf, type RosterContent, signingKey } from '@passerelle/protocol';
import { country, currency, type CurrencyCode, day, money, percent } from '@passerelle/values';
import { freshDatabase } from '../../../../doors/testing/database.js';
import { Books } from '../../books/books.service.js';
import { PostgresBooksStore } from '../../books/books.store.js';
import type { Client } from '../../clients/client.js';
import { Clients } from '../../clients/clients.service.js';
import { ClientsStore } from '../../clients/clients.store.js';
import { Cooperative } from '../../cooperative/cooperative.service.js';
import { CooperativeStore } from '../../cooperative/cooperative.store.js';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import { entities } from '../../database/entities.js';
import { migrations } from '../../database/migrations.js';
import { FactsRunner } from '../../facts/facts.runner.js';
import { Facts } from '../../facts/facts.service.js';
import { PostgresFactsStore } from '../../facts/facts.store.js';
import { Mail } from '../../mail/mail.service.js';
import { MailStore } from '../../mail/mail.store.js';
import type { Member } from '../../members/member.js';
import { Members } from '../../members/members.service.js';
import { MembersStore } from '../../members/members.store.js';
import { ConfirmationLinks } from '../../missions/confirmation-links.service.js';
import { ConfirmationLinksStore } from '../../missions/confirmation-links.store.js';
import { Confirmations } from '../../missions/confirmations.service.js';
import type { Mission, MissionId, MissionTerms } from '../../missions/mission.js';
import { MissionRecord } from '../../missions/mission-record.service.js';
import { Missions } from '../../missions/missions.service.js';
import { MissionsStore } from '../../missions/missions.store.js';
import { Placings } from '../../missions/placings.service.js';
import { PlacingsStore } from '../../missions/placings.store.js';
import { hashOfTerms } from '../../missions/terms.js';
import { FederationPeers } from '../../peers/federation-peers.service.js';
import { PeersStore } from '../../peers/peers.store.js';
import { CreditNotes } from '../invoices/credit-notes.service.js';
import { CreditNotesStore } from '../invoices/credit-notes.store.js';
import { Bank } from '../bank/bank.service.js';
import { BankStore } from '../bank/bank.store.js';
import { Bookings } from '../bank/bookings.service.js';
import { ClientLetters } from '../client/client-letters.service.js';
import { HeldStore } from '../invoices/held.store.js';
import { InvoiceLinks } from '../invoices/invoice-links.service.js';
import { InvoiceLinksStore } from '../invoices/invoice-links.store.js';
import { Invoices } from '../invoices/invoices.service.js';
import { InvoicesStore } from '../invoices/invoices.store.js';
import { InvoicingFollower } from '../invoicing.follower.js';
import { KeptPapers } from '../papers/kept-papers.service.js';
import { KeptPapersStore } from '../papers/kept-papers.store.js';
import { Notices } from '../bank/notices.service.js';
import { NoticesStore } from '../bank/notices.store.js';
import { OrderPapers } from '../papers/order-papers.service.js';
import { OrderPapersStore } from '../papers/order-papers.store.js';
import { ClientCredits } from '../bank/client-credits.service.js';
import { Debits } from '../bank/debits.service.js';
import { DebitsStore } from '../bank/debits.store.js';
import { Payments } from '../bank/payments.service.js';
import { SuppliesStore } from '../vat/supplies.store.js';
import { Taxation } from '../vat/taxation.service.js';
import { Statements } from '../bank/statements.service.js';
import { StatementsStore } from '../bank/statements.store.js';
import { Transfers } from '../bank/transfers.service.js';
import { TransfersStore } from '../bank/transfers.store.js';

/** The cooperative of each country in the examples. */
const cooperatives: Readonly<Record<'FR' | 'BE' | 'SE', Omit<LegalEntity, 'id'>>> = {
  FR: entity('La Passerelle', 'FR', 'EUR', { vatNumber: 'FR40303265045', iban: 'FR1420041010050500013M02606' }),
  BE: entity('De Brug', 'BE', 'EUR', { vatNumber: 'BE0417497106', iban: 'BE68539007547034' }),
  SE: entity('Bron', 'SE', 'SEK', { vatNumber: 'SE556012579001', iban: 'SE4550000000058398257466' }),
};

function entity(
  name: string,
  code: string,
  money: string,
  numbers: { vatNumber: string; iban: string },
): Omit<LegalEntity, 'id'> {
  const address = { street: 'Rue 1', postcode: '1000', town: 'Town', country: country(code) };
  return { name, country: country(code), currency: currency(money), bic: 'AGRIFRPP', address, ...numbers };
}

/** A day on which the clock stands until the spec moves it. */
export class StandingClock extends Clock {
  constructor(public at: string) {
    super();
  }

  override now(): Date {
    return new Date(`${this.at}T12:00:00Z`);
  }

  override onMoved(): () => void {
    return () => undefined;
  }
}

export type Branch = Awaited<ReturnType<typeof openBranch>>;

/** A branch on a database of its own, with all that billing and the bank need, as the node wires it. */
export async function openBranch(code: 'FR' | 'BE' | 'SE', today = '2026-03-27', poolSize = 5) {
  const fresh = await freshDatabase({ entities, migrations, poolSize });
  const { database } = fresh;
  const ids = new RandomIds();
  const clock = new StandingClock(today);
  const books = new Books(new PostgresBooksStore());
  const factsStore = new PostgresFactsStore();
  const facts = new Facts(factsStore);
  const cooperative = new Cooperative(new CooperativeStore(), clock, ids);
  const members = new Members(new MembersStore(), cooperative, ids);
  const clients = new Clients(new ClientsStore(), cooperative, ids);
  const peers = peersOf(code.toLowerCase(), ids);
  const missionsStore = new MissionsStore();
  const record = new MissionRecord(missionsStore, facts, clock);
  const mail = new Mail(new MailStore(), facts, ids);
  const address = new ProgramAddress('http://localhost:8080');
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
  const missions = new Missions({ record, links, placings, cooperative, members, clients, peers, clock, ids });
  const [invoicesStore, held, lines, transfersStore] = [
    new InvoicesStore(),
    new HeldStore(),
    new BankStore(),
    new TransfersStore(),
  ];
  const supplies = new SuppliesStore();
  const taxation = new Taxation({ supplies, invoices: invoicesStore, cooperative, clients, missions, peers });
  const confirmations = new Confirmations(links, missions);
  const orders = new OrderPapers({ store: new OrderPapersStore(), cooperative, taxation });
  const papers = new KeptPapers(new KeptPapersStore(), clock);
  const invoices = new Invoices({
    store: invoicesStore,
    held,
    papers,
    books,
    facts,
    cooperative,
    clients,
    missions,
    taxation,
    clock,
    ids,
  });
  const creditNotes = new CreditNotes({
    store: new CreditNotesStore(),
    invoices: invoicesStore,
    held,
    papers,
    books,
    facts,
    cooperative,
    missions,
    clock,
    ids,
  });
  const invoiceLinks = new InvoiceLinks(new InvoiceLinksStore(), clock, address);
  const letters = new ClientLetters({ links: invoiceLinks, mail, cooperative, clients, missions });
  const bank = new Bank(lines, books);
  const transfers = new Transfers(transfersStore, books, ids);
  const payments = new Payments({ bank, invoices: invoicesStore, transfers: transfersStore, facts, ids });
  const credits = new ClientCredits(books, clients, cooperative, lines);
  const debits = new Debits({
    store: new DebitsStore(),
    lines,
    bank,
    credits,
    books,
    cooperative,
    facts,
    clock,
    ids,
  });
  const bookings = new Bookings({ lines, bank, transfers: transfersStore, payments, books, facts, ids });
  const notices = new Notices(new NoticesStore(), bookings, ids);
  const statements = new Statements({ store: new StatementsStore(), bookings, notices, cooperative, clock, ids });
  const runner = new FactsRunner({ database, store: factsStore });
  runner.add(new InvoicingFollower(invoices, missions));
  const own = await database.transact((work) => cooperative.add(work, cooperatives[code]));
  await decideTerm(database, cooperative, own);
  const rooms = {
    books,
    facts,
    cooperative,
    members,
    clients,
    missions,
    placings,
    peers,
    mail,
    invoices,
    creditNotes,
    papers,
    letters,
    links,
    confirmations,
    orders,
    taxation,
    bank,
    transfers,
    payments,
    debits,
    credits,
    notices,
    statements,
  };
  return { ...rooms, fresh, database, clock, ids, runner, entity: own, missionsStore };
}

/** The same branch with a legal entity of its own, so that specs may share a database and still read whole books. */
export async function withOwnEntity(branch: Branch): Promise<Branch> {
  const { database, cooperative } = branch;
  const own = await database.transact(async (work) => {
    const ordinal = (await cooperative.entities(work)).length;
    return cooperative.add(work, { ...cooperatives.FR, ...frenchNumbers(ordinal) });
  });
  await decideTerm(database, cooperative, own);
  return { ...branch, entity: own };
}

/** A VAT number and an IBAN whose check digits are right. */
function frenchNumbers(ordinal: number): { readonly vatNumber: string; readonly iban: string } {
  const stem = `303266${String(ordinal).padStart(2, '0')}`;
  const doubled = Array.from(stem, Number).reduce((total, digit, place) => total + luhn(digit, place % 2 === 1), 0);
  const siren = Number(`${stem}${(10 - (doubled % 10)) % 10}`);
  const holder = 50001302600 + ordinal;
  const key = 97 - ((89 * 20041 + 15 * 1005 + 3 * holder) % 97);
  const account = `2004101005${holder}${String(key).padStart(2, '0')}`;
  const check = 98n - (BigInt(`${account}152700`) % 97n);
  return {
    vatNumber: `FR${String((12 + 3 * (siren % 97)) % 97).padStart(2, '0')}${siren}`,
    iban: `FR${String(check).padStart(2, '0')}${account}`,
  };
}

const luhn = (digit: number, isDoubled: boolean): number =>
  isDoubled ? ((digit * 2) % 10) + Math.floor((digit * 2) / 10) : digit;

function decideTerm(database: Database, cooperative: Cooperative, { id }: LegalEntity): Promise<unknown> {
  const from = day('2026-01-01');
  const decided = { entity: id, policy: 'invoiceTermDays', from, value: '30', decision: 'general assembly' } as const;
  return database.transact((work) => cooperative.decide(work, decided, null));
}

/** Signs with a key of its own; messages wait as intents, because no channel carries them away. */
function peersOf(node: string, ids: RandomIds): FederationPeers {
  const key = signingKey({ node, kid: `${node}-1`, seed: randomBytes(32) });
  const other = node === 'be' ? 'fr' : 'be';
  return new FederationPeers(new PeersStore(), ids, key, {
    members: [node, other].map((id) => ({ id, country: id.toUpperCase() })),
    calendar: [],
  } as unknown as RosterContent);
}

export interface Done {
  readonly role?: 'both' | 'host';
  readonly price?: string;
  readonly currency?: CurrencyCode;
  readonly client?: Partial<Omit<Client, 'id'>>;
  readonly place?: string;
  readonly state?: Mission['state'];
}

let number = 0;

/** A mission whose work is done, of Amina from Brussels as a host sees it, or of a member of this branch. */
export async function doneMission(branch: Branch, work: Work, done: Done = {}): Promise<Mission> {
  const { entity, clients, ids } = branch;
  const { role = 'both', price = '1000.00', state = 'completed' } = done;
  const given = clientOf(entity, done.client);
  const client = await clients.add(work, given, null);
  if (!client.ok) throw new Error(client.refusal.kind);
  const id = ids.newId() as MissionId;
  const here = entity.country.toLowerCase();
  const terms: MissionTerms = {
    mission: id,
    reference: `be-2026-${String((number += 1)).padStart(4, '0')}`,
    version: 1,
    home: role === 'both' ? here : 'be',
    host: here,
    worker: { name: 'Amina', role: 'musician' },
    client: given,
    work: 'Two concerts',
    kind: 'artistic_performance',
    directedBy: 'home',
    place: { country: country(done.place ?? entity.country), town: 'Lille' },
    first: day('2026-03-23'),
    last: day('2026-03-27'),
    days: 5,
    price: money(price, done.currency ?? entity.currency),
    hostShare: percent('2'),
    defaultBearer: 'host',
    dueDays: 30,
  };
  const member = role === 'both' ? (await memberOf(branch, work)).id : null;
  const agreement = { hash: hashOfTerms(terms), homeSignature: null, hostSignature: null };
  const registeredAt = branch.clock.now();
  const rest = { state, reason: null, clientConfirmedAt: null, registeredAt } as const;
  const mission: Mission = { id, role, entity: entity.id, member, client: client.value.id, terms, agreement, ...rest };
  await branch.missionsStore.add(work, mission);
  return mission;
}

/** The client of a mission has a link to its order; the token stands in her letter until that is sent. */
export function askedClient(branch: Branch, done: Done = {}): Promise<{ mission: Mission; token: string }> {
  return branch.database.transact(async (work) => {
    const mission = await doneMission(branch, work, { ...done, state: 'client_confirmation' });
    await branch.links.invite(work, mission);
    const [letter] = await managerOf(work).query<{ text: string }[]>(
      `select letter->>'text' as text from mail order by id desc limit 1`,
    );
    return { mission, token: /\/c\/([\w-]{43})$/m.exec(letter!.text)![1]! };
  });
}

/** The mission is done, and its fact is followed: completed here, or reported by the home branch. */
export async function followedMission(branch: Branch, done: Done = {}): Promise<Mission> {
  const mission = await branch.database.transact(async (work) => {
    const added = await doneMission(branch, work, done);
    const body = { mission: added.id, days: 5 };
    if (added.role === 'both') await branch.facts.record(work, { kind: 'MissionCompleted', subject: added.id, body });
    else
      await branch.facts.record(work, {
        kind: 'MissionReported',
        subject: added.id,
        body: { ...body, report: hashOf({ report: added.id }) },
      });
    return added;
  });
  await branch.runner.drain();
  return mission;
}

function clientOf(entity: LegalEntity, change: Done['client'] = {}): Omit<Client, 'id'> {
  const usual = { name: 'Théâtre de Lille', email: 'compta@theatre.example', language: 'fr' as const };
  const where = change.country ?? entity.country;
  const address = { ...entity.address, country: where };
  return { ...usual, entity: entity.id, country: where, vatNumber: null, address, ...change };
}

async function memberOf({ entity, members, ids }: Branch, work: Work): Promise<Member> {
  const email = `${ids.newId()}@demo.example`;
  const usual = { name: 'Lucas', language: 'fr', role: 'technician', iban: 'FR7630006000011234567890189' } as const;
  const joined = await members.join(work, { ...usual, email, entity: entity.id, facts: {} });
  if (!joined.ok) throw new Error(joined.refusal.kind);
  return joined.value;
}
