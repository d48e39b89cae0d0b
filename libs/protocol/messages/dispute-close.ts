import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const disputeClose = messageType({
  type: 'dispute.close',
  version: 1,
  says: "One side's word on how the dispute ends; it ends when both say the same.",
  schema: body({ obligation: field.uuid, outcome: z.enum(['upheld', 'void']) }),
  between: { from: 'be', to: 'fr' },
  example: { obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003', outcome: 'upheld' },
});
