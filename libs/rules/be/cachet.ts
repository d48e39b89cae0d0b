import { type PlainDate, dated, mulDiv } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { minimumIncome } from './amounts.js';

/** Task pay (cachet): pay not linked to hours. It changes no payslip line; the unemployment office counts days by it. */
export const cachet = scheme({
  id: 'be.cachet',
  localName: 'Cachet / Taakloon',
  law: act('RD of 25 November 1991 on unemployment', 'art. 10'),
  words: {
    en: 'Task pay',
    fr: 'Cachet, rémunération à la tâche',
    nl: 'Taakloon',
    sv: 'Uppdragsgage',
    de: 'Gage (Aufgabenlohn)',
  },
  daysOfMonth: dated('be.cachet.days-of-month', [
    '2023-11-01',
    26n,
    'Amplo and Bruxelles-J, cachet rule: one twenty-sixth of the monthly wage',
  ]),
  daysMax: dated('be.cachet.days-max', ['2023-11-01', 156n, 'Amplo, cachet rule: at most 156 days a quarter']),
});

/** One twenty-sixth of the reference monthly wage in cents: 76.70 from November 2023, 78.07 from April 2024. */
export const cachetDivisor = (on: PlainDate): bigint =>
  mulDiv(minimumIncome.on(on).minor, 1n, cachet.daysOfMonth.on(on), 'halfUp');

/** Whole days that a quarter's gross task pay counts for, up to the quarter's cap. */
export function cachetDays(quarterGross: bigint, on: PlainDate): bigint {
  const days = quarterGross / cachetDivisor(on);
  const most = cachet.daysMax.on(on);
  return days < most ? days : most;
}
