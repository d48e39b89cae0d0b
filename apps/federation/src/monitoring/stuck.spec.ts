import { channel, known, now, otherHead, reportOf, reportsOf } from '../testing/federation.js';
import { linksOf } from './links.js';
import { stuckOf } from './stuck.js';

const members = ['be', 'fr', 'se'];

describe('what is stuck', () => {
  it('is nothing while everything is acknowledged', () => {
    const reports = new Map(members.map((node) => [node, known(reportOf(node as 'be'), now)]));
    expect(stuckOf(linksOf(members, reports, now), reports, now)).toEqual([]);
  });

  it('is a message that a room fails on, for the people of the receiver', () => {
    const stuck = { peer: 'fr', type: 'mission.report', seq: '7', since: '2026-04-08T07:00:00.000Z', attempts: 12 };
    const report = reportOf('be', { stuck: [{ ...stuck, nextTryAt: '2026-04-08T08:00:30.000Z' }, stuck] });
    expect(stuckOf([], reportsOf(report), now)).toMatchObject([
      { from: 'fr', to: 'be', cause: 'room-failed', type: 'mission.report', whoCanAct: ['be'], signedBy: ['be'] },
      { cause: 'paused', nextTryAt: null },
    ]);
  });

  it('is a link that nobody acknowledges, that never began, or whose ends tell two histories', () => {
    const late = channel('fr', { sent: 1, delivered: '0', undelivered: 1, oldestAt: '2026-04-08T07:58:00.000Z' });
    const be = reportOf('be', { channels: [late, channel('se', { status: 'waiting' })] });
    const fr = reportOf('fr', { channels: [channel('be', { heard: 0 }), channel('se', { sent: 1 })] });
    const se = reportOf('se', {
      channels: [channel('fr', { heard: 1, in: { seq: '1', head: otherHead } }), channel('be')],
    });
    const reports = new Map([be, fr, se].map((report) => [report.node, known(report, now)]));
    const found = stuckOf(linksOf(members, reports, now), reports, now);
    expect(found.map(({ from, to, cause, whoCanAct }) => [from, to, cause, whoCanAct.join()])).toEqual([
      ['be', 'fr', 'not-acknowledged', 'fr'],
      ['be', 'se', 'no-greeting', 'be,se'],
      ['fr', 'se', 'two-histories', 'fr,se'],
    ]);
  });

  it('is what waits for a cooperative that is silent, for its own people, and nothing where nothing waits', () => {
    const waiting = channel('fr', { sent: 1, delivered: '0', undelivered: 1, oldestAt: '2026-04-08T08:00:00.000Z' });
    const later = new Date(now.getTime() + 60_000);
    const be = reportOf('be', { channels: [waiting], at: later.toISOString() });
    const reports = new Map([
      ['be', known(be, later)],
      ['fr', known(reportOf('fr', { channels: [channel('be')] }), now)],
    ]);
    expect(stuckOf(linksOf(['be', 'fr'], reports, later), reports, later)).toMatchObject([
      { from: 'be', to: 'fr', cause: 'silent', since: '2026-04-08T08:00:00.000Z', whoCanAct: ['fr'] },
    ]);
  });
});
