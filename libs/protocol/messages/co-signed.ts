import { z } from 'zod';
import { lines } from '../declarations.js';
import * as field from '../fields.js';

/** A statement of two nodes for the cycle of the message that carries it, with the signatures of both. */
export const coSigned = z.strictObject({
  a: field.nodeId,
  b: field.nodeId,
  n: field.whole,
  lines,
  root: field.hash,
  signatures: z.array(field.signature).length(2),
});

/** Rates for the conversion into the settlement currency: one unit is num/den units of `currency`. */
export const fixing = z.strictObject({
  source: field.name,
  date: field.day,
  currency: field.currency,
  table: z.partialRecord(field.currency, z.strictObject({ num: field.positive, den: field.positive })),
});
