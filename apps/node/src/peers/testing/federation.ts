import { type RosterContent, type SigningKey, signingKey } from '@passerelle/protocol';
import { country, day } from '@passerelle/values';

/** A federation of Brussels, Paris and Malmö for specs, with keys that everybody can make again. */
const keyOf = (node: string, byte: number): SigningKey =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });

export const be = keyOf('be', 1);
export const fr = keyOf('fr', 2);
export const se = keyOf('se', 3);

const member = (key: SigningKey, code: string, currency: 'EUR' | 'SEK'): RosterContent['members'][number] => ({
  id: key.node,
  name: `Cooperative of ${code}`,
  country: country(code),
  currency,
  natsUrl: `tls://nats.${key.node}.example:4222`,
  status: 'member',
  signingKeys: [{ kid: key.kid, publicKey: key.publicKey, from: day('2026-01-01') }],
  transportKey: `U${key.node.toUpperCase().padEnd(55, 'A')}`,
});

export const roster: RosterContent = {
  kind: 'roster',
  net: 'example-federation',
  version: 1,
  prev: '',
  from: day('2026-01-01'),
  members: [member(be, 'BE', 'EUR'), member(fr, 'FR', 'EUR'), member(se, 'SE', 'SEK')],
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
  caps: [],
  lateInterestPercent: '8',
};
