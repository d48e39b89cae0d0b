import { type Rate, dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/index.js';

/** Occupational pension that the employer pays by agreement. Its rate is the employer's fact, not law. */
export const occupationalPension = scheme({
  id: 'se.occupational-pension',
  localName: 'Tjänstepension',
  law: act('Collective or own agreement of the employer', 'pension plan'),
  words: {
    en: 'Occupational pension',
    fr: 'Pension professionnelle',
    nl: 'Aanvullend pensioen via werkgever',
    sv: 'Tjänstepension',
    de: 'Betriebsrente',
  },
  basis: dated<string>('se.occupational-pension.basis', [
    '2024-01-01',
    'rate of the employer’s agreement on the gross pay',
    'the employer’s own agreement, given as a fact',
  ]),
});

/** Special payroll tax on what the employer pays for occupational pensions. */
export const specialPayrollTax = scheme({
  id: 'se.special-payroll-tax',
  localName: 'Särskild löneskatt på pensionskostnader',
  law: act('Lag (1991:687) om särskild löneskatt på pensionskostnader', '1 §'),
  words: {
    en: 'Special payroll tax on pension costs',
    fr: 'Taxe spéciale sur les coûts de pension',
    nl: 'Bijzondere loonheffing op pensioenkosten',
    sv: 'Särskild löneskatt på pensionskostnader',
    de: 'Besondere Lohnabgabe auf Pensionskosten',
  },
  rate: dated<Rate>('se.special-payroll-tax.rate', [
    '2024-01-01',
    percent('24.26'),
    'Visma, arbetsgivaravgifter, age limits and special payroll tax',
  ]),
});

/** Insurance that the employer buys for its workers. Its rate is the employer's fact, not law. */
export const insurance = scheme({
  id: 'se.insurance',
  localName: 'Arbetsmarknadsförsäkringar',
  law: act('Collective or own agreement of the employer', 'insurance'),
  words: {
    en: 'Insurance by agreement',
    fr: 'Assurances par convention',
    nl: 'Verzekeringen volgens akkoord',
    sv: 'Avtalsförsäkringar',
    de: 'Versicherungen laut Vereinbarung',
  },
  basis: dated<string>('se.insurance.basis', [
    '2024-01-01',
    'rate of the employer’s agreement on the gross pay',
    'the employer’s own agreement, given as a fact',
  ]),
});
