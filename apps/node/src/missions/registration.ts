import { type Money, Period, type PlainDate, type Rate, type Result, ok, refuse } from '@passerelle/values';
import type { Client } from '../clients/client.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Member } from '../members/member.js';
import type { NodeId } from '../peers/received.js';
import type { DefaultBearer, Directing, MissionId, MissionTerms, WorkKind } from './mission.js';

/** What a worker says of a mission; everything else follows from her branch and her client. */
export interface MissionWish {
  readonly host: NodeId;
  readonly work: string;
  readonly kind: WorkKind;
  readonly directedBy: Directing;
  readonly place: MissionTerms['place'];
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  readonly price: Money;
  readonly hostShare: Rate;
  readonly defaultBearer: DefaultBearer;
  readonly dueDays: number;
}

export type WishRefusal =
  | { readonly kind: 'days-reversed'; readonly detail: string }
  | { readonly kind: 'more-days-than-period'; readonly days: number; readonly period: number }
  | { readonly kind: 'months-mixed'; readonly first: PlainDate; readonly last: PlainDate }
  | { readonly kind: 'no-price' }
  | { readonly kind: 'another-currency'; readonly expected: string; readonly found: string }
  | { readonly kind: 'unknown-host'; readonly host: NodeId }
  | { readonly kind: 'client-of-another-entity' }
  | { readonly kind: 'no-host-to-direct' };

export interface WishContext {
  readonly mission: MissionId;
  readonly reference: string;
  readonly version: number;
  readonly home: NodeId;
  readonly entity: LegalEntity;
  readonly member: Member;
  readonly client: Client;
  readonly knowsNode: (node: NodeId) => boolean;
}

/** The terms that follow from a wish, or the first thing that does not fit. */
export function termsOf(wish: MissionWish, by: WishContext): Result<MissionTerms, WishRefusal> {
  const period = Period.of(wish.first, wish.last);
  if (!period.ok) return refuse({ kind: 'days-reversed', detail: period.refusal.detail });
  if (wish.days > period.value.days)
    return refuse({ kind: 'more-days-than-period', days: wish.days, period: period.value.days });
  if (wish.first.slice(0, 7) !== wish.last.slice(0, 7))
    return refuse({ kind: 'months-mixed', first: wish.first, last: wish.last });
  if (!wish.price.isPositive()) return refuse({ kind: 'no-price' });
  if (wish.price.currency !== by.entity.currency)
    return refuse({ kind: 'another-currency', expected: by.entity.currency, found: wish.price.currency });
  if (wish.host !== by.home && !by.knowsNode(wish.host)) return refuse({ kind: 'unknown-host', host: wish.host });
  if (wish.host === by.home && wish.directedBy === 'host') return refuse({ kind: 'no-host-to-direct' });
  if (by.client.entity !== by.entity.id) return refuse({ kind: 'client-of-another-entity' });
  const { id: _id, entity: _entity, ...client } = by.client;
  const worker = { name: by.member.name, role: by.member.role };
  return ok({
    ...wish,
    mission: by.mission,
    reference: by.reference,
    version: by.version,
    home: by.home,
    worker,
    client,
  });
}
