export { type TextKey } from './catalogue.js';
export { type Reader, isMoment, showDistance } from './distance.js';
export { type DateWidth, showCountry, showDate, showDays, showMoney, showMonth, showPercent } from './format.js';
export { type Language, isLanguage, languages, localeOf } from './languages.js';
export { pseudo, pseudoLocale } from './pseudo.js';
export { type MoneyReadRefusal, readMoney } from './read-money.js';
export { unbroken } from './spacing.js';
export { type TextValues, type Texts, createTexts } from './texts.js';
export { foreignZone } from './zone.js';
