import { type VatRefusal, type VatTreatment, isConfirmedBy, vatTreatment } from '@passerelle/coordination';
import { type CountryCode, type PlainDate, type Result, refuse } from '@passerelle/values';
import { type Client, type ClientTax, customerStatusOf } from '../../clients/client.js';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import type { MissionTerms } from '../../missions/mission.js';
import type { PartnerAnswer, Supply } from './supply.js';

/** What must be decided by a person although the rules give an answer. */
export type PersonDecides =
  | { readonly kind: 'lessons-abroad'; readonly place: CountryCode }
  | { readonly kind: 'registration-abroad'; readonly state: CountryCode };

export type Undecided = { readonly kind: 'vat-undecided'; readonly vat: VatRefusal } | PersonDecides;

export interface ClientSupply {
  readonly entity: LegalEntity;
  readonly client: Client;
  readonly tax: ClientTax;
  readonly terms: Pick<MissionTerms, 'kind' | 'place'>;
  readonly supply: Supply;
  readonly on: PlainDate;
}

/** How the work of a mission is taxed that a legal entity sells to a client. */
export function clientVat({ entity, client, tax, terms, supply, on }: ClientSupply): Result<VatTreatment, Undecided> {
  const decided = vatTreatment({
    on,
    supplier: { country: entity.country },
    customer: {
      country: client.country,
      status: customerStatusOf(client, tax.status),
      vatIdValid: isConfirmedBy(client.vatNumber, tax.vies),
      receivingEstablishment: supply.receivingEstablishment,
    },
    supply: { kind: terms.kind, place: terms.place.country, virtual: supply.virtual, rateClass: supply.rateClass },
    language: client.language,
  });
  if (!decided.ok) return refuse({ kind: 'vat-undecided', vat: decided.refusal });
  const { flags, treatment, placeOfSupply: state } = decided.value;
  if (flags.includes('TEACHING_ABROAD')) return refuse({ kind: 'lessons-abroad', place: terms.place.country });
  if (treatment === 'CHARGE_LOCAL_REGISTRATION') return refuse({ kind: 'registration-abroad', state });
  return decided;
}

export interface CooperativeSupply {
  /** The entity of the home, which lends the work. */
  readonly entity: LegalEntity;
  /** The country of the host, which owes the price less its share. */
  readonly host: CountryCode;
  readonly place: CountryCode;
  readonly answer: PartnerAnswer | null;
  readonly language: string;
  readonly on: PlainDate;
}

/**
 * How what the host owes the home is taxed: between cooperatives the settlement of a mission is a taxable service of the
 * home, even at cost (Court of Justice, C-94/19 San Domenico Vetraria).
 */
export function cooperativeVat(given: CooperativeSupply): Result<VatTreatment, Undecided> {
  const { entity, host, place, answer, language, on } = given;
  const decided = vatTreatment({
    on,
    supplier: { country: entity.country },
    customer: { country: host, status: 'taxable', vatIdValid: answer?.valid ?? null, receivingEstablishment: null },
    supply: { kind: 'intercooperative_settlement', place, virtual: false, rateClass: 'standard' },
    language,
  });
  return decided.ok ? decided : refuse({ kind: 'vat-undecided', vat: decided.refusal });
}

/** What stands against VAT and what to do, in a language. */
export function whyUndecided(undecided: Undecided): Readonly<Record<'en' | 'fr' | 'nl' | 'sv' | 'de', string>> {
  switch (undecided.kind) {
    case 'vat-undecided': {
      const { detail, remedy, missing, rule } = undecided.vat;
      const inOne = (language: 'en' | 'fr' | 'nl' | 'sv' | 'de'): string =>
        [detail, ...missing.map(({ question }) => question), remedy].map(({ words }) => words[language]).join(' ') +
        ` (${rule})`;
      return { en: inOne('en'), fr: inOne('fr'), nl: inOne('nl'), sv: inOne('sv'), de: inOne('de') };
    }
    case 'lessons-abroad':
      return lessonsAbroad(undecided.place);
    case 'registration-abroad':
      return registrationAbroad(undecided.state);
  }
}

const lessonsAbroad = (place: string) => ({
  en: `Lessons for somebody who is no business are given in ${place}: art. 54(1) of the VAT directive names education among what is taxed where it is done. Let a tax adviser decide, and invoice it outside the node.`,
  fr: `Des leçons pour un client qui n’est pas une entreprise sont données dans le pays ${place} : l’art. 54, § 1, de la directive TVA cite l’enseignement parmi ce qui est taxé au lieu d’exécution. Faites trancher par un conseiller fiscal et facturez hors du nœud.`,
  nl: `Lessen voor wie geen onderneming is, worden in ${place} gegeven: art. 54, lid 1, van de btw-richtlijn noemt onderwijs onder wat belast is waar het plaatsvindt. Laat een belastingadviseur beslissen en factureer buiten het knooppunt.`,
  sv: `Lektioner för någon som inte är företag ges i ${place}: art. 54.1 i momsdirektivet nämner undervisning bland det som beskattas där det utförs. Låt en skatterådgivare avgöra och fakturera utanför noden.`,
  de: `Unterricht für Nichtunternehmer findet in ${place} statt: Art. 54 Abs. 1 der Mehrwertsteuerrichtlinie nennt Unterricht unter dem, was am Ort der Tätigkeit besteuert wird. Lassen Sie steuerlich beraten und rechnen Sie außerhalb des Knotens ab.`,
});

const registrationAbroad = (state: string) => ({
  en: `Admission is taxed in ${state}, where the event takes place: the cooperative needs a VAT registration there, or that state makes the client liable (art. 193 and 194 of the VAT directive). Let a tax adviser decide, and invoice it outside the node.`,
  fr: `L’entrée est taxée dans le pays ${state}, où l’événement a lieu : la coopérative doit y être immatriculée à la TVA, ou cet État rend le client redevable (art. 193 et 194 de la directive TVA). Faites trancher par un conseiller fiscal et facturez hors du nœud.`,
  nl: `Toegang is belast in ${state}, waar het evenement plaatsvindt: de coöperatie heeft daar een btw-registratie nodig, of die staat verlegt de btw naar de klant (art. 193 en 194 van de btw-richtlijn). Laat een belastingadviseur beslissen en factureer buiten het knooppunt.`,
  sv: `Inträde beskattas i ${state}, där evenemanget äger rum: kooperativet måste vara momsregistrerat där, eller så gör den staten kunden betalningsskyldig (art. 193 och 194 i momsdirektivet). Låt en skatterådgivare avgöra och fakturera utanför noden.`,
  de: `Eintritt wird in ${state} besteuert, wo die Veranstaltung stattfindet: Die Genossenschaft braucht dort eine umsatzsteuerliche Registrierung, oder jener Staat macht den Auftraggeber zum Steuerschuldner (Art. 193 und 194 der Mehrwertsteuerrichtlinie). Lassen Sie steuerlich beraten und rechnen Sie außerhalb des Knotens ab.`,
});
