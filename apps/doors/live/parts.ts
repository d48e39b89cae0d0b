import { createHash } from 'node:crypto';

/** A short hash of each part of what a program shows: two looks that say the same have the same. */
export type Seen<Name extends string> = Readonly<Record<Name, string>>;

export const seenOf = <Name extends string>(
  names: readonly Name[],
  parts: Readonly<Record<Name, unknown>>,
): Seen<Name> => Object.fromEntries(names.map((name) => [name, digestOf(parts[name])])) as Seen<Name>;

/** What a listener has seen, as one text. Any replica can tell from it what is new, also after a restart. */
export const idOf = <Name extends string>(names: readonly Name[], seen: Seen<Name>): string =>
  names.map((name) => seen[name]).join('.');

/** Which parts differ from what a listener has seen; all of them when she has seen nothing that we know. */
export function changedSince<Name extends string>(
  names: readonly Name[],
  id: string | undefined,
  now: Seen<Name>,
): readonly Name[] {
  const before = id?.split('.') ?? [];
  return names.filter((name, at) => before[at] !== now[name]);
}

const digestOf = (part: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(part, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))
    .digest('base64url')
    .slice(0, 10);
