import { createHash } from 'node:crypto';

/**
 * The version of what a route shows, as an `ETag`: the name of each field with a hash of what it holds. From the tag
 * alone one can tell later which fields are no longer what somebody saw.
 */
export const tagOf = (shown: object): string =>
  `"${Object.entries(shown)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${hashOf(value)}`)
    .sort()
    .join(',')}"`;

/**
 * Which of the fields hold something else than in the version that somebody saw. A proxy that packs answers may have
 * put its own mark on the tag; a tag that is not ours has seen nothing.
 */
export function changedSince(tag: string, shown: object, fields: readonly string[]): readonly string[] {
  if (tag.trim() === '*') return [];
  const seen = new Map([...tag.matchAll(/([\w./-]+):([0-9a-f]{12})/g)].map(([, name, hash]) => [name!, hash!]));
  const now = shown as Readonly<Record<string, unknown>>;
  return fields.filter((name) => seen.get(name) !== (now[name] === undefined ? undefined : hashOf(now[name])));
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
