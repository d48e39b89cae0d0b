export { vatTreatment } from './decide.js';
export {
  type CustomerStatus,
  type RateClass,
  type SupplyKind,
  type VatFacts,
  customerStatuses,
  rateClasses,
  supplyKinds,
} from './facts.js';
export { type Mention, mentionLanguages, mentionText } from './mentions.js';
export {
  type ReadVatNumber,
  type VatNumberRefusal,
  type ViesAnswer,
  isConfirmedBy,
  readVatNumber,
  vatNumberIn,
} from './number.js';
export { virtualEvents } from './place.js';
export { statesWithRates, vatRates } from './rates.js';
export type { MissingVatFact, VatRefusal } from './refusal.js';
export { isMemberState } from './territory.js';
export { type Treatment, type VatFlag, type VatTreatment, vatOn } from './treatment.js';
