import { day } from '@passerelle/values';
import { z } from 'zod';
import * as field from '../fields.js';
import { areTheEnds, body, messageType } from './message-type.js';

export const obligationPropose = messageType({
  type: 'obligation.propose',
  version: 1,
  says: 'Debtor owes creditor an amount. It binds nobody until the other side accepts it.',
  schema: body({
    obligation: field.uuid,
    mission: field.reference,
    debtor: field.nodeId,
    creditor: field.nodeId,
    currency: field.currency,
    amount: field.positive,
    due: field.day,
    kind: z.string().regex(/^[a-z][a-z-]{0,31}(\.[a-z][a-z-]{0,31})?$/),
    text: field.text,
    /** The obligation this one takes back, wholly or in part. */
    reverses: field.uuid.optional(),
  }),
  parties: ({ debtor, creditor }, ends) => (areTheEnds(debtor, creditor, ends) ? undefined : 'wrong-party'),
  between: { from: 'be', to: 'fr' },
  example: {
    obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    mission: 'be:M-2026-0123',
    debtor: 'fr',
    creditor: 'be',
    currency: 'EUR',
    amount: '125000',
    due: day('2026-08-31'),
    kind: 'mission.fee',
    text: 'Formation à Lyon',
  },
});
