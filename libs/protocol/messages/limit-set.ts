import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const limitSet = messageType({
  type: 'limit.set',
  version: 1,
  says: 'So much may the receiver owe the sender in this currency. A lower cap counts for new obligations only.',
  schema: body({ currency: field.currency, cap: field.amount }),
  between: { from: 'be', to: 'fr' },
  example: { currency: 'EUR', cap: '5000000' },
});
