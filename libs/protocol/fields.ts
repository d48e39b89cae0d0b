import { currencyCodes, isCountryCode, isPlainDate } from '@passerelle/values';
import { z } from 'zod';
import { limits } from './limits.js';

/** The words in which every message is written. All numbers of a body are decimal texts. */

export const nodeId = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);
export const netId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
export const keyId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);
export const typeName = z.string().regex(/^[a-z][a-z-]{0,31}(\.[a-z][a-z-]{0,31}){0,2}$/);

/** A whole number from 0 to 10^18 − 1. */
export const whole = z.string().regex(/^(0|[1-9][0-9]{0,17})$/);
export const positive = z.string().regex(/^[1-9][0-9]{0,17}$/);
export const signed = z.string().regex(/^(0|-?[1-9][0-9]{0,17})$/);

/** An amount in minor units of the currency beside it. */
export const amount = whole;
export const currency = z.enum(currencyCodes as [(typeof currencyCodes)[number], ...(typeof currencyCodes)[number][]]);
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .refine(isCountryCode, 'is not a country of ISO 3166-1');

// The last character of 32 and of 64 bytes in base64url has spare bits, which must be zero: one value, one text.
export const hash = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
export const hashOrNone = z.union([z.literal(''), hash]);
export const publicKey = hash;
export const sig = z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/);

/** A UUID of version 7 (RFC 9562), in lower case. */
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
/** What a node calls one of its missions, invoices or bank transfers. */
export const reference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:._/-]{0,99}$/);
/** A name of this start of a node, unlike any earlier one. */
export const session = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** What a receiver calls its side of one pairing of sessions. */
export const pass = z.string().regex(/^[A-Za-z0-9_-]{8,64}\.[1-9][0-9]{0,9}$/);

export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isPlainDate, 'is not a day of the calendar');
export const cycle = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
/** For people only: no rule reads it. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/)
  .refine((text) => isPlainDate(text.slice(0, 10)), 'is not an instant of the calendar');

export const code = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/);
export const text = z.string().max(limits.textCharacters);
export const name = z.string().min(1).max(200);
export const language = z.string().regex(/^[a-z]{2}$/);
/** A decimal such as `2`, `6.5` or `0.1307`. */
export const decimal = z.string().regex(/^(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$/);
/** A leg's reference on a bank statement: base32 of the leg's hash. */
export const leg = z.string().regex(/^[A-Z2-7]{26}$/);

/** The last message of one direction: how many there are, and the hash that stands for all of them. */
export const position = z
  .strictObject({ seq: whole, head: hashOrNone })
  .refine(({ seq, head }) => (seq === '0') === (head === ''), 'a direction without messages has no head');

/** Somebody's signature under a document that the reader can write again. */
export const signature = z.strictObject({ by: nodeId, kid: keyId, sig });
export type Signature = z.infer<typeof signature>;

/** Optional fields of later versions: signed and kept, and free to be ignored. */
export const extension = z.record(code, z.unknown()).optional();

/** Signatures of several nodes over one kind of declaration, by node. */
export const signatures = z.record(nodeId, sig).refine((all) => Object.keys(all).length <= 64, 'too many signatures');

/** A result, and a round in which its node has locked it. */
export const lock = z.strictObject({ round: whole, result: hash });

/** A text and the signature over it, as they travel and as they are kept. */
export const sealed = z.strictObject({ m: z.string().max(limits.messageBytes), sig });
export type Sealed = z.infer<typeof sealed>;
