import { languages } from '@passerelle/doors';
import { type Calendar, type Report, extendCalendar } from '@passerelle/protocol';
import { day, month } from '@passerelle/values';
import { channel, known, now, obligation, otherHead, reportOf, rosterContent } from '../testing/federation.js';
import { alarmsOf, type RefusedOn } from './alarms.js';
import { alarmText } from './alarms.words.js';
import { cyclesOf } from './cycles.js';
import { limitsOf } from './limits.js';
import { linksOf } from './links.js';
import { nodesOf } from './nodes.js';
import { differencesOf } from './pairs.js';

interface Scene {
  readonly reports?: readonly Report[];
  readonly at?: Date;
  readonly rosterVersion?: number;
  readonly today?: string;
  readonly calendar?: Calendar;
  readonly refused?: readonly RefusedOn[];
}

/** The days of the example's cycle, and of the cycles after it for three years. */
const extended = extendCalendar(rosterContent.calendar, {
  until: month('2029-04'),
  exceptions: [],
  from: day('2026-04-01'),
});
if (!extended.ok) throw new Error(extended.refusal.kind);
const years = extended.value;

const all = [reportOf('be'), reportOf('fr'), reportOf('se')];
const withFirst = (first: Report): readonly Report[] => [first, ...all.slice(1)];

function alarms({
  reports: given = all,
  at = now,
  rosterVersion = 1,
  today = '2026-04-08',
  refused = [],
  calendar = years,
}: Scene) {
  const reports = new Map(given.map((report) => [report.node, known(report, now)]));
  const members = rosterContent.members.map(({ id }) => id);
  const links = linksOf(members, reports, at);
  return alarmsOf({
    nodes: nodesOf(rosterContent.members, reports, { links, now: at }),
    links,
    differences: differencesOf(reports),
    limits: limitsOf(reports),
    cycles: cyclesOf(rosterContent, reports, []),
    refused,
    reports,
    rosterVersion,
    today: day(today),
    calendar: { dates: calendar, signedBy: ['be', 'fr'], at: '2026-01-01T00:00:00.000Z' },
  });
}
const kinds = (scene: Scene): string[] => alarms(scene).map(({ kind, about }) => `${kind} ${about.join(' ')}`);

const cycle: Report['cycles'][number] = {
  cycle: '2026-04',
  state: 'final',
  round: '0',
  positions: [],
  signed: [],
  missing: [],
  gross: {},
  net: {},
  legs: [
    {
      leg: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      from: 'fr',
      to: 'be',
      currency: 'EUR',
      amount: '98000',
      paid: '0',
      state: 'late',
    },
  ],
};

