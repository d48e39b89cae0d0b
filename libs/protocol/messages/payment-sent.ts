import { day } from '@passerelle/values';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const paymentSent = messageType({
  type: 'payment.sent',
  version: 1,
  says: 'The payer has ordered the transfer of a leg.',
  schema: body({
    leg: field.leg,
    currency: field.currency,
    /** All that was ordered for the leg so far, so that a repeat adds nothing. */
    amount: field.positive,
    valueDate: field.day,
  }),
  between: { from: 'be', to: 'pl' },
  example: { leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ', currency: 'EUR', amount: '120393', valueDate: day('2026-09-08') },
});
