import type { Language } from '@passerelle/rules';

/** What is printed on a request for a portable document A1. */
export interface A1Words {
  readonly title: string;
  readonly to: string;
  readonly from: string;
  readonly why: string;
  readonly employer: string;
  readonly name: string;
  readonly vatNumber: string;
  readonly identifier: string;
  readonly address: string;
  readonly worker: string;
  readonly bornOn: string;
  readonly nationality: string;
  readonly nationalNumber: string;
  readonly homeAddress: string;
  readonly insuredSince: string;
  readonly abroad: string;
  readonly country: string;
  readonly place: string;
  readonly client: string;
  readonly period: string;
  readonly work: string;
  readonly bases: Readonly<Record<'article-12-1' | 'article-13-1', string>>;
  readonly basis: string;
  readonly statements: string;
  readonly employed: string;
  /** What makes the work abroad a posting. */
  readonly posted: readonly string[];
  readonly signature: string;
  readonly missing: string;
}

export const a1Words: Readonly<Record<Language, A1Words>> = {
  en: {
    title: 'Request for a portable document A1',
    to: 'To',
    from: 'From',
    why: 'Certificate of the social security legislation that applies (Regulation (EC) No 987/2009, article 19(2)).',
    employer: 'Employer',
    name: 'Name',
    vatNumber: 'VAT number',
    identifier: 'Number in the national register',
    address: 'Address',
    worker: 'Worker',
    bornOn: 'Born on',
    nationality: 'Nationality',
    nationalNumber: 'National number',
    homeAddress: 'Address',
    insuredSince: 'Subject to the legislation of the sending state since',
    abroad: 'Work abroad',
    country: 'State',
    place: 'Place',
    client: 'For whom the work is done',
    period: 'Period',
    work: 'Work',
    bases: {
      'article-12-1': 'Posting: Regulation (EC) No 883/2004, article 12(1)',
      'article-13-1': 'Work in several states: Regulation (EC) No 883/2004, article 13(1)',
    },
    basis: 'Legal basis',
    statements: 'The employer states',
    employed:
      'The worker remains employed and paid by the employer above for the whole period, and under its authority.',
    posted: [
      'The employer usually carries out substantial activities in the sending state.',
      'The worker is not sent to replace another posted person.',
      'The work is not expected to last longer than 24 months.',
    ],
    signature: 'Date and signature of the employer',
    missing: 'to be completed',
  },
  fr: {
    title: 'Demande de document portable A1',
    to: 'À',
    from: 'De',
    why: 'Attestation de la législation de sécurité sociale applicable (règlement (CE) n° 987/2009, article 19, paragraphe 2).',
    employer: 'Employeur',
    name: 'Nom',
    vatNumber: 'N° de TVA',
    identifier: 'Numéro au registre des entreprises',
    address: 'Adresse',
    worker: 'Travailleur',
    bornOn: 'Né(e) le',
    nationality: 'Nationalité',
    nationalNumber: 'Numéro national',
    homeAddress: 'Adresse',
    insuredSince: 'Soumis(e) à la législation de l’État d’envoi depuis le',
    abroad: 'Travail à l’étranger',
    country: 'État',
    place: 'Lieu',
    client: 'Pour qui le travail est fait',
    period: 'Période',
    work: 'Travail',
    bases: {
      'article-12-1': 'Détachement : règlement (CE) n° 883/2004, article 12, paragraphe 1',
      'article-13-1': 'Travail dans plusieurs États : règlement (CE) n° 883/2004, article 13, paragraphe 1',
    },
    basis: 'Base légale',
    statements: 'L’employeur déclare',
    employed:
      'Le travailleur reste employé et payé par l’employeur ci-dessus pendant toute la période, et sous son autorité.',
    posted: [
      'L’employeur exerce normalement des activités substantielles dans l’État d’envoi.',
      'Le travailleur n’est pas envoyé en remplacement d’une autre personne détachée.',
      'Le travail ne devrait pas durer plus de 24 mois.',
    ],
    signature: 'Date et signature de l’employeur',
    missing: 'à compléter',
  },
  nl: {
    title: 'Aanvraag van een draagbaar document A1',
    to: 'Aan',
    from: 'Van',
    why: 'Verklaring over de toepasselijke socialezekerheidswetgeving (Verordening (EG) nr. 987/2009, artikel 19, lid 2).',
    employer: 'Werkgever',
    name: 'Naam',
    vatNumber: 'Btw-nummer',
    identifier: 'Nummer in het nationale register',
    address: 'Adres',
    worker: 'Werknemer',
    bornOn: 'Geboren op',
    nationality: 'Nationaliteit',
    nationalNumber: 'Nationaal nummer',
    homeAddress: 'Adres',
    insuredSince: 'Onderworpen aan de wetgeving van de zendstaat sinds',
    abroad: 'Werk in het buitenland',
    country: 'Staat',
    place: 'Plaats',
    client: 'Voor wie het werk wordt gedaan',
    period: 'Periode',
    work: 'Werk',
    bases: {
      'article-12-1': 'Detachering: Verordening (EG) nr. 883/2004, artikel 12, lid 1',
      'article-13-1': 'Werk in meerdere staten: Verordening (EG) nr. 883/2004, artikel 13, lid 1',
    },
    basis: 'Rechtsgrond',
    statements: 'De werkgever verklaart',
    employed:
      'De werknemer blijft de hele periode in dienst van en betaald door bovenstaande werkgever, en onder zijn gezag.',
    posted: [
      'De werkgever verricht gewoonlijk substantiële werkzaamheden in de zendstaat.',
      'De werknemer wordt niet uitgezonden om een andere gedetacheerde te vervangen.',
      'Het werk zal naar verwachting niet langer dan 24 maanden duren.',
    ],
    signature: 'Datum en handtekening van de werkgever',
    missing: 'aan te vullen',
  },
  sv: {
    title: 'Ansökan om intyg A1',
    to: 'Till',
    from: 'Från',
    why: 'Intyg om tillämplig lagstiftning om social trygghet (förordning (EG) nr 987/2009, artikel 19.2).',
    employer: 'Arbetsgivare',
    name: 'Namn',
    vatNumber: 'Momsnummer',
    identifier: 'Organisationsnummer',
    address: 'Adress',
    worker: 'Arbetstagare',
    bornOn: 'Född',
    nationality: 'Medborgarskap',
    nationalNumber: 'Personnummer',
    homeAddress: 'Adress',
    insuredSince: 'Omfattas av den utsändande statens lagstiftning sedan',
    abroad: 'Arbete utomlands',
    country: 'Stat',
    place: 'Plats',
    client: 'Åt vem arbetet utförs',
    period: 'Period',
    work: 'Arbete',
    bases: {
      'article-12-1': 'Utsändning: förordning (EG) nr 883/2004, artikel 12.1',
      'article-13-1': 'Arbete i flera stater: förordning (EG) nr 883/2004, artikel 13.1',
    },
    basis: 'Rättslig grund',
    statements: 'Arbetsgivaren intygar',
    employed:
      'Arbetstagaren är under hela perioden anställd hos och får lön av arbetsgivaren ovan, och står under dess ledning.',
    posted: [
      'Arbetsgivaren bedriver normalt väsentlig verksamhet i den utsändande staten.',
      'Arbetstagaren sänds inte ut för att ersätta en annan utsänd person.',
      'Arbetet väntas inte pågå längre än 24 månader.',
    ],
    signature: 'Datum och arbetsgivarens underskrift',
    missing: 'ska kompletteras',
  },
  de: {
    title: 'Antrag auf ein Portables Dokument A1',
    to: 'An',
    from: 'Von',
    why: 'Bescheinigung über das anwendbare Sozialversicherungsrecht (Verordnung (EG) Nr. 987/2009, Artikel 19 Absatz 2).',
    employer: 'Arbeitgeber',
    name: 'Name',
    vatNumber: 'USt-IdNr.',
    identifier: 'Nummer im nationalen Register',
    address: 'Anschrift',
    worker: 'Beschäftigte Person',
    bornOn: 'Geboren am',
    nationality: 'Staatsangehörigkeit',
    nationalNumber: 'Nationale Kennnummer',
    homeAddress: 'Anschrift',
    insuredSince: 'Unterliegt dem Recht des Entsendestaats seit',
    abroad: 'Arbeit im Ausland',
    country: 'Staat',
    place: 'Ort',
    client: 'Für wen gearbeitet wird',
    period: 'Zeitraum',
    work: 'Arbeit',
    bases: {
      'article-12-1': 'Entsendung: Verordnung (EG) Nr. 883/2004, Artikel 12 Absatz 1',
      'article-13-1': 'Arbeit in mehreren Staaten: Verordnung (EG) Nr. 883/2004, Artikel 13 Absatz 1',
    },
    basis: 'Rechtsgrundlage',
    statements: 'Der Arbeitgeber erklärt',
    employed:
      'Die Person bleibt die ganze Zeit beim oben genannten Arbeitgeber beschäftigt, wird von ihm bezahlt und untersteht seinen Weisungen.',
    posted: [
      'Der Arbeitgeber übt gewöhnlich nennenswerte Tätigkeiten im Entsendestaat aus.',
      'Die Person wird nicht entsandt, um eine andere entsandte Person abzulösen.',
      'Die Arbeit wird voraussichtlich nicht länger als 24 Monate dauern.',
    ],
    signature: 'Datum und Unterschrift des Arbeitgebers',
    missing: 'zu ergänzen',
  },
};
