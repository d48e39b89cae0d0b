import {
  type CountryCode,
  type CurrencyCode,
  type DatedEntry,
  type Money,
  type Rate,
  type Result,
  ok,
  refuse,
} from '@passerelle/values';
import type { KnownCase, RateClass } from './facts.js';
import { type Mention, mentionLanguages, mentionText } from './mentions.js';
import { type Abroad, type PlaceOfSupply, isEvent, placeOfSupply, virtualEvents } from './place.js';
import { vatRateOf } from './rates.js';
import { type VatRefusal, noMention, noVatRate, ruleNotKnownThen } from './refusal.js';
import { isMemberState } from './territory.js';

export type Treatment = 'CHARGE_DOMESTIC' | Abroad | 'EXEMPT' | 'OUTSIDE_EU_VAT';

/**
 * What a person should look at. `VAT_ID_NOT_VALID`: a business is treated as a private customer, because VIES does not
 * know its number. `ART_194_POSSIBLE`: the state of supply may make the customer liable. `RATE_TO_CONFIRM`: no source of
 * the rate was opened. `TEACHING_ABROAD`: art. 54(1) names educational activities too, so that lessons to private people
 * in another state may be taxed there.
 */
export type VatFlag = 'VAT_ID_NOT_VALID' | 'ART_194_POSSIBLE' | 'RATE_TO_CONFIRM' | 'TEACHING_ABROAD';

/** How one supply is taxed, with what the invoice must say. */
export interface VatTreatment {
  readonly placeOfSupply: CountryCode;
  readonly treatment: Treatment;
  /** The state whose VAT it is; null outside the Union. */
  readonly vatCountry: CountryCode | null;
  /** Null where no VAT is on the invoice. */
  readonly rate: Rate | null;
  /** Where the rate comes from and how sure it is. */
  readonly rateSource: Pick<DatedEntry<Rate>, 'source' | 'confidence'> | null;
  readonly liable: 'supplier' | 'customer' | null;
  readonly mention: Mention | null;
  readonly mentionText: string | null;
  /** It belongs into the recapitulative statement of supplies to other member states (art. 262). */
  readonly recapitulativeStatement: boolean;
  readonly basis: readonly string[];
  readonly flags: readonly VatFlag[];
}

/** How a case is taxed in which nothing is unknown. Refuses where law or rate of that day is not known here. */
export function treat(known: KnownCase): Result<VatTreatment, VatRefusal> {
  const { on, rateClass } = known;
  if (known.virtual && isEvent(known.kind) && !virtualEvents.hasValueOn(on)) {
    const { from, source } = virtualEvents.entries[0]!;
    return refuse(ruleNotKnownThen(source, on, from));
  }
  const place = placeOfSupply(known);
  if (!isMemberState(place.state, on))
    return ok({ ...untaxed(known, place), treatment: 'OUTSIDE_EU_VAT', vatCountry: null });
  if (rateClass === 'exempt_cultural') return exempt(known, place);
  if (place.state === known.supplier) return charged(known, place, 'CHARGE_DOMESTIC', rateClass);
  return place.abroad === 'REVERSE_CHARGE' ? reversed(known, place) : charged(known, place, place.abroad, rateClass);
}

/** VAT of one line, rounded half up to the smallest unit of the currency, and what the customer is billed. */
export function vatOn<C extends CurrencyCode>(
  net: Money<C>,
  rate: Rate | null,
): { readonly vat: Money<C>; readonly gross: Money<C> } {
  const vat = rate === null ? net.minus(net) : net.times(rate, 'halfUp');
  return { vat, gross: net.plus(vat) };
}

function exempt(known: KnownCase, place: PlaceOfSupply): Result<VatTreatment, VatRefusal> {
  const basis = ['2006/112 Art. 132(1)(n)', '2006/112 Art. 226(11)'];
  return mentioned({ ...untaxed(known, place, basis), treatment: 'EXEMPT' }, 'EXEMPT', known.language);
}

function reversed(known: KnownCase, place: PlaceOfSupply): Result<VatTreatment, VatRefusal> {
  const basis = ['2006/112 Art. 196', '2006/112 Art. 226(11a)'];
  const reverse = {
    ...untaxed(known, place, basis),
    treatment: 'REVERSE_CHARGE',
    liable: 'customer',
    recapitulativeStatement: true,
  } as const;
  return mentioned(reverse, 'REVERSE_CHARGE', known.language);
}

/** Why the supplier owes VAT of another state. */
const bases = {
  CHARGE_DOMESTIC: [],
  CHARGE_LOCAL_REGISTRATION: ['2006/112 Art. 193'],
  CHARGE_OSS_OR_LOCAL: ['2006/112 Art. 369b'],
} as const;

function charged(
  known: KnownCase,
  place: PlaceOfSupply,
  treatment: keyof typeof bases,
  rateClass: Exclude<RateClass, 'exempt_cultural'>,
): Result<VatTreatment, VatRefusal> {
  const { state } = place;
  const found = vatRateOf(state, rateClass, known.on);
  if (!found) return refuse(noVatRate(state, rateClass, known.on));
  const { value: rate, source, confidence } = found;
  const plain = untaxed(known, place, bases[treatment]);
  const flags = [
    ...plain.flags,
    ...(treatment === 'CHARGE_LOCAL_REGISTRATION' ? (['ART_194_POSSIBLE'] as const) : []),
    ...(confidence === 'to-confirm' ? (['RATE_TO_CONFIRM'] as const) : []),
  ];
  return ok({ ...plain, treatment, rate, rateSource: { source, confidence }, liable: 'supplier', flags });
}

/** What is common to all: where, on which basis, and no VAT as yet. */
function untaxed(known: KnownCase, place: PlaceOfSupply, further: readonly string[] = []) {
  const flags: VatFlag[] = [];
  if (place.isDistrusted) flags.push('VAT_ID_NOT_VALID');
  if (isTeachingAbroad(known, place)) flags.push('TEACHING_ABROAD');
  return {
    placeOfSupply: place.state,
    vatCountry: place.state as CountryCode | null,
    rate: null,
    rateSource: null,
    liable: null,
    mention: null,
    mentionText: null,
    recapitulativeStatement: false,
    basis: [place.article, ...further, ...(place.isDistrusted ? ['282/2011 Art. 18'] : [])],
    flags,
  } as const;
}

const isTeachingAbroad = (
  { kind, virtual, place, customer, supplier }: KnownCase,
  { article }: PlaceOfSupply,
): boolean => kind === 'teaching' && article.endsWith('45') && (virtual ? customer : place) !== supplier;

function mentioned(
  untold: Omit<VatTreatment, 'mention' | 'mentionText'>,
  mention: Mention,
  language: string,
): Result<VatTreatment, VatRefusal> {
  const text = mentionText(mention, language);
  const rule = mention === 'EXEMPT' ? '2006/112 Art. 226(11)' : '2006/112 Art. 226(11a)';
  if (text === undefined) return refuse(noMention(rule, language, mentionLanguages));
  return ok({ ...untold, mention, mentionText: text });
}
