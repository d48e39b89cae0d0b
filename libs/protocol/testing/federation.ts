import { country, day } from '@passerelle/values';
import type { Keyring } from '../keyring.js';
import { keyringOf, rosterText, signText } from '../roster.js';
import type { RosterContent, SignedRoster } from '../roster-schema.js';
import { type SigningKey, signingKey } from '../signature.js';

/** A federation of three for tests and examples: Amina's in Brussels, Lucas' in Paris, Ingrid's in Malmö. */
export const net = 'example-federation';

/** Keys from 32 times the same byte, which is what everybody can repeat and nobody should use. */
const keyOfByte = (node: string, byte: number): SigningKey =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });

export const be = keyOfByte('be', 1);
export const fr = keyOfByte('fr', 2);
export const se = keyOfByte('se', 3);

const member = (
  key: SigningKey,
  of: { readonly name: string; readonly country: string; readonly currency: 'EUR' | 'SEK' },
): RosterContent['members'][number] => ({
  id: key.node,
  name: of.name,
  country: country(of.country),
  currency: of.currency,
  natsUrl: `tls://nats.${key.node}.example:4222`,
  status: 'member',
  signingKeys: [{ kid: key.kid, publicKey: key.publicKey, from: day('2026-01-01') }],
  transportKey: `U${key.node.toUpperCase().padEnd(55, 'A')}`,
});

export const rosterContent: RosterContent = {
  kind: 'roster',
  net,
  version: 1,
  prev: '',
  from: day('2026-01-01'),
  members: [
    member(be, { name: 'Coopérative de Bruxelles', country: 'BE', currency: 'EUR' }),
    member(fr, { name: 'Coopérative de Paris', country: 'FR', currency: 'EUR' }),
    member(se, { name: 'Kooperativet i Malmö', country: 'SE', currency: 'SEK' }),
  ],
  coordinators: ['be', 'fr', 'se'],
  currencies: { EUR: 2, SEK: 2 },
  quorum: { lock: 2, skip: 2 },
  computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
  calendar: [
    {
      cycle: '2026-04',
      cutOff: day('2026-05-01'),
      statements: day('2026-05-04'),
      proposal: day('2026-05-05'),
      payment: day('2026-05-08'),
      graceEnd: day('2026-05-18'),
    },
  ],
  caps: [{ creditor: 'be', debtor: 'fr', currency: 'EUR', max: '5000000' }],
  lateInterestPercent: '8',
};

/** The roster with the signatures of these members. */
export const signedBy = (content: RosterContent, ...keys: readonly SigningKey[]): SignedRoster => {
  const m = rosterText(content);
  return { m, sigs: keys.map((key) => signText(m, key)) };
};

export const ringOf = (key: SigningKey): Keyring => keyringOf(rosterContent, key.node);
