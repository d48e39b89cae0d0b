import { country, day } from '@passerelle/values';
import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

/** The day after the last day of a month is the first of the next. */
const isMonthEnd = (text: string): boolean => new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;

/** Whole months and nothing shorter: sums over them tell no single day. */
const span = z
  .strictObject({ first: field.day, last: field.day })
  .refine(
    ({ first, last }) => first < last && first.endsWith('-01') && isMonthEnd(last),
    'is not made of whole months',
  );

export const countsAsk = messageType({
  type: 'counts.ask',
  version: 1,
  says: 'On how many days does this person, who lets us ask, work for you in that country, in each of these spans of whole months?',
  schema: body({
    question: field.uuid,
    /** A name for this question only, which both can work out from the code that she carried from one to the other. */
    person: field.hash,
    host: field.country,
    spans: z.array(span).min(1).max(8),
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    question: '0198f5c1-8f2a-7c3b-9a41-0242ac120077',
    person: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    host: country('SE'),
    spans: [{ first: day('2025-03-01'), last: day('2027-03-31') }],
  },
});
