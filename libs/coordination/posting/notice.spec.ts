import { country, day } from '@passerelle/values';
import { hostRules } from './hosts/index.js';
import { hostTerms } from './host-terms.js';
import { noticeFor, spansForNotice } from './notice.js';
import type { NoticeAnswer, NoticeQuestion, Stay } from './question.js';

const stay = (host: string, first: string, last: string): Stay => ({
  host: country(host),
  first: day(first),
  last: day(last),
});

/** Amina of Brussels plays three days; each case says where and what else is so. */
const amina = (host: string, change: Partial<NoticeQuestion> = {}): NoticeQuestion => ({
  today: day('2027-02-01'),
  home: country('BE'),
  stay: stay(host, '2027-03-10', '2027-03-12'),
  work: 'live-performance',
  selfEmployed: false,
  otherStays: [],
  agencyWork: false,
  ownAccount: false,
  thirdCountryNational: false,
  ...change,
});

const kindOf = (host: string, change: Partial<NoticeQuestion> = {}) => noticeFor(amina(host, change)).kind;
const dueOn = (answer: NoticeAnswer) => (answer.kind === 'required' ? answer.dueOn : answer.kind);

describe('a notice of posting', () => {
  it('is not known at home, for the self-employed, and in the United Kingdom', () => {
    expect(kindOf('BE')).toBe('not-applicable');
    expect(kindOf('FR', { selfEmployed: true })).toBe('not-applicable');
    const london = noticeFor(amina('GB'));
    expect([london.kind, london.reason.words.en]).toEqual(['not-applicable', expect.stringContaining('immigration')]);
  });

  it('is a matter for people where no rule of the host is known', () => {
    expect(kindOf('PT')).toBe('ask-human');
    expect(kindOf('SE', { stay: stay('SE', '2019-03-10', '2019-03-12') })).toBe('ask-human');
  });

  it.each([
    ['SE', 'live-performance', '2027-03-10'],
    ['IT', 'live-performance', '2027-03-09'],
    ['HU', 'live-performance', '2027-03-10'],
    ['AT', 'show-crew', '2027-03-09'],
    ['NL', 'show-crew', '2027-03-09'],
    ['FR', 'show-crew', '2027-03-09'],
    ['CH', 'construction', '2027-03-02'],
    ['DE', 'stand-building', '2027-03-09'],
  ] as const)('is due in %s for %s on %s at the latest', (host, work, due) => {
    expect(dueOn(noticeFor(amina(host, { work })))).toBe(due);
  });

  it('says who files it, what else is asked, and how much time is left', () => {
    const answer = noticeFor(amina('SE'));
    if (answer.kind !== 'required') throw new Error('Sweden asks for a notice');
    expect([answer.by, answer.source.confidence]).toEqual(['home', 'confirmed']);
    expect(answer.warnings.map(({ reason, overdue }) => [reason.key, overdue])).toEqual([
      ['file-in-time', false],
      ['se.contact-person', false],
    ]);
    expect(answer.warnings[0]?.reason.words.en).toBe('File the notice by 2027-03-10. Days left: 37.');
  });

  it('is overdue the day after it was due, and not on that day', () => {
    const overdue = (today: string) => {
      const answer = noticeFor(amina('CH', { work: 'construction', today: day(today) }));
      return answer.warnings[0]?.overdue;
    };
    expect([overdue('2027-03-02'), overdue('2027-03-03')]).toEqual([false, true]);
  });

  it('is filed by the hirer in Germany when the worker is hired out', () => {
    const answer = noticeFor(amina('DE', { work: 'cleaning', agencyWork: true }));
    expect(answer).toMatchObject({ kind: 'required', by: 'host' });
  });
});

describe('Germany', () => {
  it('asks for listed trades only: performing is not among them, building stands is', () => {
    expect(noticeFor(amina('DE'))).toMatchObject({ kind: 'exempt', rule: 'work-not-listed' });
    expect(kindOf('DE', { work: 'stand-building' })).toBe('required');
  });
});

