import { type CountryCode, dated } from '@passerelle/values';
import type { KnownCase, SupplyKind } from './facts.js';
import { isMemberState } from './territory.js';

/** How VAT is paid when the place of supply is another member state than the supplier's. */
export type Abroad = 'REVERSE_CHARGE' | 'CHARGE_LOCAL_REGISTRATION' | 'CHARGE_OSS_OR_LOCAL';

export interface PlaceOfSupply {
  readonly state: CountryCode;
  readonly article: string;
  readonly abroad: Abroad;
  /** The customer says it is a business, but VIES does not know its number. */
  readonly isDistrusted: boolean;
}

/** Virtual events follow the customer since this day; before it their place was disputed. */
export const virtualEvents = dated('eu.vat.virtual-events', [
  '2025-01-01',
  true,
  'Directive (EU) 2022/542, art. 1(1) and (2), into Directive 2006/112/EC, art. 53 and 54',
]);

/** Of the services that art. 54(1) names, those whose place is where they are done when nobody buys for a business. */
const events: readonly SupplyKind[] = [
  'artistic_performance',
  'technical_ancillary',
  'organiser_service',
  'event_admission',
];

/** Services that leave the Union with a private customer who lives outside it (art. 59). */
const leavingTheUnion: readonly SupplyKind[] = ['copyright_licence', 'consultancy', 'staff_supply'];

export const isEvent = (kind: SupplyKind): boolean => events.includes(kind);

/** Where a service is supplied. The first rule that fits decides: art. 53, 44, 54(1), 59, 45. */
export function placeOfSupply(known: KnownCase): PlaceOfSupply {
  const { kind, virtual } = known;
  const isDistrusted = saysBusiness(known) && !isConfirmed(known);
  const at = (state: string, article: string, abroad: Abroad): PlaceOfSupply => ({
    state: state as CountryCode,
    article: `2006/112 Art. ${article}`,
    abroad,
    isDistrusted,
  });
  if (saysBusiness(known) && !isDistrusted) {
    const isAdmission = kind === 'event_admission' && !virtual;
    if (isAdmission) return at(known.place, '53', 'CHARGE_LOCAL_REGISTRATION');
    return at(known.receiving, '44', 'REVERSE_CHARGE');
  }
  if (isEvent(kind)) return at(virtual ? known.customer : known.place, '54(1)', 'CHARGE_OSS_OR_LOCAL');
  if (leavingTheUnion.includes(kind) && !isMemberState(known.customer, known.on))
    return at(known.customer, '59', 'CHARGE_OSS_OR_LOCAL');
  return at(known.supplier, '45', 'CHARGE_OSS_OR_LOCAL');
}

const saysBusiness = ({ status }: KnownCase): boolean =>
  status === 'taxable' || status === 'non_taxable_legal_person_with_vat_id';

/** A business of another member state is believed when VIES knows its number (Reg. 282/2011, art. 18). */
const isConfirmed = ({ supplier, customer, receiving, vatIdValid, on }: KnownCase): boolean =>
  vatIdValid || ![customer, receiving].some((state) => state !== supplier && isMemberState(state, on));
