import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const obligationAccept = messageType({
  type: 'obligation.accept',
  version: 1,
  says: 'The proposed obligation binds both sides. It counts in this cycle, or in the first one after the last that the acceptor has cut.',
  schema: body({
    obligation: field.uuid,
    /** Hash of the body of the proposal. */
    terms: field.hash,
    cycle: field.cycle,
  }),
  between: { from: 'fr', to: 'be' },
  example: {
    obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    cycle: '2026-08',
  },
});
