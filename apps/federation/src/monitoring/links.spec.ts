import { channel, known, now, otherHead, reportOf, reportsOf } from '../testing/federation.js';
import type { Report } from '@passerelle/protocol';
import { isSameHistory, type Link, linksOf } from './links.js';

type Figures = Parameters<typeof channel>[1];

/** Brussels sent, Paris heard. */
const reports = (sender: Figures, receiver: Figures, silent: readonly Report[] = []) =>
  reportsOf(
    reportOf('be', { channels: [channel('fr', sender)] }),
    reportOf('fr', { channels: [channel('be', receiver)] }),
    ...silent,
  );
const link = (...of: Parameters<typeof reports>): Link => linksOf(['be', 'fr'], reports(...of), now)[0]!;

describe('a link', () => {
  it('is healthy when the receiver has acknowledged everything', () => {
    expect(link({ sent: 3 }, { heard: 3, heardAt: '2026-04-08T07:59:50.000Z' })).toEqual({
      from: 'be',
      to: 'fr',
      health: 'healthy',
      sent: 3n,
      acknowledged: 3n,
      queue: 0,
      oldestWaitingAt: null,
      lastHeardAt: '2026-04-08T07:59:50.000Z',
      refused: 0,
      invalid: 0,
      signedBy: ['be', 'fr'],
      at: '2026-04-08T08:00:00.000Z',
    });
  });

  it('is healthy by the receipt the sender holds, when the receiver’s report is a little older', () => {
    expect(link({ sent: 3 }, { heard: 2 }).health).toBe('healthy');
  });

  it('is not healthy because the sender says so: what nobody acknowledged is under way, and late after a minute', () => {
    const waiting = { sent: 3, delivered: '2', undelivered: 1 };
    const young = link({ ...waiting, oldestAt: '2026-04-08T07:59:58.000Z' }, { heard: 2 });
    expect([young.health, young.acknowledged, young.queue]).toEqual(['under-way', 2n, 1]);
    expect(link({ ...waiting, oldestAt: '2026-04-08T07:59:00.000Z' }, { heard: 2 }).health).toBe('late');
  });

  it('is not healthy while something decided is not even numbered', () => {
    expect(link({ sent: 2, waiting: 4 }, { heard: 2 })).toMatchObject({ health: 'under-way', queue: 4 });
  });

  it('is down until the two have greeted each other', () => {
    expect(link({ status: 'waiting' }, {}).health).toBe('down');
  });

  it('is broken when the two hold different histories of one number', () => {
    expect(link({ sent: 3 }, { heard: 3, in: { seq: '3', head: otherHead } }).health).toBe('broken');
    expect(link({ sent: 3, status: 'frozen' }, { heard: 3 }).health).toBe('broken');
  });

  it('is unknown when one of them is silent, whatever the last words were', () => {
    const later = new Date(now.getTime() + 60_000);
    const both = reports({ sent: 3 }, { heard: 3 });
    const [only] = linksOf(['be', 'fr'], new Map(both).set('be', known(both.get('be')!.report, later)), later);
    expect(only!.health).toBe('unknown');
    expect(linksOf(['be', 'se'], both, now)[0]).toMatchObject({ health: 'unknown', signedBy: ['be'] });
  });

  it('counts what the receiver refused', () => {
    expect(link({ sent: 3 }, { heard: 3, refused: 1, invalid: 2 })).toMatchObject({ refused: 1, invalid: 2 });
  });
});

describe('two histories', () => {
  it('are the same only when both directions are', () => {
    expect(isSameHistory('be', 'fr', reports({ sent: 3, heard: 1 }, { heard: 3, sent: 1 }))).toBe(true);
    expect(isSameHistory('be', 'fr', reports({ sent: 3, heard: 0 }, { heard: 3, sent: 1 }))).toBe(false);
    expect(isSameHistory('be', 'fr', reports({ sent: 3, waiting: 1 }, { heard: 3 }))).toBe(false);
    expect(isSameHistory('be', 'se', reports({ sent: 3 }, { heard: 3 }))).toBe(false);
  });
});
