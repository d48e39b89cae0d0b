export { type TextKey, type TextTree } from './catalogue.js';
export { type DateWidth, showCountry, showDate, showDays, showMoney, showMonth, showPercent } from './format.js';
export { type Language, isLanguage, languages, localeOf } from './languages.js';
export { pseudo, pseudoLocale } from './pseudo.js';
export { type MoneyReadRefusal, readMoney } from './read-money.js';
export { type Say, type TextValues, saying } from './say.js';
export { type Texts, createTexts } from './texts.js';
