import { type VatNumberRefusal, type VatTreatment, vatNumberIn } from '@passerelle/coordination';
import type { Work } from '@passerelle/doors';
import { type CountryCode, type Money, type PlainDate, type Result, country, ok, refuse } from '@passerelle/values';
import type { Clients } from '../../clients/clients.service.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import { type Mission, type MissionId, homeIncome } from '../../missions/mission.js';
import type { Missions } from '../../missions/missions.service.js';
import type { Peers } from '../../peers/peers.service.js';
import type { InvoicesStore } from '../invoices/invoices.store.js';
import type { SuppliesStore } from './supplies.store.js';
import { type PartnerAnswer, type Supply, usualSupply } from './supply.js';
import { type Undecided, clientVat, cooperativeVat } from './vat.js';

export interface TaxationParts {
  readonly supplies: SuppliesStore;
  readonly invoices: InvoicesStore;
  readonly cooperative: Cooperative;
  readonly clients: Clients;
  readonly missions: Missions;
  readonly peers: Peers;
}

/** One invoice that a mission leads to: what it is for without VAT, and how it is taxed. */
export interface Taxed {
  readonly net: Money;
  readonly vat: Result<VatTreatment, Undecided>;
}

/** The invoices of a mission that this node makes; null for one that another node makes or nobody does. */
export interface MissionVat {
  readonly supply: Supply;
  readonly toClient: Taxed | null;
  readonly toHost: Taxed | null;
}

export type SayRefusal =
  | { readonly kind: 'no-such-mission' }
  | { readonly kind: 'billed-elsewhere' }
  | { readonly kind: 'invoice-issued'; readonly number: string };

export type PartnerRefusal =
  | { readonly kind: 'no-such-partner'; readonly node: string }
  | { readonly kind: 'answer-of-tomorrow' }
  | VatNumberRefusal;

/** How what this node invoices is taxed, and what people say so that it can be decided. */
export class Taxation {
  constructor(private readonly parts: TaxationParts) {}

  /** How the client of a mission is taxed on a day. */
  async ofClient(work: Work, mission: Mission, on: PlainDate): Promise<Result<VatTreatment, Undecided>> {
    const { clients, cooperative } = this.parts;
    const entity = await cooperative.entity(work, mission.entity);
    const client = await clients.client(work, mission.client);
    const taxes = await clients.taxes(work, [mission.client]);
    const supply = await this.supplyOf(work, mission.id);
    return clientVat({ entity, client, tax: taxes.get(client.id)!, terms: mission.terms, supply, on });
  }

  /** The invoices of a mission as they would be made today; `language` is that of the one between cooperatives. */
  async ofMission(work: Work, mission: Mission, language: string): Promise<MissionVat> {
    const entity = await this.parts.cooperative.entity(work, mission.entity);
    const on = this.parts.cooperative.today(entity);
    const toClient =
      mission.role === 'home' ? null : { net: mission.terms.price, vat: await this.ofClient(work, mission, on) };
    const toHost = mission.role === 'home' ? await this.ofHost(work, mission, { language, on }) : null;
    return { supply: await this.supplyOf(work, mission.id), toClient, toHost };
  }

  /** Says what VAT must know of a mission, until its invoice is made. */
  async say(
    work: Work,
    id: MissionId,
    supply: Supply,
    said: { readonly by: string; readonly at: Date },
  ): Promise<Result<Mission, SayRefusal>> {
    const mission = await this.parts.missions.find(work, id);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    if (mission.role === 'home') return refuse({ kind: 'billed-elsewhere' });
    const invoice = await this.parts.invoices.ofMission(work, id);
    if (invoice && !invoice.isTakenBack) return refuse({ kind: 'invoice-issued', number: invoice.number });
    await this.parts.supplies.say(work, id, supply, said);
    return ok(mission);
  }

  /** Keeps what VIES said of a partner's VAT number. */
  async recordAnswer(
    work: Work,
    answer: PartnerAnswer,
    { by, now }: { readonly by: string; readonly now: Date },
  ): Promise<Result<PartnerAnswer, PartnerRefusal>> {
    const where = this.countryOf(answer.node);
    if (where === null) return refuse({ kind: 'no-such-partner', node: answer.node });
    const number = vatNumberIn(where, answer.vatNumber);
    if (!number.ok) return number;
    if (answer.at > now) return refuse({ kind: 'answer-of-tomorrow' });
    const kept = { ...answer, vatNumber: number.value };
    await this.parts.supplies.addAnswer(work, kept, by);
    return ok(kept);
  }

  /** The latest answer of VIES about each partner. */
  answers(work: Work): Promise<readonly PartnerAnswer[]> {
    return this.parts.supplies.answers(work);
  }

  private async ofHost(
    work: Work,
    { entity: id, terms }: Mission,
    { language, on }: { readonly language: string; readonly on: PlainDate },
  ): Promise<Taxed | null> {
    const host = this.countryOf(terms.host);
    if (host === null) return null;
    const entity = await this.parts.cooperative.entity(work, id);
    const answer = (await this.answers(work)).find(({ node }) => node === terms.host) ?? null;
    const vat = cooperativeVat({ entity, host, place: terms.place.country, answer, language, on });
    return { net: homeIncome(terms), vat };
  }

  private async supplyOf(work: Work, mission: MissionId): Promise<Supply> {
    return (await this.parts.supplies.of(work, mission)) ?? usualSupply;
  }

  /** The country of another member of the federation, or null. */
  private countryOf(node: string): CountryCode | null {
    const { peers } = this.parts;
    const member = peers.roster?.members.find(({ id }) => id === node && id !== peers.me);
    return member ? country(member.country) : null;
  }
}
