import { readFile } from 'node:fs/promises';
import type { Database } from '@passerelle/doors';
import { type Roster, type RosterContent, type SigningKey, memberOf, signingKey } from '@passerelle/protocol';
import type { NodeConfig } from '../config/node-settings.js';
import { RosterRefused, keptChain, rosterInForce } from './roster/roster.service.js';
import type { RosterStore } from './roster/roster.store.js';

/** What this node needs to speak to others; null when it works alone. */
export interface Membership {
  readonly roster: RosterContent;
  /** All versions up to the one in force. */
  readonly versions: readonly Roster[];
  /** Signs what is read without a channel's history: a key that the roster names. */
  readonly key: SigningKey;
  /** All the keys this node holds, the one in use first. */
  readonly keys: readonly SigningKey[];
  readonly natsUrl: string;
  readonly natsSeed: string;
}

export const MEMBERSHIP = Symbol('membership');

/** As whom this node speaks, by its settings and the roster. @throws RosterRefused when the two do not fit */
export async function membershipOf(
  config: NodeConfig,
  database: Database,
  store: RosterStore,
): Promise<Membership | null> {
  const { node, natsUrl, natsSeed, rosterFile, signingKey: seed, nextSigningKey: next } = config;
  if (!natsUrl || !natsSeed || !rosterFile || !seed) return null;
  const file = await readFile(rosterFile, 'utf8').catch(() => {
    throw new RosterRefused(`PASSERELLE_ROSTER_FILE is "${rosterFile}", which cannot be read`);
  });
  const { content } = await database.transact((work) => rosterInForce(work, store, file));
  const versions = await database.transact((work) => keptChain(work, store));
  const keys = [seed, ...(next ? [next] : [])].map((each) => signingKey({ node, kid: '', seed: each }));
  const key = documentKey(keys, content);
  if (!key)
    throw new RosterRefused(`it does not list this key for ${node}: check PASSERELLE_NODE and PASSERELLE_SIGNING_KEY`);
  return { roster: content, versions, key, keys, natsUrl, natsSeed };
}

/** The first key in the roster that is not revoked: while old and new are good, the one that everybody knows already. */
function documentKey(keys: readonly SigningKey[], roster: RosterContent): SigningKey | undefined {
  const listed = keys.flatMap((key) => {
    const found = memberOf(roster, key.node)?.signingKeys.find(({ publicKey }) => publicKey === key.publicKey);
    return found ? [{ key: { ...key, kid: found.kid }, isGood: found.revoked === undefined }] : [];
  });
  return (listed.find(({ isGood }) => isGood) ?? listed[0])?.key;
}
