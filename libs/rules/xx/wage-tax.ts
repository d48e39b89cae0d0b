import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Wage tax: a share of what is left of the gross after the worker's contribution. */
export const wageTax = scheme({
  id: 'xx.wage-tax',
  localName: 'Wage tax',
  law: act('Demo Tax Act', 'art. 5'),
  words: {
    en: 'Wage tax',
    fr: 'Impôt sur le salaire',
    nl: 'Loonbelasting',
    sv: 'Löneskatt',
    de: 'Lohnsteuer',
  },
  worker: dated('xx.wage-tax.worker', ['2024-01-01', percent('20'), 'demo rule, not law']),
});
