import type { RateClass, SupplyKind } from '@passerelle/coordination';
import type { Fact, Language } from '@passerelle/rules';
import { country } from '@passerelle/values';
import type { A1RequestPaper } from '../../node/src/papers/a1-request-paper.js';
import type { BilledSide } from '../../node/src/papers/invoice-draft.js';

export type Land = 'be' | 'fr' | 'se';
export const lands: readonly Land[] = ['be', 'fr', 'se'];

/** Somebody who orders work; the numbers have right check digits and belong to nobody. */
export interface PaperClient extends BilledSide {
  readonly email: string;
  readonly language: Language;
  readonly locale: string;
}

const client = (
  name: string,
  vatNumber: string,
  [street, postcode, town]: readonly [string, string, string],
  [email, language, locale]: readonly [string, Language, string],
): PaperClient => ({
  name,
  vatNumber,
  address: { street, postcode, town, country: country(vatNumber.slice(0, 2)) },
  email,
  language,
  locale,
});

export const clients: Readonly<Record<Land, PaperClient>> = {
  be: client(
    'Orkest van de Zenne vzw',
    'BE0999887777',
    ['Vlaamsesteenweg 14', '1000', 'Brussel'],
    ['boekhouding@orkest.example', 'nl', 'nl-BE'],
  ),
  fr: client(
    'Théâtre de Lille',
    'FR61999123458',
    ['8 rue des Arts', '59000', 'Lille'],
    ['compta@theatre.example', 'fr', 'fr-FR'],
  ),
  se: client(
    'Malmö teaterförening',
    'SE559998877001',
    ['Östergatan 3', '211 25', 'Malmö'],
    ['faktura@teater.example', 'sv', 'sv-SE'],
  ),
};

/** One line of an invoice, taxed by what it is. Amounts are texts in the currency of the case. */
export interface PaperLine {
  readonly name: string;
  readonly description: string | null;
  readonly days: string;
  readonly net: string;
  readonly kind: SupplyKind;
  readonly rateClass: RateClass;
}

/** What one country's papers are about. */
export interface PaperCountry {
  readonly land: Land;
  readonly worker: {
    readonly name: string;
    readonly role: string;
    readonly iban: string;
    readonly facts: Readonly<Record<string, Fact>>;
  };
  /** Price of the worker's mission, in the currency of the country. */
  readonly price: string;
  readonly legalForm: string | null;
  readonly bankgiro: string | null;
  /** What the client at home is billed, at two rates. */
  readonly domestic: readonly PaperLine[];
  /** What the client abroad is billed, and who that is. */
  readonly abroad: { readonly land: Land; readonly line: PaperLine };
  readonly exempt: PaperLine;
  /** The partner who owes for work done there. */
  readonly partner: { readonly land: Land; readonly line: PaperLine };
  readonly work: string;
  readonly expense: string;
  readonly settlement: string;
  readonly a1: Pick<A1RequestPaper, 'language' | 'locale' | 'institution'>;
}

const settlement = (name: string, description: string, net: string): PaperLine => ({
  name,
  description,
  days: '5',
  net,
  kind: 'intercooperative_settlement',
  rateClass: 'standard',
});

