import { readMoney } from '@passerelle/i18n';
import type { CurrencyCode } from '@passerelle/values';
import type { NodeBody } from '../../api/node.js';
import { daysBetween, isDay, isWeekend, later } from '../../parts/days.js';

/** What a worker has typed so far, as she typed it. */
export interface Draft {
  readonly client: string;
  /** Empty while it follows from where the client is. */
  readonly host: string;
  readonly work: string;
  readonly kind: WorkKind;
  readonly directedBy: Directing;
  readonly country: string;
  readonly town: string;
  readonly first: string;
  readonly last: string;
  readonly days: string;
  readonly price: string;
  /** The mission that was registered from it, when sending stopped half way. */
  readonly registered: string;
  /** Under this key it is sent once, however often the button is pressed. */
  readonly once: string;
}

export type WorkKind = NonNullable<NodeBody<'NewMissionBody'>['kind']>;

/** Who directs the work; only an adviser says otherwise than the home. */
export type Directing = NodeBody<'NewMissionBody'>['directedBy'];

export const workKinds: readonly WorkKind[] = [
  'artistic_performance',
  'technical_ancillary',
  'teaching',
  'consultancy',
  'copyright_licence',
  'general_service',
];

export const emptyDraft: Draft = {
  client: '',
  host: '',
  work: '',
  kind: 'artistic_performance',
  directedBy: 'home',
  country: '',
  town: '',
  first: '',
  last: '',
  days: '',
  price: '',
  registered: '',
  once: '',
};

/** Fields in the order of the form. */
export const fields = ['client', 'work', 'country', 'town', 'first', 'last', 'days', 'price'] as const;
export type DraftField = (typeof fields)[number];

/** Fields that keep the draft from being sent. */
export function faultsOf(draft: Draft, currency: CurrencyCode): readonly DraftField[] {
  const { first, last } = draft;
  const areDays = isDay(first) && isDay(last) && first <= last;
  const days = Number(draft.days);
  const price = readMoney(draft.price, currency);
  const isWrong: Readonly<Record<DraftField, boolean>> = {
    client: draft.client === '',
    work: draft.work.trim() === '',
    country: draft.country === '',
    town: draft.town.trim() === '',
    first: !isDay(first),
    last: !isDay(last) || (isDay(first) && last < first),
    days: !Number.isInteger(days) || days < 1 || (areDays && days > daysBetween(first, last) + 1),
    price: !price.ok || !price.value.isPositive(),
  };
  return fields.filter((field) => isWrong[field]);
}

/** The form as the node takes it, or undefined while a field is missing. */
export function formOf(draft: Draft, currency: CurrencyCode, host: string): NodeBody<'NewMissionBody'> | undefined {
  const price = readMoney(draft.price, currency);
  if (!price.ok || faultsOf(draft, currency).length > 0) return undefined;
  const { client, work, kind, directedBy, country, town, first, last, days } = draft;
  return {
    client,
    host,
    work: work.trim(),
    kind,
    directedBy,
    place: { country, town: town.trim() },
    first,
    last,
    days: Number(days),
    price: { amount: price.value.toDecimal(), currency },
  };
}

/** What changes with a change: the last day and the days of work follow the period until somebody says otherwise. */
export function changed(draft: Draft, part: Partial<Draft>): Draft {
  const next = { ...draft, ...part };
  const last = next.last === '' || (part.first !== undefined && next.last < next.first) ? next.first : next.last;
  const isUsual = draft.days === '' || draft.days === usualDays(draft.first, draft.last);
  const days = part.days ?? (isUsual ? usualDays(next.first, last) : next.days);
  return { ...next, last, days };
}

/** The working days from the first to the last; all days when there is none, as on a festival's weekend. */
export function usualDays(first: string, last: string): string {
  if (!isDay(first) || !isDay(last) || last < first) return '';
  const period = Math.min(daysBetween(first, last), 365);
  const days = Array.from({ length: period + 1 }, (_, at) => later(first, at));
  return String(days.filter((day) => !isWeekend(day)).length || days.length);
}

interface Placed {
  readonly state: string;
  readonly terms: { readonly work: string; readonly first: string; readonly last: string };
}

/** The mission that the draft's days overlap with, if there is one. */
export const overlapOf = <M extends Placed>({ first, last }: Draft, missions: readonly M[]): M | undefined =>
  first === '' || last === ''
    ? undefined
    : missions.find(
        ({ state, terms }) =>
          state !== 'refused' && state !== 'cancelled' && terms.first <= last && first <= terms.last,
      );
