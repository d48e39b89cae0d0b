import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const disputeOpen = messageType({
  type: 'dispute.open',
  version: 1,
  says: 'The obligation is held back from statements until both sides have closed the dispute.',
  schema: body({
    obligation: field.uuid,
    /** One of `disputeReasons`, or a code that the two know. */
    code: field.code,
    /** What the dispute rests on, in words or as the hash of a document both sides know; empty when nothing. */
    evidence: field.text,
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    code: 'amount',
    evidence: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
  },
});
