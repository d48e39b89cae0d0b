import { countryOf } from '@passerelle/rules';
import { day } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { Declaration, DeclarationId, Written } from './declaration.js';
import { answerTo, isAnsweredLate } from './sandbox-authority.js';

const dimona = countryOf('BE')!.declarations.find(({ id }) => id === 'be.dimona')!;

const sent = (number: number, fields: Written = {}): Declaration => ({
  id: 'd' as DeclarationId,
  number,
  form: dimona,
  entity: 'e' as EntityId,
  member: 'm' as MemberId,
  mission: null,
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  dueOn: day('2026-03-23'),
  known: { 'worker.nationalNumber': '90051700053', 'work.first': '2026-03-23', 'work.last': '2026-03-27', ...fields },
  steps: [],
});

describe('the authority of a demonstration', () => {
  it('accepts with a receipt what it finds right', () => {
    expect(answerTo(sent(17))).toEqual({ kind: 'accepted', reference: 'Dimona 17' });
  });

  it('refuses a number that nobody has, and work that ends before it begins, in its own language', () => {
    const refusal = { kind: 'refused', field: 'worker.nationalNumber', reason: 'Niemand is bekend onder dit nummer.' };
    expect(answerTo(sent(17, { 'worker.nationalNumber': '90051700000' }))).toEqual(refusal);
    expect(answerTo(sent(17, { 'work.last': '2026-03-22' }))).toMatchObject({ kind: 'refused', field: 'work.last' });
    expect(answerTo(sent(17, { 'work.last': '2026-03-23' })).kind).toBe('accepted');
  });

  it('answers one of five late', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((number) => isAnsweredLate({ number }))).toEqual([5, 10]);
  });
});
