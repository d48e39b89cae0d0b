import fc from 'fast-check';
import type { LegislationAnswer } from './answer.js';
import type { ActivityFacts, LegislationFacts, MissionFacts } from './facts.js';
import { legislationOf } from './legislation.js';

const states = ['BE', 'FR', 'SE', 'DE', 'NO', 'GB', 'US'] as const;
const someState = fc.constantFrom(...states);
const seats = [...states].map((seat) => ({ id: seat, seat, substantialActivityAtSeat: true }));

const somebody = fc.record({
  nationality: fc.constantFrom('FR', 'SE', 'NO', 'GB', 'BR'),
  residence: someState,
  legallyResident: fc.boolean(),
  ukSituationUnbrokenSince: fc.constantFrom(null, '2018-01-01'),
});

const someMission = fc.record<MissionFacts>({
  host: someState,
  employer: someState,
  plannedMonths: fc.integer({ min: 1, max: 36 }),
  directRelationshipKept: fc.boolean(),
  replacesPostedWorker: fc.boolean(),
  passedOnByHost: fc.boolean(),
  hiredForThisMission: fc.constant(false),
  earlierPostings: fc.constant([]),
});

/** Work in parts of a hundred that make the whole. */
const someWork = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 30 }),
      kind: fc.constantFrom<ActivityFacts['kind']>('employed', 'employed', 'self_employed', 'civil_servant'),
      country: someState,
      employer: someState,
      regularity: fc.constantFrom<ActivityFacts['regularity']>('habitual', 'habitual', 'occasional'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts): readonly ActivityFacts[] => {
    const used = parts.map(({ weight }) => weight * Math.floor(100 / (parts.length * 30)));
    const rest = 100 - used.reduce((sum, part) => sum + part, 0);
    return parts.map(({ weight: _weight, ...work }, index) => ({
      ...work,
      timeShare: hundredths(used[index]! + (index === 0 ? rest : 0)),
    }));
  });

const hundredths = (part: number): string => `${Math.floor(part / 100)}.${String(part % 100).padStart(2, '0')}`;

const someFacts = fc.record({
  date: fc.constant('2026-11-21'),
  person: somebody,
  employers: fc.constant(seats),
  activities: someWork,
  mission: fc.option(someMission, { nil: undefined }),
  centreOfInterest: fc.constant('DE'),
});

const answerTo = (facts: LegislationFacts): LegislationAnswer => {
  const answer = legislationOf(facts);
  if (!answer.ok) throw new Error(answer.refusal.detail.words.en);
  return answer.value;
};

describe('whatever the facts', () => {
  it('there is exactly one legislation in scope, none out of scope, and none while a fact is missing', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { inScope, legislation, basis, a1, flags, missing } = answerTo(facts);
        if (missing.length > 0) return inScope === null && legislation === null;
        expect(inScope === true).toBe(legislation !== null && basis !== null);
        expect(inScope === false).toBe(flags.includes('OUT_OF_SCOPE_CHECK_BILATERAL'));
        expect(a1.issuerState).toBe(legislation);
        return states.some((state) => legislation === null || state === legislation) && legislation !== 'US';
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of activities and employers never matters', () => {
    const shuffled = someFacts.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts.activities], { minLength: facts.activities.length }),
        fc.shuffledSubarray([...facts.employers], { minLength: facts.employers.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([facts, activities, employers]) => {
        const one = answerTo(facts);
        const other = answerTo({ ...facts, activities, employers });
        expect([other.inScope, other.legislation, other.basis, other.a1]).toEqual([
          one.inScope,
          one.legislation,
          one.basis,
          one.a1,
        ]);
        expect(new Set(other.flags)).toEqual(new Set(one.flags));
      }),
      { numRuns: 500 },
    );
  });
});

describe('more time in the residence state', () => {
  const split = (atHome: number): LegislationFacts => ({
    date: '2026-11-21',
    person: { nationality: 'BE', residence: 'BE' },
    employers: seats,
    activities: [
      { kind: 'employed', employer: 'FR', country: 'BE', timeShare: hundredths(atHome), regularity: 'habitual' },
      { kind: 'employed', employer: 'FR', country: 'FR', timeShare: hundredths(100 - atHome), regularity: 'habitual' },
    ],
  });

  it('never moves a person who is under its law away from it', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        return answerTo(split(less)).legislation !== 'BE' || answerTo(split(more)).legislation === 'BE';
      }),
    );
  });

  it('moves her there at a quarter and not before', () => {
    expect([24, 25].map((share) => answerTo(split(share)).legislation)).toEqual(['FR', 'BE']);
  });
});
