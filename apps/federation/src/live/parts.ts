import { createHash } from 'node:crypto';

/** The parts of the picture, by the names of their routes. */
export const partNames = [
  'nodes',
  'links',
  'positions',
  'cycles',
  'alarms',
  'ageing',
  'disputes',
  'stuck',
  'fund',
] as const;

export type PartName = (typeof partNames)[number];

/** A short hash of each part: two looks that say the same have the same. */
export type Seen = Readonly<Record<PartName, string>>;

export const seenOf = (parts: Readonly<Record<PartName, unknown>>): Seen =>
  Object.fromEntries(partNames.map((name) => [name, digestOf(parts[name])])) as Seen;

/** What a listener has seen, as one text. Any replica can tell from it what is new, also after a restart. */
export const idOf = (seen: Seen): string => partNames.map((name) => seen[name]).join('.');

/** Which parts differ from what a listener has seen; all of them when she has seen nothing that we know. */
export function changedSince(id: string | undefined, now: Seen): readonly PartName[] {
  const before = id?.split('.') ?? [];
  return partNames.filter((name, at) => before[at] !== now[name]);
}

const digestOf = (part: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(part, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))
    .digest('base64url')
    .slice(0, 10);
