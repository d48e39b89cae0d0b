import type { Words } from '../words.js';

/** Situations in which the seats alone do not settle the matter. */
export const seatWords = {
  'seat-outside': {
    en: 'One employer has its seat outside the coordinated states ({state:state}) beside one inside: ask the institution.',
    fr: 'Un employeur a son siège hors des États coordonnés ({state:state}), un autre à l’intérieur : interrogez l’institution.',
    nl: 'Eén werkgever heeft zijn zetel buiten de gecoördineerde staten ({state:state}) naast een erbinnen: vraag de instelling.',
    sv: 'En arbetsgivare har sitt säte utanför de samordnade staterna ({state:state}), en annan innanför: fråga institutionen.',
    de: 'Ein Arbeitgeber hat seinen Sitz außerhalb der koordinierten Staaten ({state:state}), ein anderer innerhalb: Fragen Sie den Träger.',
  },
  'several-administrations': {
    en: 'Two administrations of different states employ this person: the regulation has no rule for it, ask the institution.',
    fr: 'Deux administrations d’États différents emploient cette personne : le règlement ne le prévoit pas, interrogez l’institution.',
    nl: 'Twee overheden van verschillende staten hebben deze persoon in dienst: de verordening regelt dat niet, vraag de instelling.',
    sv: 'Två förvaltningar i olika stater har personen anställd: förordningen har ingen regel för det, fråga institutionen.',
    de: 'Zwei Verwaltungen verschiedener Staaten beschäftigen diese Person: Die Verordnung regelt das nicht, fragen Sie den Träger.',
  },
} satisfies Readonly<Record<string, Words>>;
