import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const obligationReject = messageType({
  type: 'obligation.reject',
  version: 1,
  says: 'The other side does not agree.',
  schema: body({ obligation: field.uuid, code: field.code }),
  between: { from: 'fr', to: 'be' },
  example: { obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003', code: 'limit' },
});
