import { country, dated, percent, refuse } from '@passerelle/values';
import { demoCountry } from '../xx/index.js';
import { answersFrom } from './answers.js';
import { citationsOf } from './citations.js';
import { conformance } from './conformance.js';
import type { Country } from './country.js';
import type { Example } from './example.js';
import { payslipOf } from './line.js';
import { act, scheme } from './scheme.js';

const example: Example = {
  about: 'Gross pay of 100.00',
  source: 'computed by hand',
  first: '2026-03-02',
  last: '2026-03-06',
  days: 5,
  paidOn: '2026-03-17',
  facts: {},
  gross: '100.00',
  expected: { net: '69.54', cost: '127.00' },
};

const withExample = { 'hundred.json': example };

describe('the conformance of a country', () => {
  it('holds for the demo country', () => {
    expect(conformance(demoCountry, withExample)).toEqual([]);
  });

  it('lists for an empty shape everything that is missing, each in a readable line', () => {
    const words = { en: '', fr: '', nl: '', sv: '', de: '' };
    const rate = dated<ReturnType<typeof percent>>('pt.wage-tax.rate');
    const wageTax = scheme({ id: 'pt.wage-tax', localName: '', law: act('', ''), words, rate });
    const retention = { law: act('', ''), years: dated<number>('pt.retention') };
    const head = { code: country('PT'), currency: 'EUR', version: '' } as const;
    const empty: Country = {
      ...head,
      localName: '',
      timeZone: '',
      schemes: [wageTax],
      figures: [rate],
      citations: citationsOf([]),
      facts: [],
      declarations: [],
      openEnded: (facts) => facts,
      vat: { standard: dated('pt.vat.standard') },
      invoicing: {
        profile: 'peppol',
        paymentReference: 'rf',
        taxRegistration: null,
        mentions: [],
        routeNote: null,
        dueRoundedTo: null,
      },
      contracts: {
        institution: '',
        agreed: ['hours'],
        forms: [],
        formOf: () => ({ ...wageTax, confidence: 'to-confirm', isOpenEnded: false, terms: [] }),
        monthlyFormOf: () => ({ ...wageTax, confidence: 'to-confirm', isOpenEnded: false, terms: [] }),
      },
      allowances: {},
      retentions: { wages: retention, books: retention, insurance: retention },
      employerNumber: (register) => register,
      publicHolidays: () => [],
      ...answersFrom(head, {
        settle: ({ first }) =>
          refuse({ kind: 'not-covered', rule: 'pt.wage-tax', date: first, detail: 'not written', remedy: 'write it' }),
        cost: () => ({ at: (gross) => gross }),
        net: () => ({ at: (gross) => gross }),
        payslip: (_engagement, gross) => payslipOf(head, gross, gross, [], {}),
      }),
    };
    expect(conformance(empty, {})).toEqual(
      expect.arrayContaining([
        'PT: the country has no name of its own (localName)',
        'PT: version "" is not like 2026.1',
        'pt.wage-tax: no act or article',
        'pt.wage-tax: no words in en, fr, nl, sv, de',
        'pt.wage-tax.rate: no dated value',
        'PT: nobody receives the contributions (contracts.institution)',
        'PT: the usual contract is not in its list of forms',
        'PT: the contract by the month is not in its list of forms',
        'pt.wage-tax: a contract by the month has no last day',
        'PT: contracts agree on hours, which is no fact',
        'PT: the duty to keep wages names no act or article',
        "PT: pt.retention is not in the country's list of figures",
        'PT: 2026 has no public holidays',
        'PT: no price gives a payslip in any month from 2024 to 2026',
        'PT: an unknown fact is not refused by its name',
        'PT: examples/ holds no example',
      ]),
    );
  });

  it('says which amount of which example differs', () => {
    const wrong = { 'hundred.json': { ...example, expected: { net: '69.55', refusal: undefined } } };
    expect(conformance(demoCountry, wrong)).toEqual(['hundred.json: net: expected 69.55, got 69.54']);
  });

  it('finds a choice without words, and one that is offered and cannot be chosen', () => {
    const words = { en: 'Status', fr: 'Statut', nl: 'Statuut', sv: 'Ställning', de: 'Status' };
    const allowed = {
      kind: 'choice',
      choices: ['employee', 'artist'],
      words: { artist: words },
      offered: ['worker'],
    } as const;
    const facts = [{ name: 'status', about: 'person', words, allowed, assumed: 'employee' }] as const;
    expect(conformance({ ...demoCountry, facts }, withExample)).toEqual(
      expect.arrayContaining(['XX: status employee has no words', 'XX: status offers worker, which is not a choice']),
    );
  });

  it('finds what is cited in one language only', () => {
    const strange = dated('xx.strange', ['2024-01-01', percent('1'), 'an almanac; demo rule, not law']);
    const figures = [...demoCountry.figures, strange];
    expect(conformance({ ...demoCountry, figures }, withExample)).toEqual([
      'XX: "an almanac" is cited in one language only; say it in citations',
    ]);
  });

  it('finds a line without a source, a version that is not told and a cost that is not the sum', () => {
    const careless: Country = {
      ...demoCountry,
      fromCost: (cost, terms) => {
        const answer = demoCountry.fromCost(cost, terms);
        if (!answer.ok) return answer;
        const { payslip } = answer.value;
        const lines = payslip.lines.map((line, index) =>
          index === 1 ? { ...line, figures: [], employer: null } : line,
        );
        const carelessly = { ...payslip, version: '1', lines: lines.slice(0, 4) };
        return { ok: true, value: { ...answer.value, payslip: carelessly } };
      },
    };
    const faults = conformance(careless, withExample).join('\n');
    expect(faults).toContain('the line xx.worker-contribution names no source');
    expect(faults).toContain('the payslip names another version than the country');
    expect(faults).toContain('the cost is not the sum of the lines');
  });
});
