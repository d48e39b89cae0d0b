import { type TextKey, catalogues, flat } from './catalogue.js';
import { languages } from './languages.js';
import { pseudo, pseudoLocale } from './pseudo.js';
import { createTexts } from './texts.js';

const texts = createTexts();
const english = flat(catalogues.en);
const filledIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe('the catalogues', () => {
  it.each(languages)('have in %s the same keys and the same values to fill in', (language) => {
    const own = flat(catalogues[language]);
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of own) {
      expect(text.trim()).not.toBe('');
      expect([key, filledIn(text)]).toEqual([key, filledIn(english.get(key)!)]);
    }
  });

  it('have every plural that a language asks for', () => {
    for (const language of languages) {
      const needed = new Set([0, 1, 2, 5, 21].map((count) => new Intl.PluralRules(language).select(count)));
      for (const form of needed) expect(flat(catalogues[language]).has(`mission.days_${form}`)).toBe(true);
    }
  });

  it('leave no English in another language, names of languages aside', () => {
    for (const language of languages.filter((one) => one !== 'en'))
      for (const [key, text] of flat(catalogues[language])) {
        const isSame = text === english.get(key) && / /.test(text) && !key.startsWith('language.');
        expect([key, isSame]).toEqual([key, false]);
      }
  });
});

describe('a text', () => {
  it('is said in the reader’s language', () => {
    const said = languages.map((language) => texts.say(language, 'mission.state.client_confirmation'));
    expect(said).toEqual([
      'Waiting for the client',
      'En attente du client',
      'Wacht op de klant',
      'Väntar på kunden',
      'Warten auf den Auftraggeber',
    ]);
  });

  it('counts as the language does', () => {
    const days = (language: (typeof languages)[number], count: number) =>
      texts.say(language, 'mission.days', { count });
    expect([days('en', 0), days('en', 1), days('en', 7)]).toEqual(['0 days', '1 day', '7 days']);
    expect([days('fr', 0), days('fr', 1), days('fr', 7)]).toEqual(['0 jour', '1 jour', '7 jours']);
    expect(days('fr', 1_000_000)).toBe('1000000 jours');
    expect([days('sv', 1), days('sv', 2)]).toEqual(['1 dag', '2 dagar']);
  });

  it('takes values as they are', () => {
    const question = texts.say('fr', 'money.ambiguous', { large: '1 234,00 €', small: '<1,23 €>' });
    expect(question).toBe('Voulez-vous dire 1 234,00 € ou <1,23 €> ?');
  });

  it('that does not exist is a bug, in no language said instead', () => {
    expect(() => texts.say('sv', 'mission.hat' as TextKey)).toThrow(/no text "mission\.hat"/);
  });

  it('in the pseudo-locale shows that it was translated, with its values', () => {
    expect(pseudo('New mission')).toBe('[!! Ñéŵ ɱîššîôñ !!]');
    expect(texts.say(pseudoLocale, 'payslip.paidOn', { date: '24 Mar' })).toBe('[!! Þåîð ôñ 24 Mar !!]');
    expect(pseudo('Read <a href="/x">more</a>')).toBe('[!! Ŕéåð <a href="/x">ɱôŕé</a> !!]');
  });
});
