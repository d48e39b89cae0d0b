import { existsSync, readFileSync } from 'node:fs';
import {
  type RosterContent,
  type SignedRoster,
  hashText,
  readRosterFile,
  rosterText,
  signText,
} from '@passerelle/protocol';
import { day } from '@passerelle/values';
import { keep } from './kept.js';
import type { Place } from './places.js';
import { net, type Plan } from './plan.js';
import { termsOf } from './roster-terms.js';

/** A cooperative that is to stand in the roster. */
export interface Listed {
  readonly place: Place;
  readonly plan: Pick<Plan, 'natsUrl' | 'keys'>;
}

/**
 * Keeps the federation's roster in `file`: who belongs to it, with which keys, at which addresses, on which terms, and
 * signed by all of them. While all that stays the same so does the roster; a change makes the next version, chained to
 * the one before.
 */
export function keepRoster(file: string, listed: readonly Listed[]): void {
  const versions = versionsIn(file);
  const last = versions.at(-1);
  const lastContent = last && (JSON.parse(last.m) as RosterContent);
  const content = {
    kind: 'roster' as const,
    net,
    ...termsOf(listed.map(({ place }) => place)),
    members: members(listed),
  };
  const isSame = lastContent && rosterText({ ...content, ...chainOf(lastContent) }) === last.m;
  if (isSame) return;
  const version = (lastContent?.version ?? 0) + 1;
  const m = rosterText({ ...content, version, prev: last ? hashText(last.m) : '' });
  const sigs = listed.map(({ plan }) => signText(m, plan.keys.signingKey));
  keep(file, { versions: [...versions, { m, sigs }] });
}

/** Every version so far, the newest last; none before the first start. */
export function versionsIn(file: string): readonly SignedRoster[] {
  const read = existsSync(file) ? readRosterFile(readFileSync(file, 'utf8')) : undefined;
  return read?.ok ? read.value : [];
}

const chainOf = ({ version, prev }: RosterContent) => ({ version, prev });

const members = (listed: readonly Listed[]): RosterContent['members'] =>
  listed.map(({ place, plan: { natsUrl, keys } }) => ({
    ...place,
    natsUrl,
    status: 'member',
    signingKeys: [{ kid: keys.signingKey.kid, publicKey: keys.signingKey.publicKey, from: day('2026-01-01') }],
    transportKey: keys.natsPublicKey,
  }));