describe('Belgium as host', () => {
  const inBelgium = (change: Partial<NoticeQuestion>) =>
    noticeFor(amina('BE', { home: country('FR'), stay: stay('BE', '2027-03-10', '2027-03-12'), ...change }));

  it('exempts artists of renown and their crew for 21 days a quarter', () => {
    const renowned = { internationalRenown: true };
    expect(inBelgium(renowned)).toMatchObject({ kind: 'exempt', rule: 'be.renowned-artist', days: 3, most: 21 });
    const before = [stay('BE', '2027-01-01', '2027-01-18')];
    expect(inBelgium({ ...renowned, otherStays: before })).toMatchObject({ kind: 'exempt', days: 21 });
    const longer = [stay('BE', '2027-01-01', '2027-01-19')];
    expect(inBelgium({ ...renowned, otherStays: longer }).kind).toBe('required');
    const lastQuarter = [stay('BE', '2026-10-01', '2026-12-31')];
    expect(inBelgium({ ...renowned, otherStays: lastQuarter }).kind).toBe('exempt');
  });

  it('asks whether the artist is of renown, and asks nothing when the days are too many anyway', () => {
    const unknown = inBelgium({});
    expect(unknown.kind === 'ask-human' && unknown.missing.map(({ fact }) => fact)).toEqual(['internationalRenown']);
    expect(inBelgium({ stay: stay('BE', '2027-01-01', '2027-01-22') }).kind).toBe('required');
    expect(inBelgium({ internationalRenown: false }).kind).toBe('required');
  });

  it('exempts meetings of at most 60 days a year and 20 days in a row, and congresses always', () => {
    const meeting = (first: string, last: string, otherStays: readonly Stay[] = []) =>
      inBelgium({ work: 'meeting', stay: stay('BE', first, last), otherStays }).kind;
    expect(meeting('2027-03-01', '2027-03-20')).toBe('exempt');
    expect(meeting('2027-03-01', '2027-03-21')).toBe('required');
    expect(meeting('2027-03-11', '2027-03-20', [stay('BE', '2027-02-28', '2027-03-10')])).toBe('required');
    const twoMonths = [
      stay('BE', '2027-05-01', '2027-05-18'),
      stay('BE', '2027-07-01', '2027-07-18'),
      stay('BE', '2027-09-01', '2027-09-15'),
    ];
    expect(meeting('2027-03-01', '2027-03-09', twoMonths)).toBe('exempt');
    expect(meeting('2027-03-01', '2027-03-10', twoMonths)).toBe('required');
    expect(inBelgium({ work: 'scientific-congress', stay: stay('BE', '2027-01-01', '2027-12-31') }).kind).toBe(
      'exempt',
    );
  });

  it('asks a notice of the self-employed in construction, cleaning and meat only', () => {
    const alone = (work: NoticeQuestion['work']) => inBelgium({ work, selfEmployed: true }).kind;
    expect([alone('construction'), alone('live-performance')]).toEqual(['required', 'not-applicable']);
  });
});

describe('France as host', () => {
  it('exempts artists for 90 days in any twelve months, planned stays included', () => {
    const answer = (otherStays: readonly Stay[]) => noticeFor(amina('FR', { otherStays }));
    const before = stay('FR', '2026-04-01', '2026-06-25');
    expect(answer([before])).toMatchObject({ kind: 'exempt', rule: 'fr.artist', days: 89, most: 90 });
    const planned = stay('FR', '2027-03-20', '2027-03-21');
    expect(answer([before, planned]).kind).toBe('required');
    expect(answer([stay('DE', '2026-04-01', '2027-03-01')]).kind).toBe('exempt');
  });

  it('forgets days that lie twelve months back', () => {
    const otherStays = [stay('FR', '2026-04-01', '2026-06-25')];
    const asked = (first: string, last: string) =>
      noticeFor(amina('FR', { stay: stay('FR', first, last), otherStays }));
    expect(asked('2027-03-26', '2027-03-31').kind).toBe('required');
    expect(asked('2027-03-30', '2027-04-04')).toMatchObject({ kind: 'exempt', days: 88 });
  });

  it('exempts who comes on the employer’s own account, and asks where that is unknown', () => {
    expect(kindOf('FR', { work: 'other', ownAccount: true })).toBe('exempt');
    expect(kindOf('FR', { work: 'other', ownAccount: undefined })).toBe('ask-human');
    expect(kindOf('FR', { work: 'other' })).toBe('required');
  });

  it('says that the exemption does not reach the pay', () => {
    expect(noticeFor(amina('FR')).warnings.map(({ reason }) => reason.key)).toEqual(['host-pay-holds']);
  });
});

