import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Value added tax: the standard rate. Where a supply is taxed is decided by the rules of coordination. */
export const vat = scheme({
  id: 'fr.vat',
  localName: 'TVA',
  law: act('Code général des impôts', 'art. 278'),
  words: { en: 'Value added tax', fr: 'TVA', nl: 'Btw', sv: 'Moms', de: 'Umsatzsteuer' },
  standard: dated('fr.vat.standard', ['2014-01-01', percent('20'), 'Code général des impôts, art. 278']),
});
