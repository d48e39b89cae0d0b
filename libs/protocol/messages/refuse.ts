import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const refusal = messageType({
  type: 'refuse',
  version: 1,
  says: 'Message `ref` of the receiver is in the chain and had no effect, and this is why.',
  schema: body({
    ref: field.positive,
    /** Hash of the refused message. */
    message: field.hash,
    code: field.code,
    detail: field.text,
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    ref: '1042',
    message: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    code: 'unsupported',
    detail: 'This node does not know messages of type mission.extend.',
  },
});
