import type { LegislationFacts } from './facts.js';
import { legislationOf } from './legislation.js';

const ingrid = (change: object = {}): LegislationFacts => ({
  date: '2026-11-21',
  person: { nationality: 'SE', residence: 'SE' },
  employers: [{ id: 'malmo', seat: 'SE', substantialActivityAtSeat: true }],
  activities: [
    { kind: 'employed', employer: 'malmo', country: 'SE', timeShare: '0.5', regularity: 'habitual' },
    { kind: 'employed', employer: 'malmo', country: 'DE', timeShare: '0.5', regularity: 'habitual' },
  ],
  ...change,
});

const refused = (facts: LegislationFacts): readonly [string, string] | 'answered' => {
  const answer = legislationOf(facts);
  return answer.ok ? 'answered' : [answer.refusal.kind, answer.refusal.field];
};

const shares = (...timeShares: readonly (string | number)[]) =>
  ingrid({
    activities: timeShares.map((timeShare) => ({
      kind: 'employed',
      employer: 'malmo',
      country: 'SE',
      timeShare,
      regularity: 'habitual',
    })),
  });

describe('facts that cannot be', () => {
  it.each([
    [
      'a country that is none',
      { person: { nationality: 'UK', residence: 'SE' } },
      'unknown-country',
      'person.nationality',
    ],
    [
      'a residence that is no country',
      { person: { nationality: 'SE', residence: 'EL' } },
      'unknown-country',
      'person.residence',
    ],
    ['a seat that is no country', { employers: [{ id: 'malmo', seat: 'ZZ' }] }, 'unknown-country', 'employers[0].seat'],
    ['a host that is no country', { mission: { host: 'Belgium' } }, 'unknown-country', 'mission.host'],
    ['a day that does not exist', { date: '2026-02-30' }, 'unreadable', 'date'],
    ['a day before the regulations', { date: '2010-04-30' }, 'no-rule-on-date', 'date'],
    [
      'a mission that ends before it begins',
      { mission: { host: 'BE', first: '2027-02-01', last: '2027-01-01' } },
      'dates-reversed',
      'mission.last',
    ],
    ['a mission without its last day', { mission: { host: 'BE', first: '2027-02-01' } }, 'unreadable', 'mission.last'],
    [
      'a length that is no number',
      { mission: { host: 'BE', plannedMonths: 'six' } },
      'unreadable',
      'mission.plannedMonths',
    ],
    ['a negative length', { mission: { host: 'BE', plannedMonths: -1 } }, 'unreadable', 'mission.plannedMonths'],
    [
      'a yes or no that is neither',
      { mission: { host: 'BE', passedOnByHost: 'no' } },
      'unreadable',
      'mission.passedOnByHost',
    ],
    [
      'an employer that is not described',
      { mission: { host: 'BE', employer: 'x' } },
      'unknown-employer',
      'mission.employer',
    ],
    [
      'an effective employer that is not described',
      { employers: [{ id: 'malmo', seat: 'SE', effectiveEmployer: 'x' }] },
      'unknown-employer',
      'employers[0].effectiveEmployer',
    ],
    [
      'two employers of one name',
      {
        employers: [
          { id: 'malmo', seat: 'SE' },
          { id: 'malmo', seat: 'DE' },
        ],
      },
      'named-twice',
      'employers[0].id',
    ],
    [
      'a certificate of a state that takes no part',
      { existingA1: { issuer: 'US' } },
      'outside-area',
      'existingA1.issuer',
    ],
    [
      'an agreed state that takes no part',
      { art16Agreement: { concluded: true, legislation: 'US' } },
      'outside-area',
      'art16Agreement.legislation',
    ],
    [
      'an agreement that names no state',
      { art16Agreement: { concluded: true } },
      'unreadable',
      'art16Agreement.legislation',
    ],
    ['activities that are no list', { activities: 'all' }, 'unreadable', 'activities'],
    [
      'work of an unknown kind',
      { activities: [{ kind: 'gig', country: 'SE', regularity: 'habitual' }] },
      'unreadable',
      'activities[0].kind',
    ],
    ['no person at all', { person: undefined }, 'unreadable', 'person'],
  ])('are refused: %s', (_what, change, kind, field) => {
    expect(refused(ingrid(change))).toEqual([kind, field]);
  });

  it('are refused: effective employers in a circle', () => {
    const employers = [
      { id: 'malmo', seat: 'SE', effectiveEmployer: 'b' },
      { id: 'b', seat: 'DE', effectiveEmployer: 'malmo' },
    ];
    expect(refused(ingrid({ employers }))).toEqual(['circle-of-employers', 'employers[0].effectiveEmployer']);
  });

  it('are refused: two missions on one day, and not on days that follow each other', () => {
    const mission = { host: 'BE', first: '2027-01-01', last: '2027-01-31' };
    const other = (first: string, last: string) => ingrid({ mission, otherMissions: [{ first, last }] });
    expect(refused(other('2027-01-31', '2027-02-05'))).toEqual(['overlapping-missions', 'otherMissions']);
    expect(refused(other('2026-12-01', '2027-01-01'))).toEqual(['overlapping-missions', 'otherMissions']);
    expect(refused(other('2027-02-01', '2027-02-05'))).toBe('answered');
  });

  it('are refused: shares that are none, or do not make the whole', () => {
    expect(refused(shares('1.1'))).toEqual(['share-out-of-range', 'activities[0].timeShare']);
    expect(refused(shares('-0.1', '1'))).toEqual(['share-out-of-range', 'activities[0].timeShare']);
    expect(refused(shares('a half', '0.5'))).toEqual(['unreadable', 'activities[0].timeShare']);
    expect(refused(shares('0.6', '0.6'))).toEqual(['shares-not-one', 'activities.timeShare']);
    expect(refused(shares('0.5', '0.49'))).toEqual(['shares-not-one', 'activities.timeShare']);
    expect(refused(shares('0.5', '0.4'))).toEqual(['shares-not-one', 'activities.timeShare']);
  });

  it('say the field, the rule and what to do, in every language', () => {
    const answer = legislationOf(shares('0.6', '0.6'));
    if (answer.ok) throw new Error('two times 60 % cannot be');
    expect(answer.refusal.rule).toBe('Reg. 987/2009 Art. 14(8)');
    expect(answer.refusal.detail.words.sv).toBe('activities.timeShare: andelarna blir 1.2 och inte helheten, 1.');
    expect(Object.values(answer.refusal.remedy.words).every((text) => text.length > 20)).toBe(true);
  });
});

describe('shares', () => {
  it('are read exactly, as texts, as numbers, and as JSON writes small numbers', () => {
    expect(refused(shares(0.1, 0.2, 0.7))).toBe('answered');
    expect(refused(shares('0.1', 0.2, '0.70'))).toBe('answered');
    expect(refused(shares(1e-7, 0.9999999))).toBe('answered');
  });

  it('may miss the whole by what rounding loses: three thirds are one', () => {
    expect(refused(shares('0.33', '0.33', '0.33'))).toBe('answered');
    expect(refused(shares('0.3333', '0.3333', '0.3333'))).toBe('answered');
    expect(refused(shares(0.7801, 0.2198999999999999))).toBe('answered');
    expect(refused(shares('0.3333', '0.3333', '0.333'))).toEqual(['shares-not-one', 'activities.timeShare']);
  });

  it('are not asked for where they decide nothing', () => {
    const [first, second] = shares('0.5', '0.5').activities!;
    const silent = { ...first!, timeShare: undefined };
    expect(refused(ingrid({ activities: [silent, second!] }))).toBe('answered');
    expect(refused(ingrid({ activities: [first!], existingA1: { issuer: 'SE' } }))).toBe('answered');
  });
});
