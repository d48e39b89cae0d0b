import { type Draft, changed, emptyDraft, faultsOf, formOf, overlapOf, usualDays } from './draft.js';

const concert: Draft = {
  ...emptyDraft,
  client: 'cli_1',
  work: ' Two concerts ',
  country: 'FR',
  town: 'Paris',
  first: '2026-03-23',
  last: '2026-03-27',
  days: '5',
  price: '1 000,50',
};

describe('a draft', () => {
  it('names every field that is missing, in the order of the form', () => {
    expect(faultsOf(emptyDraft, 'EUR')).toEqual([
      'client',
      'work',
      'country',
      'town',
      'first',
      'last',
      'days',
      'price',
    ]);
    expect(faultsOf(concert, 'EUR')).toEqual([]);
  });

  it('is a form for the node once nothing is missing', () => {
    expect(formOf(concert, 'EUR', 'fr')).toEqual({
      client: 'cli_1',
      host: 'fr',
      work: 'Two concerts',
      kind: 'artistic_performance',
      directedBy: 'home',
      place: { country: 'FR', town: 'Paris' },
      first: '2026-03-23',
      last: '2026-03-27',
      days: 5,
      price: { amount: '1000.50', currency: 'EUR' },
    });
    expect(formOf({ ...concert, town: ' ' }, 'EUR', 'fr')).toBeUndefined();
  });

  it.each([
    ['a last day before the first', { last: '2026-03-22' }, ['last']],
    ['more days than lie between', { days: '6' }, ['days']],
    ['half a day', { days: '0.5' }, ['days']],
    ['a fee of nothing', { price: '0' }, ['price']],
    ['a fee that can be read in two ways', { price: '1.234' }, ['price']],
  ])('is not sent with %s', (_, part, faults) => {
    expect(faultsOf({ ...concert, ...part }, 'EUR')).toEqual(faults);
  });

  it('counts the working days of the period until somebody says otherwise', () => {
    const begun = changed(emptyDraft, { first: '2026-03-23' });
    expect([begun.last, begun.days]).toEqual(['2026-03-23', '1']);
    const week = changed(begun, { last: '2026-03-29' });
    expect(week.days).toBe('5');
    const said = changed(week, { days: '3' });
    expect(changed(said, { last: '2026-03-30' }).days).toBe('3');
    expect(usualDays('2026-03-28', '2026-03-29')).toBe('2');
  });

  it('moves the last day along when the first one passes it', () => {
    expect(changed(concert, { first: '2026-04-01' }).last).toBe('2026-04-01');
  });

  it('knows the mission it overlaps with, and passes over what was called off', () => {
    const other = (state: string, first: string, last: string) => ({ state, terms: { work: 'Tour', first, last } });
    const called = other('cancelled', '2026-03-23', '2026-03-27');
    const later = other('active', '2026-03-28', '2026-03-30');
    const tour = other('active', '2026-03-27', '2026-03-30');
    expect(overlapOf(concert, [called, later])).toBeUndefined();
    expect(overlapOf(concert, [called, later, tour])).toBe(tour);
  });
});
