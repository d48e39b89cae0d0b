import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const obligationWithdraw = messageType({
  type: 'obligation.withdraw',
  version: 1,
  says: 'The proposer takes the proposal back, unless the other side had already accepted it.',
  schema: body({ obligation: field.uuid }),
  between: { from: 'be', to: 'fr' },
  example: { obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003' },
});
