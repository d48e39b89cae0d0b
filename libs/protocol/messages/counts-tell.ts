import { day } from '@passerelle/values';
import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const countsTell = messageType({
  type: 'counts.tell',
  version: 1,
  says: 'So many days in each span that was asked, counted on this day; or nobody of that name lets us tell.',
  schema: body({
    question: field.uuid,
    /** `unknown-person` does not say whether she is unknown or has not consented. */
    answer: z.enum(['counted', 'unknown-person']),
    /** One for each span, in the order in which they were asked; none for an unknown person. */
    days: z.array(field.whole).max(8),
    on: field.day,
  }),
  between: { from: 'fr', to: 'be' },
  example: {
    question: '0198f5c1-8f2a-7c3b-9a41-0242ac120077',
    answer: 'counted',
    days: ['12'],
    on: day('2026-03-16'),
  },
});
