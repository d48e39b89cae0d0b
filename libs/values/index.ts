export { allocate } from './allocate.js';
export { type CountryCode, country, isCountryCode } from './country.js';
export { type CurrencyCode, currency, currencyCodes, decimalsOf, isCurrencyCode } from './currency.js';
export { type Confidence, type DatedEntry, type DatedTuple, Dated, NoValueOnDay, dated, ended } from './dated.js';
export { Money, type MoneyText, max, min, money, sum } from './money.js';
export { Period } from './period.js';
export {
  type Month,
  type PlainDate,
  addDays,
  addMonths,
  addWorkingDays,
  day,
  dayOf,
  daysBetween,
  easterSunday,
  firstDayOf,
  isPlainDate,
  isWeekend,
  lastDayOf,
  month,
  monthOf,
  weekdayOf,
  yearOf,
} from './plain-date.js';
export { Rate, percent, rate, ratio } from './rate.js';
export { type Refused, type Result, ok, refuse } from './result.js';
export { type Rounding, mulDiv } from './rounding.js';