export const countries: Readonly<Record<Land, PaperCountry>> = {
  be: {
    land: 'be',
    worker: {
      name: 'Amina',
      role: 'musicienne',
      iban: 'BE71096123456769',
      facts: { status: 'artist', withholding: 'artist-short-engagement' },
    },
    price: '1000.00',
    legalForm: 'SC agréée',
    bankgiro: null,
    domestic: [
      {
        name: 'Geluid en belichting van drie concerten',
        description: 'Brussel, maart 2026',
        days: '3',
        net: '1000.00',
        kind: 'technical_ancillary',
        rateClass: 'standard',
      },
      {
        name: 'Gebruiksrecht van de opname',
        description: null,
        days: '1',
        net: '249.95',
        kind: 'copyright_licence',
        rateClass: 'copyright_reduced',
      },
    ],
    abroad: {
      land: 'fr',
      line: {
        name: 'Deux concerts au Théâtre de Lille',
        description: 'Amina, musicienne',
        days: '5',
        net: '1000.00',
        kind: 'artistic_performance',
        rateClass: 'standard',
      },
    },
    exempt: {
      name: 'Concert in de reeks “Zondag aan de Zenne”',
      description: 'Amina, muzikante',
      days: '1',
      net: '450.00',
      kind: 'artistic_performance',
      rateClass: 'exempt_cultural',
    },
    partner: { land: 'fr', line: settlement('Mission à Lille', 'Amina, musicienne · be-2026-0001', '980.00') },
    work: 'Twee concerten met voorafgaande repetitie',
    expense: '45.80',
    settlement: '120.00',
    a1: {
      language: 'fr',
      locale: 'fr-BE',
      institution: {
        name: 'Office national de sécurité sociale',
        lines: ['Relations internationales', '1060 Bruxelles · Belgique'],
      },
    },
  },
  fr: {
    land: 'fr',
    worker: { name: 'Lucas', role: 'technicien du son', iban: 'FR7630006000011234567890189', facts: {} },
    price: '1500.00',
    legalForm: 'SCIC SA à capital variable',
    bankgiro: null,
    domestic: [
      {
        name: 'Cession de deux concerts',
        description: 'Lille, mars 2026',
        days: '2',
        net: '1200.00',
        kind: 'artistic_performance',
        rateClass: 'cultural_reduced',
      },
      {
        name: 'Sonorisation',
        description: 'Lucas, technicien du son',
        days: '3',
        net: '700.00',
        kind: 'technical_ancillary',
        rateClass: 'standard',
      },
    ],
    abroad: {
      land: 'be',
      line: {
        name: 'Sonorisatie van twee concerten te Brussel',
        description: 'Lucas, geluidstechnicus',
        days: '2',
        net: '640.00',
        kind: 'technical_ancillary',
        rateClass: 'standard',
      },
    },
    exempt: {
      name: 'Atelier de musique pour les scolaires',
      description: 'Lucas',
      days: '1',
      net: '310.00',
      kind: 'artistic_performance',
      rateClass: 'exempt_cultural',
    },
    partner: {
      land: 'be',
      line: settlement('Mission à Bruxelles', 'Lucas, technicien du son · fr-2026-0003', '627.20'),
    },
    work: 'Sonorisation de trois représentations',
    expense: '62.10',
    settlement: '980.00',
    a1: {
      language: 'fr',
      locale: 'fr-FR',
      institution: { name: 'Urssaf', lines: ['Service mobilité internationale', 'France'] },
    },
  },
  se: {
    land: 'se',
    worker: { name: 'Ingrid', role: 'översättare', iban: 'SE3550000000054910000003', facts: {} },
    price: '18000.00',
    legalForm: 'Ekonomisk förening, säte i Malmö',
    bankgiro: '9912346',
    domestic: [
      {
        name: 'Översättning av programbladet',
        description: 'Ingrid, översättare',
        days: '3',
        net: '12345.50',
        kind: 'general_service',
        rateClass: 'standard',
      },
      {
        name: 'Rätt att trycka översättningen',
        description: null,
        days: '1',
        net: '1500.00',
        kind: 'copyright_licence',
        rateClass: 'copyright_reduced',
      },
    ],
    abroad: {
      land: 'fr',
      line: {
        name: 'Traduction du livret',
        description: 'Ingrid, traductrice',
        days: '4',
        net: '1850.00',
        kind: 'general_service',
        rateClass: 'standard',
      },
    },
    exempt: {
      name: 'Uppläsning på scenen',
      description: 'Ingrid',
      days: '1',
      net: '3200.00',
      kind: 'artistic_performance',
      rateClass: 'exempt_cultural',
    },
    partner: { land: 'be', line: settlement('Mission à Bruxelles', 'Ingrid, traductrice · se-2026-0002', '1176.00') },
    work: 'Översättning och textning av tre föreställningar',
    expense: '420.00',
    settlement: '310.50',
    a1: {
      language: 'sv',
      locale: 'sv-SE',
      institution: { name: 'Försäkringskassan', lines: ['Utlandsärenden', 'Sverige'] },
    },
  },
};
