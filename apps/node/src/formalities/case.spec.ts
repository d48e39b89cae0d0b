import { country, day } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Mission, MissionState } from '../missions/mission.js';
import { legislationFactsOf, monthsText } from './case.js';

describe('the length of an earlier posting', () => {
  it.each([
    ['2026-01-01', '2026-01-31', '1.000000'],
    ['2026-01-01', '2026-02-15', '1.500000'],
    ['2026-03-23', '2026-03-27', '0.166666'],
    ['2024-01-01', '2025-12-31', '24.000000'],
    ['2026-03-02', '2026-03-01', '0.000000'],
  ])('is counted in months, from %s to %s', (first, last, months) => {
    expect(monthsText(day(first), day(last))).toBe(months);
  });
});

describe('another mission on the same days', () => {
  const mission = (id: string, state: MissionState, first = '2026-03-23', last = '2026-03-27'): Mission =>
    ({
      id,
      state,
      terms: { first: day(first), last: day(last), place: { country: country('FR') }, client: { name: 'Lilas' } },
      registeredAt: new Date(`2026-01-0${id}T08:00:00Z`),
    }) as unknown as Mission;

  const counted = (one: Mission, other: Mission): boolean => {
    const of = { mission: one, others: [other], facts: {}, situation: null, elsewhere: null };
    const still = { today: day('2026-03-01'), isPlacingOpen: false };
    const { otherMissions } = legislationFactsOf({
      ...of,
      ...still,
      employer: { country: country('BE') } as LegalEntity,
    });
    return otherMissions!.length > 0;
  };

  it.each<[string, Mission, Mission, boolean]>([
    ['is in the way when it was planned before', mission('2', 'offered'), mission('1', 'branch_check'), true],
    ['is not when it was planned later', mission('1', 'offered'), mission('2', 'branch_check'), false],
    ['is when it is agreed', mission('1', 'offered'), mission('2', 'formalities'), true],
    [
      'is not when it is only planned and this one is agreed',
      mission('2', 'formalities'),
      mission('1', 'offered'),
      false,
    ],
    [
      'is when the client agreed to the earlier one too',
      mission('2', 'formalities'),
      mission('1', 'formalities'),
      true,
    ],
    ['is when the work has begun', mission('1', 'formalities'), mission('2', 'active'), true],
    ['is not on other days', mission('2', 'offered'), mission('1', 'active', '2026-03-28', '2026-03-29'), false],
  ])('%s', (_, one, other, isCounted) => {
    expect(counted(one, other)).toBe(isCounted);
  });
});
