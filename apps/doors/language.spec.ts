import { languageOf } from './language.js';

describe('the reader’s language', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['nl-BE, fr;q=0.9', 'nl'],
    ['fr;q=0.2, sv;q=0.8', 'sv'],
    ['pl, de-AT;q=0.5', 'de'],
    ['sv;q=0, en;q=0.1', 'en'],
    ['fr;q=0', 'en'],
    ['fr, nl', 'fr'],
    ['*', 'en'],
    ['SV-se', 'sv'],
    ['de;q=x', 'de'],
  ])('for %p is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
