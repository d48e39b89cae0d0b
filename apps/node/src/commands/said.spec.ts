import { languages } from '@passerelle/doors/at-rest';
import { said, sayIn } from './said.js';
import { found } from './words/found.words.js';
import { outside } from './words/outside.words.js';
import { remedies } from './words/remedies.words.js';
import { thingIn } from './words/things.words.js';

const holes = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe('what the doctor says', () => {
  it.each(Object.entries({ ...found, ...outside, ...remedies }))('is said in five languages: %s', (_, words) => {
    for (const language of languages) {
      expect([language, holes(words[language])]).toEqual([language, holes(words.en)]);
      const isEnglish = words[language] === words.en && / /.test(words.en.replaceAll(/\{\{\w+\}\}/g, ''));
      expect([language, words[language], isEnglish && language !== 'en']).toEqual([language, words[language], false]);
    }
    expect(Object.keys(words)).toHaveLength(languages.length);
  });

  it('has its words put together when somebody reads it', () => {
    const old = said('backup-made', { hours: 40 });
    expect([sayIn('en', old), sayIn('sv', old)]).toEqual([
      'last made 40 hours ago',
      'senast gjord för 40 timmar sedan',
    ]);
  });

  it('names what was looked at as its reader does', () => {
    expect([thingIn('fr', 'certificate peer se'), thingIn('de', 'peer fr'), thingIn('nl', 'rules BE')]).toEqual([
      'certificat du nœud se',
      'Knoten fr',
      'regels BE',
    ]);
    expect(thingIn('sv', 'moon')).toBe('moon');
  });
});
