import type { RosterContent, SigningKey } from '@passerelle/protocol';
import { addDays, country, type CurrencyCode, day, lastDayOf, monthOf } from '@passerelle/values';

const places: Readonly<Record<'be' | 'fr', { name: string; country: string; currency: CurrencyCode }>> = {
  be: { name: 'Coopérative de Bruxelles', country: 'BE', currency: 'EUR' },
  fr: { name: 'Coopérative de Paris', country: 'FR', currency: 'EUR' },
};

const ids = ['be', 'fr'] as const;

/** What Amina's cooperative in Brussels and Lucas' in Paris have agreed, for the spring of 2026. */
export const exampleRoster = (keys: Readonly<Record<'be' | 'fr', SigningKey>>): RosterContent => ({
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
  quorum: { lock: 2, skip: 2 },
  computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
  calendar: ['2026-03-01', '2026-04-01', '2026-05-01'].map(cycleFrom),
  caps: [
    { creditor: 'be', debtor: 'fr', currency: 'EUR', max: '5000000' },
    { creditor: 'fr', debtor: 'be', currency: 'EUR', max: '5000000' },
  ],
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
