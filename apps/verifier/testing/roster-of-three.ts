import {
  type RosterContent,
  type SignedRoster,
  rosterFile,
  rosterText,
  signText,
  signingKey,
} from '@passerelle/protocol';
import { country, day } from '@passerelle/values';

export const net = 'example-federation';

const keyOfByte = (node: string, byte: number) =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });

/** Amina's cooperative in Brussels, Lucas' in Paris, Ingrid's in Malmö. */
export const keys = { be: keyOfByte('be', 1), fr: keyOfByte('fr', 2), se: keyOfByte('se', 3) };

export type Name = keyof typeof keys;

const places = { be: 'BE', fr: 'FR', se: 'SE' } as const;

export const rosterContent: RosterContent = {
  kind: 'roster',
  net,
  version: 1,
  prev: '',
  from: day('2026-01-01'),
  members: (['be', 'fr', 'se'] as const).map((id) => ({
    id,
    name: `Cooperative of ${id}`,
    country: country(places[id]),
    currency: 'EUR' as const,
    natsUrl: `tls://nats.${id}.example:4222`,
    status: 'member' as const,
    signingKeys: [{ kid: `${id}-1`, publicKey: keys[id].publicKey, from: day('2026-01-01') }],
    transportKey: `U${id.toUpperCase().padEnd(55, 'A')}`,
  })),
  coordinators: ['be', 'fr', 'se'],
  currencies: { EUR: 2 },
  quorum: { lock: 2, skip: 2 },
  computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
  calendar: [],
  caps: [],
  lateInterestPercent: '8',
};

/** A version of the roster with the signatures of Brussels and Paris, which are enough. */
export function signedRoster(content: RosterContent = rosterContent): SignedRoster {
  const m = rosterText(content);
  return { m, sigs: [signText(m, keys.be), signText(m, keys.fr)] };
}

export const rosterText1 = rosterFile([signedRoster()]);
