import { country, day } from '@passerelle/values';
import { type Situation, situationRefusal } from './situation.js';

const situation = (change: Partial<Situation> = {}): Situation => ({
  from: day('2026-01-01'),
  nationality: country('BE'),
  residence: country('BE'),
  employers: [{ id: 'school', name: 'Académie de Lille', seat: country('FR') }],
  activities: [
    { kind: 'employed', employer: 'cooperative', country: country('BE'), timeShare: '0.7', regularity: 'habitual' },
    { kind: 'employed', employer: 'school', country: country('FR'), timeShare: '0.3', regularity: 'habitual' },
  ],
  ...change,
});

const [cooperative, school] = situation().activities!;
const [lille] = situation().employers;

describe('the situation of a member', () => {
  it('may name other employers, and leave out what nobody knows', () => {
    expect(situationRefusal(situation())).toBeNull();
    expect(situationRefusal({ from: day('2026-01-01'), employers: [] })).toBeNull();
  });

  it.each([
    ['an employer named twice', { employers: [lille!, lille!] }, 'employer-twice'],
    ['the cooperative among the others', { employers: [{ ...lille!, id: 'cooperative' }] }, 'reserved-employer'],
    ['work for somebody who is not named', { employers: [] }, 'unknown-employer'],
    ['employed work for nobody', { activities: [{ ...school!, employer: undefined }] }, 'employee-without-employer'],
    [
      'more than all her time',
      { activities: [{ ...cooperative!, timeShare: '0.700001' }, school!] },
      'more-than-all-time',
    ],
    [
      'more than all her pay',
      {
        activities: [
          { ...cooperative!, payShare: '0.9' },
          { ...school!, payShare: '0.2' },
        ],
      },
      'more-than-all-time',
    ],
  ])('does not hold %s', (_, change, kind) => {
    expect(situationRefusal(situation(change))).toMatchObject({ kind });
  });
});
