import { newChannel, type Report } from '@passerelle/protocol';
import { day } from '@passerelle/values';
import { countedByCode, exposuresOf, nextNumber, reportedChannel } from './report.js';

const head = '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';

const obligation = (rest: Partial<Report['obligations'][number]> = {}): Report['obligations'][number] => ({
  id: '0198f5c1-8f2a-7c3b-9a41-000000000001',
  debtor: 'fr',
  creditor: 'be',
  currency: 'EUR',
  amount: '98000',
  due: day('2026-04-23'),
  state: 'agreed',
  ...rest,
});

describe('a channel in a report', () => {
  const channel = {
    ...newChannel({ net: 'example-federation', me: 'be', peer: 'fr' }),
    status: 'open' as const,
    out: { seq: 5n, head },
    in: { seq: 2n, head },
    delivered: 3n,
  };

  it('tells numbers, heads and counts, with what waits and since when', () => {
    const oldest = new Date('2026-04-08T08:00:00Z');
    expect(reportedChannel({ channel, intents: 4, oldest, counts: { refused: 1, invalid: 2 } })).toEqual({
      peer: 'fr',
      status: 'open',
      out: { seq: '5', head },
      in: { seq: '2', head },
      delivered: '3',
      waiting: 4,
      undelivered: 2,
      oldestAt: '2026-04-08T08:00:00.000Z',
      refused: 1,
      invalid: 2,
    });
  });

  it('tells no age of nothing', () => {
    const told = reportedChannel({ channel, intents: 0, oldest: null, counts: { refused: 0, invalid: 0 } });
    expect(told).not.toHaveProperty('oldestAt');
  });
});

describe('the use of limits in a report', () => {
  const caps = [
    { creditor: 'be', debtor: 'fr', currency: 'EUR' as const, max: '5000000' },
    { creditor: 'fr', debtor: 'be', currency: 'EUR' as const, max: '7000000' },
  ];

  it('adds up what each debtor owes this node with both signatures', () => {
    const obligations = [
      obligation(),
      obligation({ state: 'held', amount: '2000' }),
      obligation({ state: 'proposed' }),
      obligation({ state: 'settled' }),
      obligation({ currency: 'SEK' }),
      obligation({ debtor: 'be', creditor: 'fr' }),
    ];
    expect(exposuresOf('be', obligations, caps)).toEqual([
      { peer: 'fr', currency: 'EUR', owes: '100000', cap: '5000000' },
    ]);
  });
});

describe('the number of a report', () => {
  it('is the instant, and grows also when the clock does not', () => {
    const now = new Date(1_775_635_200_000);
    expect(nextNumber(0n, now)).toBe(1_775_635_200_000n);
    expect(nextNumber(1_775_635_200_000n, now)).toBe(1_775_635_200_001n);
    expect(nextNumber(1_775_635_300_000n, now)).toBe(1_775_635_300_001n);
  });
});

describe('refusals in a report', () => {
  it('are counted by their codes, and a word that is no code does not leave the node', () => {
    expect(countedByCode(['bad-signature', 'not-a-frame', 'bad-signature', 'Amina Haddad'])).toEqual({
      'bad-signature': 2,
      'not-a-frame': 1,
      other: 1,
    });
  });
});
