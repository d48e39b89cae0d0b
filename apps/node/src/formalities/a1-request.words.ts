import type { HolderStatus } from '@passerelle/coordination';
import type { Language } from '@passerelle/doors';

/** What the printed request says around the fields of the form, which bring their own labels. */
export interface A1Words {
  readonly title: string;
  readonly lead: string;
  /** Of the six sections, in their order. */
  readonly sections: readonly [string, string, string, string, string, string];
  /** Of the status of the holder, those that members of a cooperative have. */
  readonly statuses: Readonly<Partial<Record<HolderStatus, string>>>;
  readonly mission: string;
  readonly reference: string;
  readonly asked: string;
  readonly toFillIn: string;
  readonly missing: string;
}

export const a1Words: Readonly<Record<Language, A1Words>> = {
  en: {
    title: 'Request for an A1 certificate',
    lead: 'Regulation (EC) 987/2009, Article 19(2): statement of the social security law that applies.',
    sections: ['Holder', 'Law that applies', 'Status', 'Employer', 'Places of work', 'Institution'],
    statuses: {
      'posted-employee': 'Posted employee',
      'employed-in-several-states': 'Employed in several states',
      exception: 'Exception',
    },
    mission: 'Mission',
    reference: 'Reference of the institution',
    asked: 'Handed in on',
    toFillIn: 'to be filled in',
    missing: 'Still missing',
  },
  fr: {
    title: 'Demande de certificat A1',
    lead: 'Règlement (CE) 987/2009, article 19, paragraphe 2 : attestation de la législation de sécurité sociale applicable.',
    sections: ['Titulaire', 'Législation applicable', 'Statut', 'Employeur', 'Lieux de travail', 'Institution'],
    statuses: {
      'posted-employee': 'Personne salariée détachée',
      'employed-in-several-states': 'Personne salariée dans plusieurs États',
      exception: 'Exception',
    },
    mission: 'Mission',
    reference: 'Référence de l’institution',
    asked: 'Introduite le',
    toFillIn: 'à compléter',
    missing: 'Il manque encore',
  },
  nl: {
    title: 'Aanvraag van een A1-verklaring',
    lead: 'Verordening (EG) 987/2009, artikel 19, lid 2: verklaring over het toepasselijke socialezekerheidsrecht.',
    sections: ['Houder', 'Toepasselijk recht', 'Statuut', 'Werkgever', 'Plaatsen van het werk', 'Instelling'],
    statuses: {
      'posted-employee': 'Gedetacheerde werknemer',
      'employed-in-several-states': 'Werknemer in meerdere staten',
      exception: 'Uitzondering',
    },
    mission: 'Opdracht',
    reference: 'Referentie van de instelling',
    asked: 'Ingediend op',
    toFillIn: 'in te vullen',
    missing: 'Ontbreekt nog',
  },
  sv: {
    title: 'Ansökan om A1-intyg',
    lead: 'Förordning (EG) 987/2009, artikel 19.2: intyg om tillämplig lagstiftning om social trygghet.',
    sections: ['Innehavare', 'Tillämplig lagstiftning', 'Ställning', 'Arbetsgivare', 'Arbetsplatser', 'Institution'],
    statuses: {
      'posted-employee': 'Utsänd arbetstagare',
      'employed-in-several-states': 'Arbetstagare i flera stater',
      exception: 'Undantag',
    },
    mission: 'Uppdrag',
    reference: 'Institutionens referens',
    asked: 'Inlämnad den',
    toFillIn: 'fylls i',
    missing: 'Saknas ännu',
  },
  de: {
    title: 'Antrag auf eine A1-Bescheinigung',
    lead: 'Verordnung (EG) 987/2009, Artikel 19 Absatz 2: Bescheinigung über das anwendbare Sozialversicherungsrecht.',
    sections: ['Inhaberin oder Inhaber', 'Anwendbares Recht', 'Status', 'Arbeitgeber', 'Arbeitsorte', 'Träger'],
    statuses: {
      'posted-employee': 'Entsandte beschäftigte Person',
      'employed-in-several-states': 'In mehreren Staaten beschäftigt',
      exception: 'Ausnahme',
    },
    mission: 'Auftrag',
    reference: 'Aktenzeichen des Trägers',
    asked: 'Eingereicht am',
    toFillIn: 'auszufüllen',
    missing: 'Es fehlt noch',
  },
};
