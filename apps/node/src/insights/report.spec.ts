import { newChannel } from '@passerelle/protocol';
import { countedByCode, nextNumber, reportedChannel, reportedStuck } from './report.js';

const head = '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';

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
    const heardAt = new Date('2026-04-08T08:00:07Z');
    expect(reportedChannel({ channel, intents: 4, oldest, counts: { refused: 1, invalid: 2 }, heardAt })).toEqual({
      peer: 'fr',
      status: 'open',
      out: { seq: '5', head },
      in: { seq: '2', head },
      delivered: '3',
      waiting: 4,
      undelivered: 2,
      oldestAt: '2026-04-08T08:00:00.000Z',
      heardAt: '2026-04-08T08:00:07.000Z',
      refused: 1,
      invalid: 2,
    });
  });

  it('tells no age of nothing, and no contact that never was', () => {
    const counts = { refused: 0, invalid: 0 };
    const told = reportedChannel({ channel, intents: 0, oldest: null, counts, heardAt: null });
    expect(told).not.toHaveProperty('oldestAt');
    expect(told).not.toHaveProperty('heardAt');
  });
});

describe('a stuck message in a report', () => {
  const since = new Date('2026-04-08T08:00:00Z');
  const stuck = { peer: 'fr', seq: 7n, type: 'mission.report', hash: head, error: 'Amina was ill', attempts: 3, since };

  it('tells its kind, number and age, and no word of what went wrong', () => {
    expect(reportedStuck({ ...stuck, nextTryAt: since })).toEqual({
      peer: 'fr',
      seq: '7',
      type: 'mission.report',
      attempts: 3,
      since: '2026-04-08T08:00:00.000Z',
      nextTryAt: '2026-04-08T08:00:00.000Z',
    });
  });

  it('has no next try while it is paused', () => {
    expect(reportedStuck({ ...stuck, nextTryAt: null })).not.toHaveProperty('nextTryAt');
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
    expect(countedByCode('fr', ['bad-signature', 'not-a-frame', 'bad-signature', 'Amina Haddad'])).toEqual([
      { peer: 'fr', code: 'bad-signature', count: 2 },
      { peer: 'fr', code: 'not-a-frame', count: 1 },
      { peer: 'fr', code: 'other', count: 1 },
    ]);
  });
});
