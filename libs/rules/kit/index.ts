export type { Country, PayslipRequest, PayslipTerms } from './country.js';
export type { Fact, FactField } from './facts.js';
export type { AppliedFigure, LineGroup, LineShare, Payslip, PayslipLine, YearToDate } from './payslip.js';
export type { RuleRefusal } from './refusal.js';
export { type LawReference, type Scheme, act } from './scheme.js';
export type { Language, Words } from './words.js';
