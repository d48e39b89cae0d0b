import { z } from 'zod';
import * as field from './fields.js';
import { hashOf } from './hash.js';
import { isHashSignedBy, signHash } from './declarations.js';
import type { RosterContent } from './roster-schema.js';
import type { SigningKey } from './signature.js';

/** The client the host invoices, as far as the home cooperative has to know it. */
const client = z.strictObject({
  name: field.name,
  country: field.country,
  vatNumber: z
    .string()
    .regex(/^[A-Z0-9]{4,20}$/)
    .optional(),
  email: z.string().min(3).max(200).optional(),
  address: z
    .strictObject({ street: field.name, postcode: field.name, town: field.name, country: field.country })
    .optional(),
  language: field.language.optional(),
});

/** Kinds of work that VAT and posting rules tell apart. Work of none of them is named by no kind: a general service. */
export const namedWorkKinds = [
  'artistic_performance',
  'technical_ancillary',
  'organiser_service',
  'event_admission',
  'teaching',
  'consultancy',
  'copyright_licence',
] as const;

/** What home and host agree on about one mission. Amounts are minor units of `currency`. */
export const termsSchema = z
  .strictObject({
    mission: field.uuid,
    /** What people on both sides call it: `be-2026-0001`. */
    reference: field.reference,
    version: field.positive,
    /** The cooperative that employs and pays the worker, and the one that invoices the client. */
    home: field.nodeId,
    host: field.nodeId,
    worker: z.strictObject({ name: field.name, role: field.name }),
    client,
    work: field.text,
    /** Left out for a general service. */
    kind: z.enum(namedWorkKinds).optional(),
    /** Said when the host directs the work, which is placing; left out when the home does, as it should. */
    directedBy: z.literal('host').optional(),
    place: z.strictObject({ country: field.country, town: field.name }),
    first: field.day,
    last: field.day,
    days: field.decimal,
    price: field.positive,
    currency: field.currency,
    hostSharePercent: field.decimal,
    /** Who bears it when the client does not pay; a split names the host's percent, the home bears the rest. */
    defaultBearer: z.union([z.enum(['host', 'home']), z.strictObject({ hostPercent: field.decimal })]),
    dueRule: z.strictObject({ days: field.whole }),
    invoiceLanguage: field.language,
    /** The rate fixed at signature when the host owes the home in another currency: num/den units for one of `currency`. */
    fixing: z
      .strictObject({
        currency: field.currency,
        num: field.positive,
        den: field.positive,
        source: field.name,
        date: field.day,
      })
      .optional(),
  })
  .refine(({ home, host }) => home !== host, 'home and host are two cooperatives')
  .refine(({ first, last }) => first <= last, 'a mission does not end before it begins');

export type Terms = z.infer<typeof termsSchema>;

/** The terms with the signatures of home and host: what anyone with the roster can check. */
export interface Agreement {
  readonly terms: Terms;
  readonly homeSignature: string | null;
  readonly hostSignature: string | null;
}

/** The hash that stands for the terms in every later message about the mission. Throws when they do not fit the schema. */
export const termsHash = (terms: Terms): string => hashOf(termsSchema.parse(terms));

/** A node's signature under the hash of the terms, for one federation. */
export const signTerms = (terms: Terms, net: string, key: SigningKey): string => signHash(termsHash(terms), net, key);

/** True when both home and host have signed these very terms. */
export function isAgreed({ terms, homeSignature, hostSignature }: Agreement, roster: RosterContent): boolean {
  const hash = termsHash(terms);
  const isSigned = (node: string, sig: string | null): boolean =>
    sig !== null && isHashSignedBy(node, hash, sig, roster);
  return isSigned(terms.home, homeSignature) && isSigned(terms.host, hostSignature);
}
