import { leaksIn, personalFields, stripped } from './minimal-data.js';

describe('what may travel between nodes', () => {
  it('is what the mission needs, and nothing whose name is not known', () => {
    const facts = {
      name: 'Amina',
      role: 'musician',
      a1Reference: 'BE-1',
      shoeSize: 38,
      iban: 'BE68',
      dateOfBirth: '1990-01-01',
    };
    expect(stripped(facts)).toEqual({ name: 'Amina', role: 'musician', a1Reference: 'BE-1' });
  });

  it('is more where the host has a legal duty', () => {
    const facts = { dateOfBirth: '1990-01-01', taxBase: '100.00', iban: 'BE68' };
    expect(stripped(facts, ['site-access'])).toEqual({ dateOfBirth: '1990-01-01' });
    expect(stripped(facts, ['host-withholding'])).toEqual({ dateOfBirth: '1990-01-01', taxBase: '100.00' });
  });

  it('is a sum of days only where the worker has let her cooperatives tell each other', () => {
    const question = { person: 'x', host: 'FR', spans: [{ first: '2026-01-01', last: '2026-12-31' }] };
    expect(leaksIn(question).map(({ field }) => field.name)).toEqual(['day-counts', 'day-counts']);
    expect(leaksIn(question, ['her-consent'])).toEqual([]);
    expect(leaksIn({ otherStays: [] }, ['her-consent'])).toHaveLength(1);
  });

  it('leaves a field at home when something inside it may not travel', () => {
    expect(stripped({ contact: { name: 'Amina', personnummer: '1' }, place: 'Paris' })).toEqual({ place: 'Paris' });
  });

  it('finds what leaks, however deep and however written', () => {
    const message = {
      mission: { worker: [{ name: 'Amina', bank_account: 'x', NationalNumber: '1' }], date_of_birth: '1990' },
    };
    expect(leaksIn(message).map(({ path, field }) => `${path}: ${field.name}`)).toEqual([
      'mission.worker[0].bank_account: bank-account',
      'mission.worker[0].NationalNumber: national-number',
      'mission.date_of_birth: birth',
    ]);
    expect(leaksIn(message, ['site-access']).map(({ field }) => field.name)).toEqual([
      'bank-account',
      'national-number',
    ]);
    expect(leaksIn('text')).toEqual([]);
  });

  it('is listed without two fields of one name, and labelled in every language', () => {
    const keys = personalFields.flatMap(({ keys: all }) => all);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { label } of personalFields) expect(Object.values(label).every((text) => text !== '')).toBe(true);
  });
});
