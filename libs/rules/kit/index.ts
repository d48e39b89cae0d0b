export { type Allowances, PerUnit, allowanceFigures } from './allowances.js';
export { type Floor, type Reckoner, answersFrom } from './answers.js';
export { type Citations, citationsOf, citationWords, commonCitations } from './citations.js';
export { type ComingLaw, comingLaw } from './coming.js';
export {
  type Change,
  type ChangeOfLine,
  type Compared,
  type Comparison,
  type Refusing,
  averageOf,
  compare,
  nothingCompared,
} from './comparison.js';
export { conformance } from './conformance.js';
export { exampleFaults } from './conformance-examples.js';
export {
  type ContractForm,
  type ContractTerm,
  type ContractTopic,
  type Contracts,
  contractTopics,
  term,
} from './contract.js';
export type { Country, PayslipRequest, PayslipTerms } from './country.js';
export {
  type DeclarationField,
  type DeclarationForm,
  type DeclarationSubject,
  type DueRule,
  type FieldShape,
  type Filled,
  type FilledField,
  type Said,
  dueOn,
  fieldsFrom,
  fill,
} from './declarations.js';
export { type LineDifference, type PayslipDifference, differenceOf } from './difference.js';
export type { Example } from './example.js';
export { type Factor, factor, halfUp, least, most } from './exact.js';
export {
  type Fact,
  type FactField,
  type FactsOf,
  choiceFact,
  decimalFact,
  factsCheck,
  factsReader,
  valueWords,
  wholeFact,
  yesNoFact,
} from './facts.js';
export { figureText } from './figure-text.js';
export { type InForce, inForce, inForceIfAny, lawOfTheDay } from './figures.js';
export { type Invoicing, type Mention, type NotedBuyer, notesFor } from './invoicing.js';
export { type LawDay, lawFrom, ownLaw } from './law-day.js';
export { type LineKind, type LineShape, employerLine, lineKind, payslipOf, sharedLine, workerLine } from './line.js';
export type { AppliedFigure, LineGroup, LineShare, Payslip, PayslipLine, YearToDate } from './payslip.js';
export { type RuleRefusal, refusals } from './refusal.js';
export { remembered, rememberedBy } from './remembered.js';
export { type LawReference, type Scheme, act, scheme } from './scheme.js';
export {
  type RecordKind,
  type Retention,
  type Retentions,
  recordKinds,
  retainedUntil,
  retentionFigures,
} from './retention.js';
export { type Share, shareOf } from './share.js';
export { type Staircase, largestWithin, smallestReaching } from './search.js';
export { knownUntil } from './validity.js';
export { type Language, type Words, languages } from './words.js';
export { type RunningSums, type Sums, runningSums } from './year-to-date.js';
