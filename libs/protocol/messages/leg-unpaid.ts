import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const legUnpaid = messageType({
  type: 'leg.unpaid',
  version: 1,
  says: 'The days of grace are over and this much of the leg is missing.',
  schema: body({ leg: field.leg, currency: field.currency, missing: field.positive }),
  between: { from: 'pl', to: 'be' },
  example: { leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ', currency: 'EUR', missing: '120393' },
});