describe('the Netherlands as host', () => {
  it('exempts artists for six weeks in thirteen, but never third-country nationals', () => {
    const weeks = (last: string, otherStays: readonly Stay[] = []) =>
      kindOf('NL', { stay: stay('NL', '2027-03-01', last), otherStays });
    expect([weeks('2027-04-11'), weeks('2027-04-12')]).toEqual(['exempt', 'required']);
    expect(weeks('2027-04-11', [stay('NL', '2027-05-30', '2027-05-30')])).toBe('required');
    expect(weeks('2027-04-11', [stay('NL', '2027-05-31', '2027-05-31')])).toBe('exempt');
    expect(kindOf('NL', { thirdCountryNational: true })).toBe('required');
    expect(kindOf('NL', { thirdCountryNational: undefined })).toBe('ask-human');
  });

  it('exempts short congresses, meetings and assembly', () => {
    expect(kindOf('NL', { work: 'scientific-congress', stay: stay('NL', '2027-03-01', '2027-03-05') })).toBe('exempt');
    expect(kindOf('NL', { work: 'scientific-congress', stay: stay('NL', '2027-03-01', '2027-03-06') })).toBe(
      'required',
    );
    expect(kindOf('NL', { work: 'assembly', stay: stay('NL', '2027-03-01', '2027-03-09') })).toBe('required');
    expect(kindOf('NL', { work: 'meeting', stay: stay('NL', '2027-03-01', '2027-05-30') })).toBe('exempt');
    expect(kindOf('NL', { work: 'meeting', stay: stay('NL', '2027-03-01', '2027-05-31') })).toBe('required');
  });
});

describe('other hosts', () => {
  it('Austria exempts a concert inside a tour of which it is a minor part, for less than a week', () => {
    expect(kindOf('AT', { minorPartOfTour: true })).toBe('exempt');
    expect(kindOf('AT', { minorPartOfTour: false })).toBe('required');
    expect(kindOf('AT')).toBe('ask-human');
    expect(kindOf('AT', { minorPartOfTour: true, stay: stay('AT', '2027-03-01', '2027-03-07') })).toBe('required');
    expect(kindOf('AT', { work: 'meeting' })).toBe('exempt');
  });

  it('Spain exempts eight days, but not of agencies', () => {
    const days = (last: string, agencyWork = false) =>
      kindOf('ES', { stay: stay('ES', '2027-03-01', last), agencyWork });
    expect([days('2027-03-08'), days('2027-03-09'), days('2027-03-08', true)]).toEqual([
      'exempt',
      'required',
      'required',
    ]);
  });

  it('Switzerland exempts eight days a year outside the listed trades', () => {
    const before = (last: string) => kindOf('CH', { otherStays: [stay('CH', '2027-01-01', last)] });
    expect([before('2027-01-05'), before('2027-01-06')]).toEqual(['exempt', 'required']);
  });

  it('each has its source, and its sentences in every language', () => {
    expect(hostRules.map(({ host }) => host).toSorted()).toEqual([
      'AT',
      'BE',
      'CH',
      'DE',
      'ES',
      'FR',
      'GB',
      'HU',
      'IT',
      'NL',
      'SE',
    ]);
    for (const rule of hostRules)
      if ('notice' in rule)
        for (const { value } of rule.notice.entries)
          for (const { words, source } of value.exemptions) {
            expect(Object.values(words).every((text) => text !== '')).toBe(true);
            expect(source.text).not.toBe('');
          }
  });
});

