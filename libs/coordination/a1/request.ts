import type { CountryCode, PlainDate } from '@passerelle/values';

/** Why the certificate is asked for: Art. 12, Art. 13, or an agreement under Art. 16 of 883/2004. */
export type A1Kind = 'posting' | 'multistate' | 'exception';

export const a1Statuses = ['draft', 'submitted', 'provisional', 'issued', 'refused', 'withdrawn'] as const;

export type A1Status = (typeof a1Statuses)[number];

/** One request for a certificate, and what the institution answered. Days first and last included. */
export interface A1Request {
  readonly kind: A1Kind;
  /** The state whose institution is asked. */
  readonly state: CountryCode;
  readonly status: A1Status;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly places: readonly CountryCode[];
  readonly submittedOn?: PlainDate;
  /** The institution's own reference; a certificate that covers days has one. */
  readonly reference?: string;
  /** The newest letter of the institution: the certificate, or why there is none. */
  readonly documentId?: string;
}
