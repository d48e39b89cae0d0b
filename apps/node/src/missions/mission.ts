import { namedWorkKinds } from '@passerelle/protocol';
import type { Language } from '@passerelle/rules';
import type { CountryCode, Money, PlainDate, Rate } from '@passerelle/values';
import type { ClientId } from '../clients/client.js';
import type { Address, EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { NodeId } from '../peers/received.js';

/** UUID version 7, chosen by the home node and the same on both nodes. */
export type MissionId = string & { readonly __mission: true };

/**
 * `offered` waits for the partner branch; it is skipped when home and host are one. In `formalities` the client has said
 * yes and the law has not yet. A refused, cancelled or completed mission no longer moves.
 */
export const missionStates = [
  'draft',
  'branch_check',
  'changes_requested',
  'offered',
  'client_confirmation',
  'formalities',
  'active',
  'completed',
  'refused',
  'cancelled',
] as const;
export type MissionState = (typeof missionStates)[number];

/** What VAT and posting rules call the work. */
export const workKinds = [...namedWorkKinds, 'general_service'] as const;
export type WorkKind = (typeof workKinds)[number];

/** Who directs the work: the home, which employs the worker, or the host, which is then placing her. */
export type Directing = 'home' | 'host';

/** Who bears the loss when the client never pays. */
export type DefaultBearer = 'host' | 'home' | { readonly hostPercent: number };

/** What both branches sign. Any change is a new version and needs both signatures again. */
export interface MissionTerms {
  readonly mission: MissionId;
  /** For people: `be-2026-0001`. The same on both nodes. */
  readonly reference: string;
  readonly version: number;
  readonly home: NodeId;
  readonly host: NodeId;
  readonly worker: { readonly name: string; readonly role: string };
  readonly client: {
    readonly name: string;
    readonly country: CountryCode;
    readonly vatNumber: string | null;
    readonly email: string;
    readonly address: Address;
    readonly language: Language;
  };
  readonly work: string;
  readonly kind: WorkKind;
  readonly directedBy: Directing;
  readonly place: { readonly country: CountryCode; readonly town: string };
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  /** Price to the client without VAT. */
  readonly price: Money;
  readonly hostShare: Rate;
  readonly defaultBearer: DefaultBearer;
  /** Days after the last day of work on which the host owes the home its part. */
  readonly dueDays: number;
}

/** The hash of the terms, and who has signed it. */
export interface Agreement {
  readonly hash: string;
  readonly homeSignature: string | null;
  readonly hostSignature: string | null;
}

/** One engagement as one node sees it. `role` says which part this node plays in it. */
export interface Mission {
  readonly id: MissionId;
  readonly role: 'home' | 'host' | 'both';
  readonly entity: EntityId;
  /** Known to the home node only. */
  readonly member: MemberId | null;
  readonly client: ClientId;
  readonly state: MissionState;
  readonly terms: MissionTerms;
  readonly agreement: Agreement;
  /** Why it was refused, cancelled or sent back. */
  readonly reason: string | null;
  readonly clientConfirmedAt: Date | null;
  readonly registeredAt: Date;
}

/** What the host keeps of the price: its share, half up. Zero when home and host are one. */
export const hostIncome = (terms: MissionTerms): Money =>
  terms.home === terms.host ? terms.price.minus(terms.price) : terms.price.times(terms.hostShare, 'halfUp');

/** What the home receives of the price: the rest, so that the two always make the price. */
export const homeIncome = (terms: MissionTerms): Money => terms.price.minus(hostIncome(terms));

/** What people call a mission. */
export const nameOf = ({ terms: { work, worker } }: Mission): string => `${work} · ${worker.name}`;
