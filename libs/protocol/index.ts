export {
  type Agreement,
  type Terms,
  isAgreed,
  namedWorkKinds,
  signTerms,
  termsHash,
  termsSchema,
} from './agreement.js';
export {
  type AuditLine,
  type AuditLineOf,
  auditFormat,
  auditLineSchema,
  hashAfter,
  tellsOfPeople,
} from './audit-export.js';
export {
  type CanonicalRefusal,
  type CanonicalRules,
  type Json,
  type JsonObject,
  bodyRules,
  canonicalize,
  documentRules,
  messageRules,
  parseCanonical,
} from './canonical.js';
export { type Intent, type NumberRefusal, type Numbered, number, numberAll } from './channel/numbering.js';
export { type RotationRefusal, type RunRefusal, openRun, ringAfter, ringRotated } from './channel/opening.js';
export {
  type FrameFault,
  type ReceiptReading,
  dataFrame,
  nextToSend,
  onReceipt,
  openFrame,
  outboxRowNeeded,
} from './channel/receipts.js';
export {
  type ReceivedBatch,
  type Reception,
  type Stored,
  inboxRowNeeded,
  receive,
  receiveAll,
} from './channel/receiving.js';
export {
  type Ahead,
  holds,
  nextOfTheirs,
  nothingAhead,
  replayAhead,
  withOurs,
  withTheirs,
  withoutTaken,
} from './channel/ahead.js';
export { type Replay, type ReplayFault, alreadySent, replay } from './channel/restoring.js';
export {
  type AnswerReading,
  type ComparedRows,
  type HelloReading,
  answerFrame,
  helloFrame,
  isHelloDue,
  onAnswer,
  onHello,
  rowsForHello,
} from './channel/sessions.js';
export {
  type ChannelState,
  type ChannelStatus,
  type Position,
  type Session,
  type StoredChannel,
  close,
  freeze,
  newChannel,
  reopen,
  start,
  thaw,
} from './channel/state.js';
export { asyncApi, bodySchemas, documentSchemas } from './contracts.js';
export {
  type Declaration,
  isDeclaredBy,
  wasDeclaredBy,
  isHashSignedBy,
  sealedDeclaration,
  signDeclaration,
  signHash,
} from './declarations.js';
export { type DisputeReason, disputeReasonOf, disputeReasons } from './dispute-reasons.js';
export { type DocumentRefusal, type Opened, openDocument, sealDocument } from './document.js';
export {
  type Envelope,
  type Message,
  type OpenRefusal,
  type SealRefusal,
  envelopeSchema,
  faultOfBody,
  open,
  seal,
} from './envelope.js';
export {
  type ClaimedMessage,
  type Evidence,
  type EvidenceRefusal,
  type Verdict,
  evidenceSchema,
  judge,
  rebut,
} from './evidence.js';
export type { Sealed, Signature } from './fields.js';
export {
  type AnswerFrame,
  type DataFrame,
  type Frame,
  type FrameRefusal,
  type HelloFrame,
  countThatFits,
  readFrame,
  reportFrameSchema,
  writeFrame,
} from './frame.js';
export { hashOf, hashText } from './hash.js';
export { type Announced, type Answer, type Hello, announcedIn, answerSchema, helloSchema } from './hello.js';
export {
  type JoinRefusal,
  type JoinRequest,
  joinRequestSchema,
  memberFrom,
  readJoinRequest,
  requestToJoin,
} from './joining.js';
export { type Keyring, type Rotation, type VerifyingKey, withRotation } from './keyring.js';
export { limits } from './limits.js';
export type { MessageType } from './messages/message-type.js';
export { inParts, joinEvidence, shareEvidence } from './messages/parts.js';
export {
  type BodyOf,
  type Content,
  type ContentRefusal,
  type MessageTypeName,
  isMessageTypeName,
  readBody,
  refusalOf,
} from './messages/reading.js';
export { messageTypes } from './messages/registry.js';
export {
  type FoundingDraft,
  type FoundingRefusal,
  type FoundingTerms,
  foundingTerms,
  signFounding,
} from './founding.js';
export { type Quorum, isSafeQuorum, liarsMax, quorumOf } from './quorum.js';
export { type Receipt, receiptSchema } from './receipt.js';
export {
  type Report,
  type ReportPage,
  type ReportedObligation,
  openReport,
  reportSchema,
  sealReport,
} from './report.js';
export {
  type Calendar,
  type CalendarEnd,
  type CalendarRefusal,
  type Extension,
  calendarEnd,
  calendarOf,
  extendCalendar,
  furthestCycle,
} from './roster-calendar.js';
export {
  type CycleDates,
  type RosterContent,
  type RosterKey,
  type RosterMember,
  type SignedRoster,
  presentMembers,
  rosterSchema,
  signedRosterSchema,
} from './roster-schema.js';
export {
  type Followed,
  type RosterFileRefusal,
  followRoster,
  readRosterFile,
  rosterFile,
  rosterFileSchema,
  rosterOn,
} from './roster-chain.js';
export {
  type RosterChange,
  type SignRefusal,
  type SignedDraft,
  type Trust,
  nextVersion,
  signNext,
  withCalendar,
  withKey,
  withMember,
  withStatus,
  withoutKey,
  withoutMember,
} from './roster-changes.js';
export {
  type Roster,
  type RosterRefusal,
  keyAt,
  keyOf,
  keyringOf,
  memberOf,
  rosterText,
  signText,
  signersOf,
  verifyFirstRoster,
  verifyNextRoster,
} from './roster.js';
export { wordsOfRefusal } from './roster-words.js';
export { announce, rotationOf } from './rotation.js';
export { type SigningKey, isSignatureOf, signBytes, signingKey } from './signature.js';
export { type Caller, type NatsCluster, type NatsServer, natsServerConfig } from './nats-server.js';
export { inboxStream, inboxSubject, replyPrefix, reportSubject } from './subjects.js';
export { type ProtocolVersion, agreeOnFeatures, agreeOnVersion, currentVersion, versions } from './versions.js';
