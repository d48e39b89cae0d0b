export { type Application, type OwnView, type SettledPair, allLegs, applyFinal } from './apply-final.js';
export { type CalendarRules, type CycleDates, datesOf, isTargetDay } from './calendar.js';
export {
  type Abort,
  type Final,
  type Verifier,
  areApprovalsComplete,
  verifyAbort,
  verifyFinal,
} from './certificates.js';
export type { CycleEffect, CycleEvidence, CycleInput } from './cycle-effects.js';
export type { CycleMessage, CycleRefusal, Signatures } from './cycle-messages.js';
export {
  type CycleContext,
  type CyclePhase,
  type CycleState,
  type OpenCycle,
  type PairProgress,
  approvalsOf,
  coSignedOf,
  cycleMoves,
  openCycle,
  phaseOf,
} from './cycle.js';
export { type StillOpen, isAwaited, openStates, stillOpen } from './parting.js';
export { decide, settle } from './decide.js';
export {
  type Approval,
  type DeclarationPayload,
  type Declared,
  type Vote,
  approvalPayload,
  votePayload,
} from './declarations.js';
export {
  type FundCall,
  type StandingDecision,
  type StandingEffect,
  type StandingInput,
  type StandingRefusal,
  decideStanding,
  fundCallHash,
  fundCallOf,
  lateInterest,
  recoveredOf,
  standingMoves,
} from './default.js';
export {
  type Difference,
  type Item,
  type Range,
  type RangeAnswer,
  type RangeHash,
  type RangeItems,
  answerRanges,
  differences,
  differencesIn,
  hashRange,
  itemsOf,
  wholeRange,
} from './differences.js';
export type { Dispute, DisputeOutcome, Hold } from './dispute.js';
export {
  type CycleId,
  type Digest,
  type Federation,
  type NettingRules,
  type NodeId,
  type Sign,
  type SignatureCheck,
  coordinatorOf,
  firstAfter,
  isCycleId,
  nextCycle,
  takesPart,
} from './federation.js';
export {
  type EuroRates,
  type Fixing,
  type FixingRate,
  type RatesRefusal,
  convert,
  ecbRatesOn,
  ecbSource,
  fixingInto,
} from './fixing.js';
export {
  type DefaultEvent,
  type EventRefusal,
  type FundRules,
  borneBy,
  callOn,
  payoutReference,
  payoutsOf,
} from './fund-event.js';
export {
  type LegDecision,
  type LegEffect,
  type LegInput,
  type LegRecord,
  type LegRefusal,
  type LegStanding,
  type PaymentState,
  decideLeg,
  legState,
  matchReference,
  missingOf,
  newLeg,
  paymentMoves,
} from './leg.js';
export {
  type Cap,
  type Exposure,
  type LimitRefusal,
  type Warning,
  accept,
  acceptBatch,
  confirm,
  discharge,
  exposureOf,
  exposureUnder,
  letGo,
  netDebitCap,
  reserve,
  used,
  warningOf,
} from './limits.js';
export {
  type Leg,
  type NettingQuestion,
  type NettingRefusal,
  type NettingResult,
  type Payment,
  legId,
  legsOf,
  netCycle,
  resultHash,
} from './netting.js';
export {
  type Accept,
  type Decided,
  type Decision,
  type DisputeClose,
  type DisputeOpen,
  type Obligation,
  type ObligationEffect,
  type ObligationMessage,
  type ObligationRefusal,
  type ObligationState,
  type PairContext,
  type Said,
  countsIn,
  mayVoid,
  obligationMoves,
} from './obligation.js';
export {
  type PairMessage,
  type PairRecord,
  type PairRefusal,
  type PairStep,
  applyToPair,
  contextOf,
  emptyRecord,
  isFrozen,
  setOf,
} from './pair-record.js';
export {
  type PairSettlement,
  type PairSettlementRefusal,
  type PairView,
  type SettlePairBody,
  hearPair,
  isSettledByPair,
  mayOffer,
  newPairSettlement,
  offerOf,
  pairLabel,
  pairLegs,
} from './pair.js';
export { type Proposal, partiesOf, proposalOf, resultOf } from './proposal.js';
export { type Quorum, liarsAmong, quorumOf } from './quorum.js';
export { type Debt, setOff } from './set-off.js';
export {
  type CoSigned,
  type Line,
  type Statement,
  coSign,
  isCoSigned,
  isSameStatement,
  isSignedBy,
  peerIn,
  rootOf,
  signStatement,
  statementOf,
} from './statement.js';
export { type CycleStep, stepCycle } from './step.js';
export { type ObligationTerms, type TermsRefusal, amountOf, checkReversal, checkTerms, isMinorText } from './terms.js';
export {
  type Recovery,
  type Shares,
  type Shortfall,
  type Waterfall,
  type WaterfallRefusal,
  lessen,
  recover,
  waterfall,
} from './waterfall.js';
