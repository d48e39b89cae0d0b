import { languages } from '@passerelle/i18n';
import { a1Words } from './a1-request.js';
import { contractWords } from './contract.js';
import { evidenceWords } from './evidence.js';
import { filled } from './filled.js';
import { creditTermsWords, invoiceWords } from './invoice.js';
import { outsideUnionWords } from './no-vat.js';
import { monthlyContractWords } from './monthly-contract.js';
import { orderWords } from './order.js';
import { payslipWords } from './payslip.js';

const byLanguage: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  a1Words,
  contractWords,
  monthlyContractWords,
  evidenceWords,
  invoiceWords,
  orderWords,
  payslipWords,
  outsideUnionWords,
  creditTermsWords,
};

/** Every text with its place, `clauses.0`. */
function textsIn(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value as object).flatMap(([name, one]) => textsIn(one, `${place}.${name}`));
}

const placesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe('the words on papers', () => {
  it.each(Object.keys(byLanguage))('%s are whole in every language, with the same values to fill in', (name) => {
    const words = byLanguage[name]!;
    const english = new Map(textsIn(words['en']));
    for (const language of languages) {
      const own = new Map(textsIn(words[language]));
      expect([...own.keys()]).toEqual([...english.keys()]);
      for (const [place, text] of own) {
        expect([language, place, text.trim() === '']).toEqual([language, place, false]);
        expect([language, place, placesIn(text)]).toEqual([language, place, placesIn(english.get(place)!)]);
      }
    }
  });

  it('are filled completely or not at all', () => {
    expect(filled('{{a}} and {{b}}', { a: '1', b: '2' })).toBe('1 and 2');
    expect(() => filled('{{a}} and {{b}}', { a: '1' })).toThrow(/\{\{b\}\}/);
  });
});
