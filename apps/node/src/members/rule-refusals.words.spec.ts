import { languages } from '@passerelle/doors';
import { type RuleRefusal, countryOf } from '@passerelle/rules';
import { Money, day } from '@passerelle/values';
import { asOneText, ruleRefusalWords } from './rule-refusals.words.js';

const refusal: RuleRefusal = {
  kind: 'below-minimum',
  rule: 'be.minimum-income',
  date: day('2026-03-27'),
  field: 'cost',
  missing: new Money(12_345n, 'EUR'),
  detail: 'The gross pay is under the legal minimum.',
  remedy: 'Raise the cost.',
};

describe('a refusal of the law in words', () => {
  it('keeps the sentences of the rule in English, and says the amount in every other language', () => {
    const { detail, remedy } = ruleRefusalWords(refusal);
    expect(detail.en).toBe(refusal.detail);
    expect(remedy.en).toBe(refusal.remedy);
    for (const language of languages.filter((each) => each !== 'en')) expect(remedy[language]).toContain('123.45 EUR');
  });

  it('names a fact as its country does', () => {
    const fact = countryOf('SE')!.facts.find(({ name }) => name === 'birthYear')!;
    const { detail } = ruleRefusalWords({ ...refusal, kind: 'impossible-facts', rule: 'se.facts', field: 'birthYear' });
    for (const language of languages.filter((each) => each !== 'en'))
      expect(detail[language]).toContain(fact.words[language]);
  });

  it('gives back a name that no country knows', () => {
    const unknown = ruleRefusalWords({ ...refusal, kind: 'impossible-facts', rule: 'be.facts', field: 'shoeSize' });
    expect(asOneText(unknown).nl).toMatch(/^"shoeSize": .+\. .+\.$/);
  });
});
