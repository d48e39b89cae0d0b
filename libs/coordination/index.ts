export type { A1Activity, A1Form, A1Holder, A1Institution, A1Legislation, A1Places, HolderStatus } from './a1/form.js';
export { holderStatuses } from './a1/form.js';
export { type A1Coverage, coverageOf } from './a1/coverage.js';
export { draftA1, holderStatusOf } from './a1/draft.js';
export { type EessiCase, eessiCases, eessiSource } from './a1/eessi.js';
export { type A1FormField, a1FormFields, missingInForm } from './a1/form-fields.js';
export { type A1Issuer, institutionFor } from './a1/institutions.js';
export { type A1Command, a1Moves, finalFrom, moveA1 } from './a1/moves.js';
export { type A1Kind, type A1Request, type A1Status, a1Statuses } from './a1/request.js';
export {
  type A1Needed,
  type A1Procedure,
  type Flag,
  type HumanQuestion,
  type LegislationAnswer,
  type Threshold,
  flags,
} from './legislation/answer.js';
export type {
  ActivityFacts,
  Decimal,
  EarlierPostingFacts,
  EmployerFacts,
  ExistingA1Facts,
  LegislationFacts,
  MissionFacts,
  PersonFacts,
  StayFacts,
  TeleworkFacts,
} from './legislation/facts.js';
export { legislationOf } from './legislation/legislation.js';
export { spansForPosting } from './legislation/posted.js';
export { monthsFrom } from './legislation/situation.js';
export {
  type Ground,
  type HostDuty,
  type Leak,
  type PersonalField,
  hostDuties,
  leaksIn,
  personalFields,
  stripped,
} from './minimal-data.js';
export { type HostTerms, hostTerms } from './posting/host-terms.js';
export { daysWithin, eachOnce } from './posting/counted.js';
export { noticeFor, spansForNotice } from './posting/notice.js';
export {
  type CountedSpan,
  type NoticeAnswer,
  type NoticeQuestion,
  type NoticeWarning,
  type Span,
  type Stay,
  type WorkKind,
  workKinds,
} from './posting/question.js';
export * as parameters from './parameters.js';
export { type PlannedNumber, reform } from './reform.js';
export type { CoordinationRefusal, MissingFact, Supplier } from './refusal.js';
export type { Source } from './source.js';
export {
  type HostWithholding,
  type TaxAnswer,
  type TaxFlag,
  type TaxQuestion,
  type TaxedWork,
  taxFlags,
} from './tax/question.js';
export { hasSignedTelework, signatoriesSource } from './telework-signatories.js';
export { spansForTax, taxOf } from './tax/tax.js';
export { homeShare } from './trap/home-share.js';
export { missionFactsOf, readSetup } from './trap/read-setup.js';
export type { FederationSetup, HomeShare, RecordedOpening, SetupReading } from './trap/setup.js';
export { type Language, type Reason, type Words, languages } from './words.js';
export * from './vat/index.js';
