import { day } from '@passerelle/values';
import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const reconciliation = messageType({
  type: 'recon',
  version: 1,
  says: 'Once a day: how far both directions are and what each owes the other, so that a difference is seen early.',
  schema: body({
    day: field.day,
    mine: field.position,
    yours: field.position,
    balances: z.partialRecord(field.currency, z.strictObject({ owed: field.amount, owing: field.amount })),
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    day: day('2026-08-03'),
    mine: { seq: '1', head: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U' },
    yours: { seq: '0', head: '' },
    balances: { EUR: { owed: '125000', owing: '0' } },
  },
});
