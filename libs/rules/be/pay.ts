import { act, scheme } from '../kit/scheme.js';

/** Gross pay of the engagement: never under the minimum income for the days worked. */
export const pay = scheme({
  id: 'be.pay',
  localName: 'Brutoloon / Rémunération brute',
  law: act('Act of 12 April 1965 on the protection of pay', 'art. 2'),
  words: { en: 'Gross pay', fr: 'Rémunération brute', nl: 'Brutoloon', sv: 'Bruttolön', de: 'Bruttolohn' },
});
