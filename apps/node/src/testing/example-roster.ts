import { quorumOf, type RosterContent, type SigningKey } from '@passerelle/protocol';
import { addDays, country, type CurrencyCode, day, lastDayOf, monthOf } from '@passerelle/values';

/** Amina's cooperative in Brussels, Lucas' in Paris, Ingrid's in Malmö. */
export type NodeName = 'be' | 'fr' | 'se';

const places: Readonly<Record<NodeName, { name: string; country: string; currency: CurrencyCode }>> = {
  be: { name: 'Coopérative de Bruxelles', country: 'BE', currency: 'EUR' },
  fr: { name: 'Coopérative de Paris', country: 'FR', currency: 'EUR' },
  se: { name: 'Kooperativet i Malmö', country: 'SE', currency: 'EUR' },
};

const ids = Object.keys(places) as NodeName[];

/** What the three have agreed for the spring of 2026. */
export const exampleRoster = (keys: Readonly<Record<NodeName, SigningKey>>): RosterContent => ({
  kind: 'roster',
  net: 'example-federation',
  version: 1,
  prev: '',
  from: day('2026-01-01'),
  members: ids.map((id) => ({
    ...places[id],
    id,
    country: country(places[id].country),
    natsUrl: `tls://nats.${id}.example:4222`,
    status: 'member',
    signingKeys: [{ kid: keys[id].kid, publicKey: keys[id].publicKey, from: day('2026-01-01') }],
    transportKey: `U${id.toUpperCase().padEnd(55, 'A')}`,
  })),
  coordinators: [...ids],
  currencies: { EUR: 2 },
  quorum: quorumOf(ids.length),
  computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
  calendar: ['2026-03-01', '2026-04-01', '2026-05-01'].map(cycleFrom),
  caps: ids.flatMap((creditor) =>
    ids
      .filter((debtor) => debtor !== creditor)
      .map((debtor) => ({ creditor, debtor, currency: 'EUR' as const, max: '5000000' })),
  ),
  fund: {
    stakes: ids.map((node) => ({ node, currency: 'EUR' as const, amount: '2000000' })),
    eventSharePercent: '50',
  },
  lateInterestPercent: '10.15',
});

function cycleFrom(first: string): RosterContent['calendar'][number] {
  const cutOff = lastDayOf(monthOf(day(first)));
  const after = (days: number) => addDays(cutOff, days);
  return {
    cycle: monthOf(cutOff),
    cutOff,
    statements: after(2),
    proposal: after(3),
    payment: after(8),
    graceEnd: after(15),
  };
}
