import { showCountry } from '@passerelle/i18n';

export interface PaperAddress {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** Its code, `BE`: paper says its name. */
  readonly country: string;
}

/** An address as it is written below a name. */
export const addressLines = ({ street, postcode, town, country }: PaperAddress, locale: string): readonly string[] => [
  street,
  `${postcode} ${town} · ${showCountry(country, locale)}`,
];

/** Where work is done: `Lille, France`. */
export const placeText = (
  { town, country }: { readonly town: string; readonly country: string },
  locale: string,
): string => `${town}, ${showCountry(country, locale)}`;
