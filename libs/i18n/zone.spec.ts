import { languages, localeOf } from './languages.js';
import { foreignZone } from './zone.js';

const at = new Date('2026-03-24T12:00:00Z');

describe('the time zone of a deadline', () => {
  it('is not named to whoever reads by the same clocks', () => {
    expect(foreignZone('Europe/Brussels', { at, readIn: 'Europe/Stockholm', locale: 'en-GB' })).toBeNull();
  });

  it('is named in the words of whoever reads elsewhere', () => {
    expect(
      languages.map((language) =>
        foreignZone('Europe/Brussels', { at, readIn: 'Europe/Lisbon', locale: localeOf(language) }),
      ),
    ).toEqual([
      'Central European Time',
      'heure d’Europe centrale',
      'Midden-Europese tijd',
      'centraleuropeisk tid',
      'Mitteleuropäische Zeit',
    ]);
  });

  it('is named only in the weeks in which clocks differ', () => {
    const seen = (day: string) =>
      foreignZone('Europe/Brussels', { at: new Date(day), readIn: 'Africa/Algiers', locale: 'en-GB' });
    expect([seen('2026-03-01T12:00:00Z'), seen('2026-04-01T12:00:00Z')]).toEqual([null, 'Central European Time']);
  });
});
