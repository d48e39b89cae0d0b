import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const channelClose = messageType({
  type: 'channel.close',
  version: 1,
  says: 'The sender leaves: nothing is open between the two, and this is where both directions end.',
  schema: body({ mine: field.position, yours: field.position, reason: field.text }),
  between: { from: 'be', to: 'fr' },
  example: {
    mine: { seq: '1', head: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U' },
    yours: { seq: '0', head: '' },
    reason: 'Membership ends on 31 December.',
  },
});