describe('the host’s working conditions', () => {
  const terms = (last: string, earlier: readonly Stay[] = [], reasonedNotice = false) =>
    hostTerms(stay('FR', '2027-01-01', last), { earlier, reasonedNotice });

  it('hold in their core from the first day', () => {
    expect(terms('2027-03-01')).toMatchObject({ coreFrom: '2027-01-01', nearlyAllFrom: null });
  });

  it('hold nearly all after twelve months, or eighteen after a reasoned notice', () => {
    expect(terms('2027-12-31').nearlyAllFrom).toBeNull();
    expect(terms('2028-01-01').nearlyAllFrom).toBe('2028-01-01');
    expect(terms('2028-06-30', [], true).nearlyAllFrom).toBeNull();
    expect(terms('2028-07-01', [], true).nearlyAllFrom).toBe('2028-07-01');
  });

  it('count the days of who was replaced at the same task and place', () => {
    const before = [stay('FR', '2026-07-01', '2026-12-31')];
    expect(terms('2027-12-31', before).nearlyAllFrom).toBe('2027-07-01');
    const longBefore = [stay('FR', '2025-01-01', '2026-12-31')];
    expect(terms('2027-01-31', longBefore).nearlyAllFrom).toBe('2027-01-01');
    expect(terms('2027-12-31', [stay('DE', '2026-07-01', '2026-12-31')]).nearlyAllFrom).toBeNull();
  });
});

describe('days that another employer counts', () => {
  const question = amina('FR');
  const told = (days: number | null) => spansForNotice(question).map((span) => ({ ...span, days }));
  const answer = (days: number | null, change: Partial<NoticeQuestion> = {}): NoticeAnswer =>
    noticeFor({ ...question, elsewhere: told(days), ...change });

  it('are asked for where a window of the host holds more than the stay, for her kind of work', () => {
    expect(spansForNotice(question)).toEqual([{ first: '2026-03-01', last: '2028-03-31' }]);
    expect(spansForNotice(amina('FR', { work: 'show-crew' }))).toEqual([]);
    expect(spansForNotice(amina('ES'))).toEqual([]);
    expect(spansForNotice(amina('PT'))).toEqual([]);
    expect(spansForNotice(amina('SE'))).toEqual([]);
    expect(spansForNotice(amina('BE', { work: 'meeting' }))).toEqual([
      { first: '2027-01-01', last: '2027-12-31' },
      { first: '2027-02-01', last: '2027-04-30' },
    ]);
  });

  it('leave the exemption while both together stay within the limit', () => {
    expect(answer(87)).toMatchObject({ kind: 'exempt', days: 90, most: 90 });
  });

  it('ask a person when both together may pass the limit, and say how many are certain', () => {
    const asked = answer(88);
    if (asked.kind !== 'ask-human') throw new Error('91 days may lie in one window');
    expect(asked.missing.map(({ fact, supplier }) => [fact, supplier])).toEqual([['daysElsewhere', 'worker']]);
    expect(asked.missing[0]?.question.words.en).toContain('91 at most, the limit of 90 may be passed (3 are certain)');
  });

  it('are never guessed while nobody has told them', () => {
    const asked = answer(null);
    if (asked.kind !== 'ask-human') throw new Error('nobody has told');
    expect(asked.missing.map(({ supplier, question: { key } }) => [supplier, key])).toEqual([
      ['home', 'days-elsewhere-untold'],
    ]);
  });

  it('make the notice due without a question when our own days pass the limit', () => {
    expect(answer(null, { otherStays: [stay('FR', '2026-11-01', '2027-02-15')] }).kind).toBe('required');
  });

  it('make it due when the other one alone passes the limit of a calendar year', () => {
    const berne = amina('CH', { work: 'meeting' });
    const elsewhere = spansForNotice(berne).map((span) => ({ ...span, days: 9 }));
    expect(noticeFor({ ...berne, elsewhere }).kind).toBe('required');
  });
});
