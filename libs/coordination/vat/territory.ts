import { type CountryCode, type PlainDate, isCountryCode } from '@passerelle/values';
import { unionStates } from '../states.js';

/**
 * Whether the common system of VAT applies there (Directive 2006/112/EC, art. 5). For services the United Kingdom is
 * outside since it left, Northern Ireland included.
 */
export const isMemberState = (state: string, on: PlainDate): boolean => memberStatesOn(on).includes(state);

export const memberStatesOn = (on: PlainDate): readonly string[] => unionStates.on(on);

/** The state whose VAT a country belongs to: supplies to Monaco are supplies to France (art. 7). */
export const vatStateOf = (country: CountryCode): CountryCode => (country === 'MC' ? ('FR' as CountryCode) : country);

/** A real country; the invented one of examples has no VAT. */
export const isRealCountry = (text: string): text is CountryCode => isCountryCode(text) && text !== 'XX';
