import { act, scheme } from '../kit/scheme.js';
import { minimumWageHour } from './amounts.js';

/** SMIC: no hour is paid less. A month of 35 hours a week has 35 × 52 / 12 hours. */
export const minimumWage = scheme({
  id: 'fr.minimum-wage',
  localName: 'SMIC',
  law: act('Code du travail', 'art. L3231-2 à L3231-12'),
  words: {
    en: 'Minimum wage (SMIC)',
    fr: 'Salaire minimum de croissance (SMIC)',
    nl: 'Minimumloon (SMIC)',
    sv: 'Minimilön (SMIC)',
    de: 'Mindestlohn (SMIC)',
  },
  hour: minimumWageHour,
});
