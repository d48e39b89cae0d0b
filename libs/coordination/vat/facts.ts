import type { PlainDate } from '@passerelle/values';

/** What is supplied, as far as the place of supply depends on it. */
export const supplyKinds = [
  'artistic_performance',
  'technical_ancillary',
  'organiser_service',
  'event_admission',
  'general_service',
  'intercooperative_settlement',
  'staff_supply',
  'teaching',
  'consultancy',
  'copyright_licence',
] as const;
export type SupplyKind = (typeof supplyKinds)[number];

/** Who buys. Taxable persons, and legal persons with a VAT number, buy as businesses (Directive 2006/112/EC, art. 43). */
export const customerStatuses = [
  'taxable',
  'non_taxable_legal_person_with_vat_id',
  'non_taxable_legal_person',
  'private',
] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

/** How the law of the state of supply judges the service. */
export const rateClasses = ['standard', 'cultural_reduced', 'copyright_reduced', 'exempt_cultural'] as const;
export type RateClass = (typeof rateClasses)[number];

/** All that VAT depends on. Null is "nobody has said yet", except for the establishment, where it is "none". */
export interface VatFacts {
  /** The day on which VAT becomes chargeable. */
  readonly on: PlainDate;
  readonly supplier: { readonly country: string };
  readonly customer: {
    readonly country: string;
    readonly status: CustomerStatus | null;
    /** Whether VIES confirmed the number; it matters for businesses in other member states. */
    readonly vatIdValid: boolean | null;
    /** The state of the customer's fixed establishment that uses the service, when that is not its seat. */
    readonly receivingEstablishment: string | null;
  };
  readonly supply: {
    readonly kind: SupplyKind | null;
    /** The country where it is physically done. */
    readonly place: string | null;
    /** Attended or delivered over a network. */
    readonly virtual: boolean | null;
    readonly rateClass: RateClass | null;
  };
  /** Language of the invoice, ISO 639-1. */
  readonly language: string;
}

/** The facts that may be unknown, once known. */
export interface Answers {
  readonly status: CustomerStatus;
  readonly vatIdValid: boolean;
  readonly kind: SupplyKind;
  readonly place: string;
  readonly virtual: boolean;
  readonly rateClass: RateClass;
}
export type FactName = keyof Answers;

/** A case in which nothing is unknown; countries are states for VAT. */
export interface KnownCase extends Answers {
  readonly on: PlainDate;
  readonly supplier: string;
  readonly customer: string;
  /** The state whose establishment of the customer uses the service: its seat's, unless it said another. */
  readonly receiving: string;
  readonly language: string;
}
