import type { MissingFact, Supplier } from '../refusal.js';
import { type Words, reason } from '../words.js';
import type { A1Form } from './form.js';

/** One field of the form: its section (1 to 6), its label, and who can fill it in. */
export interface A1FormField {
  readonly section: 1 | 2 | 3 | 4 | 5 | 6;
  readonly path: string;
  readonly supplier: Supplier;
  readonly label: Words;
  readonly isNeeded: (form: A1Form) => boolean;
  readonly isGiven: (form: A1Form) => boolean;
}

/**
 * What a form still lacks and who supplies it: sections 1 to 5 for a request, section 6 as well for a certificate that has
 * come back.
 */
export const missingInForm = (form: A1Form, as: 'request' | 'certificate'): readonly MissingFact[] =>
  a1FormFields
    .filter(({ section }) => as === 'certificate' || section < 6)
    .filter((field) => field.isNeeded(form) && !field.isGiven(form))
    .map(({ path, supplier, label }) => ({ fact: path, supplier, question: reason(path, label) }));

type Section = keyof A1Form;

const sections: Readonly<Record<Section, A1FormField['section']>> = {
  holder: 1,
  legislation: 2,
  status: 3,
  activity: 4,
  places: 5,
  institution: 6,
};

function field<S extends Section>(
  section: S,
  name: keyof A1Form[S] & string,
  supplier: Supplier,
  label: Words,
  isNeeded: (form: A1Form) => boolean = always,
): A1FormField {
  const isGiven = (form: A1Form): boolean => isFilled(form[section][name]);
  return { section: sections[section], path: `${section}.${name}`, supplier, label, isNeeded, isGiven };
}

const always = (): boolean => true;
const never = (): boolean => false;

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

const words = (en: string, fr: string, nl: string, sv: string, de: string): Words => ({ en, fr, nl, sv, de });

