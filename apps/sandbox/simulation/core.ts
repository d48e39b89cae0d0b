import * as protocol from '@passerelle/protocol';
import * as settlement from '@passerelle/settlement';

/**
 * The rules under test: the functions of the libraries that every node runs. A node of the simulation reaches them only
 * through this object, so that a mutation can put something else in the place of one of them.
 */
export const core = {
  // The channel.
  start: protocol.start,
  onHello: protocol.onHello,
  onAnswer: protocol.onAnswer,
  openFrame: protocol.openFrame,
  receiveAll: protocol.receiveAll,
  onReceipt: protocol.onReceipt,
  nextToSend: protocol.nextToSend,
  numberAll: protocol.numberAll,
  helloFrame: protocol.helloFrame,
  answerFrame: protocol.answerFrame,
  readBody: protocol.readBody,
  rotationOf: protocol.rotationOf,
  verifyNextRoster: protocol.verifyNextRoster,
  rosterOn: protocol.rosterOn,
  fundRosterOn: protocol.rosterOn,
  keyringOf: protocol.keyringOf,
  isDeclaredBy: protocol.isDeclaredBy,
  wasDeclaredBy: protocol.wasDeclaredBy,
  // What a pair has agreed.
  applyToPair: settlement.applyToPair,
  exposureOf: settlement.exposureOf,
  reserve: settlement.reserve,
  accept: settlement.accept,
  mayVoid: settlement.mayVoid,
  settle: settlement.settle,
  statementOf: settlement.statementOf,
  hashRange: settlement.hashRange,
  answerRanges: settlement.answerRanges,
  differencesIn: settlement.differencesIn,
  stillOpen: settlement.stillOpen,
  // The cycle.
  takesPart: settlement.takesPart,
  quorumOf: settlement.quorumOf,
  stepCycle: settlement.stepCycle,
  applyFinal: settlement.applyFinal,
  // Payment and default.
  decideLeg: settlement.decideLeg,
  decideStanding: settlement.decideStanding,
  waterfall: settlement.waterfall,
  recover: settlement.recover,
  recoveredOf: settlement.recoveredOf,
};

export type Core = typeof core;
