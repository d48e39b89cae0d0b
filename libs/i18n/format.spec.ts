import { day, money, month, percent } from '@passerelle/values';
import { showCountry, showDate, showDays, showMoney, showMonth, showPercent } from './format.js';
import { languages, localeOf } from './languages.js';

const visible = (text: string): string => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '˙');

describe('amounts and days', () => {
  it.each([
    ['fr-BE', '-1˙234˙567,50·€', '1˙234,50·SEK', '9 mars 2026', '9/03/26'],
    ['nl-BE', '€·-1.234.567,50', 'SEK·1.234,50', '9 mrt 2026', '9/03/2026'],
    ['de-DE', '-1.234.567,50·€', '1.234,50·SEK', '09.03.2026', '09.03.26'],
    ['de-AT', '-€·1.234.567,50', 'SEK·1.234,50', '09.03.2026', '09.03.26'],
    ['sv-SE', '\u22121·234·567,50·€', '1·234,50·kr', '9 mars 2026', '2026-03-09'],
    ['en-GB', '-€1,234,567.50', 'SEK·1,234.50', '9 Mar 2026', '09/03/2026'],
  ])('are shown in %s as people there write them', (locale, euro, kronor, medium, short) => {
    const march9 = day('2026-03-09');
    expect(visible(showMoney(money('-1234567.50', 'EUR'), locale))).toBe(euro);
    expect(visible(showMoney(money('1234.50', 'SEK'), locale))).toBe(kronor);
    expect([showDate(march9, locale), showDate(march9, locale, 'short')]).toEqual([medium, short]);
  });

  it('are exact beyond what a float holds, with the decimals that the books have', () => {
    expect(visible(showMoney(money('9007199254740993.07', 'EUR'), 'en-GB'))).toBe('€9,007,199,254,740,993.07');
    expect(visible(showMoney(money('12.50', 'HUF'), 'fr-BE'))).toBe('12,50·HUF');
    expect(visible(showMoney(money('1234', 'ISK'), 'sv-SE'))).toBe('1·234·Ikr');
  });

  it('are the same day wherever the program runs', () => {
    expect(showDate(day('2026-01-01'), 'en-GB')).toBe('1 Jan 2026');
    expect(showDate(day('2026-12-31'), 'fr-BE')).toBe('31 déc. 2026');
    expect(showMonth(month('2026-03'), 'sv-SE')).toBe('mars 2026');
  });

  it('say once what the first and the last day share', () => {
    const shown = (first: string, last: string) =>
      languages.map((language) =>
        showDays({ first: day(first), last: day(last) }, localeOf(language)).replaceAll('\u2009', ' '),
      );
    expect(shown('2026-03-23', '2026-03-27')).toEqual([
      '23 – 27 Mar 2026',
      '23–27 mars 2026',
      '23–27 mrt 2026',
      '23–27 mars 2026',
      '23.–27.03.2026',
    ]);
    expect(new Set(shown('2026-03-23', '2026-03-23'))).toEqual(
      new Set(languages.map((language) => showDate(day('2026-03-23'), localeOf(language)))),
    );
  });

  it('show rates with the decimals they have', () => {
    expect(visible(showPercent(percent('13.07'), 'fr-BE'))).toBe('13,07·%');
    expect(visible(showPercent(percent('31.42'), 'sv-SE'))).toBe('31,42·%');
    expect(showPercent(percent('25'), 'en-GB')).toBe('25%');
  });

  it('name a country as its reader does', () => {
    expect(languages.map((language) => showCountry('BE', localeOf(language)))).toEqual([
      'Belgium',
      'Belgique',
      'België',
      'Belgien',
      'Belgien',
    ]);
  });

  it('follow the country where its habit is another', () => {
    expect(languages.map((language) => localeOf(language))).toEqual(['en-GB', 'fr-BE', 'nl-BE', 'sv-SE', 'de-DE']);
    expect([localeOf('de', 'AT'), localeOf('fr', 'FR'), localeOf('sv', 'FI')]).toEqual(['de-AT', 'fr-FR', 'sv-SE']);
  });
});
