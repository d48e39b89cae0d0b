import { type Rate, dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/index.js';

/** Pay for the work. It is taxed and charged by the law of the day on which it is paid. */
export const pay = scheme({
  id: 'se.pay',
  localName: 'Lön',
  law: act('Inkomstskattelag (1999:1229)', '10 kap. 8 §'),
  words: { en: 'Pay', fr: 'Salaire', nl: 'Loon', sv: 'Lön', de: 'Lohn' },
  /** Kontantprincipen. */
  lawOf: dated<string>('se.pay.law-of', [
    '2018-01-01',
    'the day of payment',
    'believed, the article not opened',
    'to-confirm',
  ]),
});

/** Holiday pay by the percentage rule, paid with each pay or set aside in it. */
export const holidayPay = scheme({
  id: 'se.holiday-pay',
  localName: 'Semesterersättning',
  law: act('Semesterlag (1977:480)', '16 b och 28 §§'),
  words: {
    en: 'Holiday pay, paid with the pay',
    fr: 'Pécule de vacances, payé avec le salaire',
    nl: 'Vakantiegeld, samen met het loon betaald',
    sv: 'Semesterersättning, betalas med lönen',
    de: 'Urlaubsvergütung, mit dem Lohn gezahlt',
  },
  rate: dated<Rate>('se.holiday-pay.rate', ['2024-01-01', percent('12'), 'Frilans Finans, Frågor och svar']),
  /** For each day of holiday above 25. */
  perExtraDay: dated<Rate>('se.holiday-pay.per-extra-day', [
    '2024-01-01',
    percent('0.48'),
    'sparadkrona.se, Hur mycket ska jag fakturera',
  ]),
});

/** Days of holiday that the law gives and the rate of 12 % stands for. */
export const legalHolidayDays = 25;