/** Every field in the order of the form. A field that is not needed may still be filled in. */
export const a1FormFields: readonly A1FormField[] = [
  field(
    'holder',
    'personalNumber',
    'worker',
    words(
      'Personal identification number',
      'Numéro d’identification personnel',
      'Persoonlijk identificatienummer',
      'Personnummer',
      'Persönliche Kennnummer',
    ),
  ),
  field('holder', 'sex', 'worker', words('Sex', 'Sexe', 'Geslacht', 'Kön', 'Geschlecht')),
  field('holder', 'surname', 'worker', words('Surname', 'Nom', 'Achternaam', 'Efternamn', 'Familienname')),
  field('holder', 'forenames', 'worker', words('Forenames', 'Prénoms', 'Voornamen', 'Förnamn', 'Vornamen')),
  field(
    'holder',
    'surnameAtBirth',
    'worker',
    words('Surname at birth', 'Nom de naissance', 'Geboortenaam', 'Efternamn vid födelsen', 'Geburtsname'),
  ),
  field(
    'holder',
    'bornOn',
    'worker',
    words('Date of birth', 'Date de naissance', 'Geboortedatum', 'Födelsedatum', 'Geburtsdatum'),
  ),
  field(
    'holder',
    'bornAt',
    'worker',
    words('Place of birth', 'Lieu de naissance', 'Geboorteplaats', 'Födelseort', 'Geburtsort'),
  ),
  field(
    'holder',
    'nationalities',
    'worker',
    words('Nationalities', 'Nationalités', 'Nationaliteiten', 'Medborgarskap', 'Staatsangehörigkeiten'),
  ),
  field(
    'holder',
    'addressInResidenceState',
    'worker',
    words(
      'Address in the state of residence',
      'Adresse dans l’État de résidence',
      'Adres in de woonstaat',
      'Adress i bosättningsstaten',
      'Anschrift im Wohnstaat',
    ),
  ),
  field(
    'holder',
    'addressInStateOfStay',
    'worker',
    words(
      'Address in the state of stay',
      'Adresse dans l’État de séjour',
      'Adres in de staat van verblijf',
      'Adress i vistelsestaten',
      'Anschrift im Aufenthaltsstaat',
    ),
    ({ places }) => places.noFixedAddress !== true,
  ),
  field(
    'legislation',
    'state',
    'home',
    words(
      'State whose legislation applies',
      'État dont la législation s’applique',
      'Staat waarvan de wetgeving geldt',
      'Stat vars lagstiftning gäller',
      'Staat, dessen Rechtsvorschriften gelten',
    ),
  ),
  field('legislation', 'first', 'home', words('Start', 'Début', 'Begin', 'Början', 'Beginn')),
  field(
    'legislation',
    'last',
    'home',
    words('End', 'Fin', 'Einde', 'Slut', 'Ende'),
    ({ legislation }) => legislation.forDurationOfActivity !== true,
  ),
  field(
    'legislation',
    'forDurationOfActivity',
    'home',
    words(
      'For the duration of the activity',
      'Pour la durée de l’activité',
      'Voor de duur van de activiteit',
      'Så länge verksamheten pågår',
      'Für die Dauer der Tätigkeit',
    ),
    never,
  ),
  field(
    'legislation',
    'provisional',
    'institution',
    words(
      'Provisional determination',
      'Détermination provisoire',
      'Voorlopige vaststelling',
      'Preliminärt beslut',
      'Vorläufige Festlegung',
    ),
    never,
  ),
  field(
    'legislation',
    'transitionalRules',
    'institution',
    words(
      'Transitional rules apply',
      'Règles transitoires applicables',
      'Overgangsregels van toepassing',
      'Övergångsregler gäller',
      'Übergangsregelung gilt',
    ),
    never,
  ),
  field(
    'status',
    'kind',
    'home',
    words(
      'Status of the holder',
      'Statut de la personne',
      'Statuut van de houder',
      'Innehavarens ställning',
      'Status der Person',
    ),
  ),
  field(
    'status',
    'exceptionText',
    'home',
    words(
      'Reason for the exception',
      'Motif de l’exception',
      'Reden van de uitzondering',
      'Skäl för undantaget',
      'Grund der Ausnahme',
    ),
    ({ status }) => status.kind === 'exception',
  ),
  field(
    'activity',
    'selfEmployed',
    'home',
    words(
      'Employee or self-employed',
      'Salarié ou indépendant',
      'Werknemer of zelfstandige',
      'Anställd eller egenföretagare',
      'Beschäftigt oder selbständig',
    ),
  ),
  field(
    'activity',
    'codes',
    'home',
    words(
      'Numbers of the employer or business',
      'Numéros de l’employeur ou de l’entreprise',
      'Nummers van werkgever of bedrijf',
      'Arbetsgivarens eller företagets nummer',
      'Nummern des Arbeitgebers oder Betriebs',
    ),
  ),
  field(
    'activity',
    'name',
    'home',
    words(
      'Name of the employer or business',
      'Nom de l’employeur ou de l’entreprise',
      'Naam van werkgever of bedrijf',
      'Arbetsgivarens eller företagets namn',
      'Name des Arbeitgebers oder Betriebs',
    ),
  ),
  field(
    'activity',
    'address',
    'home',
    words(
      'Address of the employer or business',
      'Adresse de l’employeur ou de l’entreprise',
      'Adres van werkgever of bedrijf',
      'Arbetsgivarens eller företagets adress',
      'Anschrift des Arbeitgebers oder Betriebs',
    ),
  ),
  field(
    'places',
    'places',
    'host',
    words('Places of work', 'Lieux de travail', 'Plaatsen van het werk', 'Arbetsplatser', 'Arbeitsorte'),
    ({ places }) => places.noFixedAddress !== true,
  ),
  field(
    'places',
    'noFixedAddress',
    'host',
    words('No fixed address', 'Pas d’adresse fixe', 'Geen vast adres', 'Ingen fast adress', 'Keine feste Anschrift'),
    never,
  ),
  field(
    'institution',
    'name',
    'institution',
    words('Institution', 'Institution', 'Instelling', 'Institution', 'Träger'),
  ),
  field(
    'institution',
    'address',
    'institution',
    words(
      'Address of the institution',
      'Adresse de l’institution',
      'Adres van de instelling',
      'Institutionens adress',
      'Anschrift des Trägers',
    ),
  ),
  field(
    'institution',
    'id',
    'institution',
    words(
      'Number of the institution',
      'Numéro de l’institution',
      'Nummer van de instelling',
      'Institutionens nummer',
      'Kennnummer des Trägers',
    ),
  ),
  field(
    'institution',
    'phone',
    'institution',
    words('Telephone', 'Téléphone', 'Telefoon', 'Telefon', 'Telefon'),
    never,
  ),
  field('institution', 'email', 'institution', words('E-mail', 'E-mail', 'E-mail', 'E-post', 'E-Mail'), never),
  field('institution', 'date', 'institution', words('Date', 'Date', 'Datum', 'Datum', 'Datum')),
  field(
    'institution',
    'signature',
    'institution',
    words('Signature', 'Signature', 'Handtekening', 'Underskrift', 'Unterschrift'),
  ),
];
