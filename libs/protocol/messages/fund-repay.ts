import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const fundRepay = messageType({
  type: 'fund.repay',
  version: 1,
  says: 'Money of a default that came in after all, paid back in the reverse order.',
  schema: body({ call: field.uuid, currency: field.currency, amount: field.positive }),
  between: { from: 'pl', to: 'be' },
  example: { call: '0198f5c1-8f2a-7c3b-9a41-0242ac120003', currency: 'EUR', amount: '40800' },
});