describe('alarms', () => {
  it('are none when everybody reports and everything is acknowledged', () => {
    expect(alarms({})).toEqual([]);
  });

  it('tell of a node that is silent since its last report, and of one that was never heard', () => {
    const later = new Date(now.getTime() + 46_000);
    expect(alarms({ at: later })[0]).toMatchObject({ kind: 'node-silent', about: ['be'], since: now.toISOString() });
    expect(alarms({ at: new Date(now.getTime() + 45_000) })).toEqual([]);
    expect(kinds({ reports: all.slice(1) })).toEqual(['node-never-heard be']);
  });

  it('tell of links that are late, down or broken', () => {
    const late = channel('fr', { sent: 1, delivered: '0', undelivered: 1, oldestAt: '2026-04-08T07:58:00.000Z' });
    const down = channel('se', { status: 'waiting' });
    expect(kinds({ reports: withFirst(reportOf('be', { channels: [late, down] })) })).toEqual([
      'link-late be fr 60',
      'link-down be se',
    ]);
    const reports = [
      reportOf('be', { channels: [channel('fr', { sent: 1 })] }),
      reportOf('fr', { channels: [channel('be', { heard: 1, in: { seq: '1', head: otherHead } })] }),
    ];
    expect(kinds({ reports })).toContain('link-broken be fr');
  });

  it('tell of two sides that differ, once they have heard each other out', () => {
    const debt = obligation(1, { debtor: 'fr', creditor: 'be' });
    expect(alarms({ reports: withFirst(reportOf('be', { obligations: [debt] })) })).toMatchObject([
      { kind: 'sides-differ', about: ['fr', 'be', debt.id], signedBy: ['be', 'fr'] },
    ]);
    const onItsWay = reportOf('be', { obligations: [debt], channels: [channel('fr', { sent: 1 }), channel('se')] });
    expect(kinds({ reports: withFirst(onItsWay) })).toEqual([]);
  });

  it('tell of a limit from the first cent above it', () => {
    const owing = (owes: string) =>
      withFirst(reportOf('be', { exposures: [{ peer: 'fr', currency: 'EUR', owes, cap: '5000000' }] }));
    expect(kinds({ reports: owing('5000000') })).toEqual([]);
    expect(kinds({ reports: owing('5000001') })).toEqual(['limit-exceeded fr be 50000.00 EUR']);
  });

  it('tell of payments that are late or were not made', () => {
    const [leg] = cycle.legs;
    expect(kinds({ reports: withFirst(reportOf('be', { cycles: [cycle] })) })).toEqual([
      'leg-late fr be 980.00 EUR 2026-04',
    ]);
    const unpaid = { ...cycle, legs: [{ ...leg!, state: 'unpaid' as const }] };
    expect(kinds({ reports: withFirst(reportOf('be', { cycles: [unpaid] })) })).toEqual([
      'leg-unpaid fr be 980.00 EUR 2026-04',
    ]);
  });

  it('tell of a cycle that has not ended on the day after its last one', () => {
    const reports = withFirst(reportOf('be', { cycles: [{ ...cycle, legs: [] }] }));
    expect(kinds({ reports, today: '2026-05-18' })).toEqual([]);
    expect(kinds({ reports, today: '2026-05-19' })).toEqual(['cycle-late 2026-04 2026-05-18']);
  });

  it('tell of a calendar that names no further cycle, three months before its last one ends and since', () => {
    const { calendar } = rosterContent;
    expect(kinds({ calendar, today: '2026-01-31' })).toEqual([]);
    expect(kinds({ calendar, today: '2026-02-01' })).toEqual(['calendar-ends 2026-04 2026-05-01']);
    const [ended] = alarms({ calendar, today: '2026-05-02' });
    expect(ended).toMatchObject({ kind: 'calendar-ends', since: '2026-05-01', signedBy: ['be', 'fr'] });
    expect(kinds({ calendar: [] })).toEqual([]);
  });

  it('tell of results that contradict each other or do not sum to zero', () => {
    const of = (result: string, amount: string) => ({
      ...cycle,
      legs: [],
      result,
      positions: [{ node: 'be', currency: 'EUR' as const, amount }],
    });
    const [a, b] = ['28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U', otherHead];
    const reports = [reportOf('be', { cycles: [of(a, '0')] }), reportOf('fr', { cycles: [of(b, '1')] }), all[2]!];
    expect(kinds({ reports })).toEqual(['cycle-results-differ 2026-04', 'cycle-not-zero 2026-04']);
  });

  it('tell of an old roster, of a clock that is off and of refused reports', () => {
    expect(kinds({ rosterVersion: 2 })[0]).toBe('node-behind-roster be 1 2');
    expect(kinds({ reports: withFirst(reportOf('be', { at: '2026-04-08T08:00:30.000Z' })) })).toEqual([
      'clock-off be 25',
    ]);
    expect(kinds({ refused: [{ slot: 'fr', count: 3, first: now, last: now }] })).toEqual(['reports-refused fr 3']);
  });

  it('are sentences in every language, with all that they are about', () => {
    const [alarm] = alarms({ rosterVersion: 2 });
    const sentences = languages.map((language) => alarmText(alarm!, language));
    expect(new Set(sentences).size).toBe(languages.length);
    expect(sentences[0]).toBe('be works with version 1 of the roster; version 2 is in force.');
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/);
  });
});
