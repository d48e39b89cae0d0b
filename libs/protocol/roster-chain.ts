import { type Result, ok, refuse } from '@passerelle/values';
import { z } from 'zod';
import { type RosterContent, type SignedRoster, signedRosterSchema } from './roster-schema.js';
import { type Roster, type RosterRefusal, verifyFirstRoster, verifyNextRoster } from './roster.js';

/** As many versions as a federation makes in a lifetime. */
const versionsMax = 10_000;

/** A roster as a file: every version since the first, or one version alone as it was handed out before. */
export const rosterFileSchema = z.union([
  z.strictObject({ versions: z.array(signedRosterSchema).min(1).max(versionsMax) }),
  signedRosterSchema,
]);

export type RosterFileRefusal = { readonly kind: 'not-json' | 'not-a-roster' };

/** The versions in the text of a roster file, none of them verified. */
export function readRosterFile(text: string): Result<readonly SignedRoster[], RosterFileRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse({ kind: 'not-json' });
  }
  const read = rosterFileSchema.safeParse(value);
  if (!read.success) return refuse({ kind: 'not-a-roster' });
  return ok('versions' in read.data ? read.data.versions : [read.data]);
}

export const rosterFile = (versions: readonly SignedRoster[]): string => JSON.stringify({ versions });

/** The versions that come after those already known; none when everything offered is known. */
export interface Followed {
  readonly current: Roster;
  readonly added: readonly Roster[];
}

/**
 * Follows a chain of versions from those that are known, each by its hash and by a quorum of the version before. Older
 * versions change nothing, but they must be the known ones: another past is another federation.
 */
export function followRoster(
  known: readonly Roster[],
  offered: readonly SignedRoster[],
): Result<Followed, RosterRefusal> {
  let current = known.at(-1);
  const added: Roster[] = [];
  for (const signed of offered) {
    if (known.some((each) => each.signed.m === signed.m) || added.some((each) => each.signed.m === signed.m)) continue;
    const next = current === undefined ? verifyFirstRoster(signed) : verifyNextRoster(current, signed);
    if (!next.ok) return isAnotherPast(next.refusal) ? refuse({ kind: 'another-history' }) : next;
    added.push(next.value);
    current = next.value;
  }
  return current === undefined
    ? refuse({ kind: 'not-the-next-version', expected: 1, found: 0 })
    : ok({ current, added });
}

/**
 * The version that counts on a day: of those valid by then the newest, before all of them the first. Who votes and who
 * coordinates must not change within a cycle, so a cycle is computed with the version that counts on its first day.
 */
export const rosterOn = (versions: readonly Roster[], on: RosterContent['from']): RosterContent =>
  (versions.findLast(({ content }) => content.from <= on) ?? versions[0]!).content;

/** An unknown text for a version that is known already. */
const isAnotherPast = (refusal: RosterRefusal): boolean =>
  refusal.kind === 'not-the-next-version' && refusal.found < refusal.expected;
