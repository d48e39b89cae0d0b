import { z } from 'zod';
import * as field from '../fields.js';

/** What `a` owes `b` and `b` owes `a`, in each currency. */
export const lines = z.partialRecord(field.currency, z.strictObject({ ab: field.amount, ba: field.amount }));

/** What two nodes owe each other in a cycle, with the signatures of both; `a` is the first of them by id. */
export const coSigned = z.strictObject({
  cycle: field.cycle,
  a: field.nodeId,
  b: field.nodeId,
  n: field.whole,
  lines,
  root: field.hash,
  sigA: field.sig,
  sigB: field.sig,
});

/** Rates for the conversion into the settlement currency: one unit is num/den units of `into`. */
export const fixing = z.strictObject({
  source: field.name,
  date: field.day,
  into: field.currency,
  /** With the text of the table from which the fraction was read. */
  table: z.partialRecord(
    field.currency,
    z.strictObject({ num: field.positive, den: field.positive, text: field.decimal }),
  ),
});
