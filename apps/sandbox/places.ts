import { type CountryCode, type CurrencyCode, country } from '@passerelle/values';

/** Where a cooperative's node stands. */
export interface Place {
  /** Its short name in addresses and messages. */
  readonly id: string;
  readonly name: string;
  readonly country: CountryCode;
  /** What it keeps its books in. */
  readonly currency: CurrencyCode;
}

/** The three cooperatives of the story, in the order of their addresses. */
export const cooperatives: readonly Place[] = [
  { id: 'be', name: 'Passerelle Bruxelles', country: country('BE'), currency: 'EUR' },
  { id: 'fr', name: 'Passerelle Paris', country: country('FR'), currency: 'EUR' },
  { id: 'se', name: 'Passerelle Malmö', country: country('SE'), currency: 'SEK' },
];
