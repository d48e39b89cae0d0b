import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const missionApprove = messageType({
  type: 'mission.approve',
  version: 1,
  says: 'The host accepts the report; it then proposes the obligations that follow from it.',
  schema: body({
    mission: field.uuid,
    /** Hash of the message that carried the report. */
    report: field.hash,
  }),
  between: { from: 'fr', to: 'be' },
  example: { mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001', report: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U' },
});
