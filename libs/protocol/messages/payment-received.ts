import { day } from '@passerelle/values';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const paymentReceived = messageType({
  type: 'payment.received',
  version: 1,
  says: 'The payee sees the money on its own bank statement. Only this closes a leg.',
  schema: body({
    leg: field.leg,
    currency: field.currency,
    /** All that came in for the leg so far, so that a repeat adds nothing. */
    amount: field.positive,
    valueDate: field.day,
  }),
  between: { from: 'pl', to: 'be' },
  example: { leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ', currency: 'EUR', amount: '120393', valueDate: day('2026-09-08') },
});
