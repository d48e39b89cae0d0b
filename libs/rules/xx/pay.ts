import { dated, money } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Gross pay: what was agreed for the days of work. The country sets no floor. */
export const pay = scheme({
  id: 'xx.pay',
  localName: 'Gross pay',
  law: act('Demo Pay Act', 'art. 1'),
  words: { en: 'Gross pay', fr: 'Salaire brut', nl: 'Brutoloon', sv: 'Bruttolön', de: 'Bruttolohn' },
  floor: dated('xx.pay.floor', ['2024-01-01', money('0.01', 'EUR'), 'demo rule, not law']),
});
