import { money, month } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import { type WagePlan, stepsOf } from './wage-plan.js';

const plan = (from: string, gross: string | null, isPaid = true): WagePlan => ({
  member: 'amina' as MemberId,
  entity: 'be' as EntityId,
  from: month(from),
  gross: gross === null ? null : money(gross, 'EUR'),
  isPaid,
  decidedAt: new Date('2026-04-10T09:00:00Z'),
});

const steps = (...plans: readonly WagePlan[]) =>
  stepsOf(plans).map(({ since, from, gross, isEnd }) => [since, from, String(gross), isEnd ? 'ends' : 'is paid']);

describe('the steps of a paid wage', () => {
  it('begin, change and end one employment', () => {
    expect(steps(plan('2026-05', '2800.00'), plan('2026-07', '3000.00'), plan('2026-09', null))).toEqual([
      ['2026-05', '2026-05', '2800.00 EUR', 'is paid'],
      ['2026-05', '2026-07', '3000.00 EUR', 'is paid'],
      ['2026-05', '2026-09', '3000.00 EUR', 'ends'],
    ]);
  });

  it('are those that were decided last for a month, and none of a wage that stops before it began', () => {
    expect(steps(plan('2026-05', '2800.00'), plan('2026-05', '2900.00'))).toEqual([
      ['2026-05', '2026-05', '2900.00 EUR', 'is paid'],
    ]);
    expect(steps(plan('2026-05', '2800.00'), plan('2026-05', null))).toEqual([]);
  });

  it('begin another employment after an end', () => {
    expect(steps(plan('2026-05', '2800.00'), plan('2026-07', null), plan('2026-09', '2800.00')).at(-1)).toEqual([
      '2026-09',
      '2026-09',
      '2800.00 EUR',
      'is paid',
    ]);
  });

  it('are none for plans that were promised to move no money', () => {
    expect(steps(plan('2026-05', '2800.00', false))).toEqual([]);
  });
});
