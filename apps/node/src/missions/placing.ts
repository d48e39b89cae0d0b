import { type RecordedOpening, type SetupReading, readSetup } from '@passerelle/coordination';
import type { RosterContent } from '@passerelle/protocol';
import { type CountryCode, type PlainDate, dayOf } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MissionTerms } from './mission.js';

export type OpeningId = string & { readonly __opening: true };

/** From the country of the cooperative that employs to the country of the work. */
export interface CountryPair {
  readonly home: CountryCode;
  readonly host: CountryCode;
}

/**
 * A legal entity allows placing between two countries: the host may direct the worker of the home. Somebody answers for
 * it with a reason; it is closed by another entry, never edited.
 */
export interface PlacingOpening extends CountryPair {
  readonly id: OpeningId;
  readonly entity: EntityId;
  readonly reason: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closed: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

/** Who allows placing today: legal entities of this branch, and the federation in its roster. */
export interface Openings {
  readonly ours: readonly PlacingOpening[];
  readonly roster: RosterContent | null;
  readonly today: PlainDate;
}

/** How home and host share the worker of a mission; null where she works at home and nobody can pass her on. */
export function readingOf(terms: MissionTerms, home: CountryCode, openings: Openings): SetupReading | null {
  const host = terms.place.country;
  if (host === home) return null;
  const isDirectedByHost = terms.directedBy === 'host';
  const setup = { home, host, directedBy: terms.directedBy, placedByHost: isDirectedByHost, hiredByHost: false };
  return readSetup(setup, recorded(openings), openings.today);
}

const recorded = ({ ours, roster, today }: Openings): readonly RecordedOpening[] => [
  ...ours.filter(({ closed }) => closed === null).map((each) => ofEntity(each, today)),
  ...(roster?.placing ?? []).map(({ home, host, reason }) => ({
    by: roster!.net,
    on: roster!.from,
    reason,
    scope: { kind: 'pair' as const, home: home, host: host },
  })),
];

/** An opening counts at once, also where the day of the person who made it has not come yet. */
function ofEntity({ openedBy, openedAt, reason, home, host }: PlacingOpening, today: PlainDate): RecordedOpening {
  const opened = dayOf(openedAt, 'UTC');
  return { by: openedBy, on: opened < today ? opened : today, reason, scope: { kind: 'pair', home, host } };
}
