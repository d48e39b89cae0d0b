import { type CountryCode, type Confidence, country } from '@passerelle/values';
import type { Source } from '../source.js';
import type { Words } from '../words.js';
import type { A1Kind } from './request.js';

/** Who issues certificates in a state, for whom, and how it is reached. */
export interface A1Issuer {
  readonly state: CountryCode;
  readonly name: string;
  readonly channel: string | null;
  readonly note: Words | null;
  readonly source: Source;
}

interface Entry extends A1Issuer {
  readonly kinds: readonly A1Kind[];
  readonly people: 'employees' | 'self-employed' | 'both';
}

/** The institution of a state for a kind of request, or undefined where none is known and a person must look. */
export const institutionFor = (state: CountryCode, kind: A1Kind, isSelfEmployed: boolean): A1Issuer | undefined =>
  institutions.find(
    (entry) =>
      entry.state === state &&
      entry.kinds.includes(kind) &&
      entry.people !== (isSelfEmployed ? 'employees' : 'self-employed'),
  );

const every: readonly A1Kind[] = ['posting', 'multistate', 'exception'];

const entry = (
  state: string,
  name: string,
  confidence: Confidence,
  text: string,
  more: Partial<Pick<Entry, 'channel' | 'note' | 'kinds' | 'people'>> = {},
): Entry => ({
  state: country(state),
  name,
  channel: null,
  note: null,
  kinds: every,
  people: 'both',
  ...more,
  source: { text, confidence },
});

const dimona: Words = {
  en: 'Ask before departure; a Dimona must cover the whole period.',
  fr: 'À demander avant le départ ; une Dimona doit couvrir toute la période.',
  nl: 'Aan te vragen voor het vertrek; een Dimona moet de hele periode dekken.',
  sv: 'Ansök före avresan; en Dimona måste täcka hela perioden.',
  de: 'Vor der Abreise beantragen; eine Dimona muss den ganzen Zeitraum decken.',
};

const olderSources: Words = {
  en: 'Older sources still name the CPAM.',
  fr: 'D’anciennes sources nomment encore la CPAM.',
  nl: 'Oudere bronnen noemen nog de CPAM.',
  sv: 'Äldre källor nämner fortfarande CPAM.',
  de: 'Ältere Quellen nennen noch die CPAM.',
};

const privatelyInsured: Words = {
  en: 'The worker’s health insurer, electronically from certified payroll software; the pension fund if privately insured.',
  fr: 'La caisse maladie de la personne, par logiciel de paie certifié ; la caisse de retraite en cas d’assurance privée.',
  nl: 'Het ziekenfonds van de werknemer, elektronisch uit gecertificeerde loonsoftware; het pensioenfonds bij particuliere verzekering.',
  sv: 'Personens sjukkassa, elektroniskt från certifierat löneprogram; pensionskassan vid privat försäkring.',
  de: 'Die Krankenkasse der Person, elektronisch aus zertifizierter Lohnsoftware; der Rentenversicherungsträger bei privat Versicherten.',
};

const institutions: readonly Entry[] = [
  entry('BE', 'ONSS/RSZ', 'confirmed', 'socialsecurity.be, Working abroad', {
    channel: 'Working abroad (online); the document goes to the e-Box',
    note: dimona,
    people: 'employees',
  }),
  entry('BE', 'INASTI/RSVZ', 'confirmed', 'socialsecurity.be, Working abroad', {
    channel: 'through the social insurance fund',
    people: 'self-employed',
  }),
  entry('FR', 'URSSAF', 'to-confirm', 'URSSAF, service mobilité internationale', {
    channel: 'mobilité internationale',
    note: olderSources,
  }),
  entry('SE', 'Försäkringskassan', 'to-confirm', 'Försäkringskassan'),
  entry('DE', 'Krankenkasse', 'confirmed', 'bahn-bkk-geschaeftskunden.de, A1-Bescheinigung', {
    note: privatelyInsured,
    kinds: ['posting'],
  }),
  entry('DE', 'DVKA (GKV-Spitzenverband)', 'confirmed', 'bahn-bkk-geschaeftskunden.de, A1-Bescheinigung', {
    kinds: ['multistate', 'exception'],
  }),
  entry('AT', 'ÖGK', 'to-confirm', 'ÖGK, ELDA', { channel: 'ELDA', kinds: ['posting'] }),
  entry('AT', 'Dachverband der Sozialversicherungsträger', 'secondary', 'sozialversicherung.at', {
    kinds: ['multistate', 'exception'],
  }),
  entry('NL', 'SVB', 'confirmed', 'C-570/15 X names the SVB as issuer'),
  entry('IT', 'INPS', 'to-confirm', 'INPS'),
  entry('ES', 'TGSS', 'secondary', 'Seguridad Social, TA.300', { channel: 'TA.300' }),
  entry('HU', 'Kormányhivatal / NEAK', 'to-confirm', 'NEAK'),
  entry('GB', 'HMRC', 'confirmed', 'HMRC manual NIM33090'),
  entry('NO', 'NAV', 'confirmed', 'navikt/melosys-eessi'),
  entry('CH', 'Ausgleichskasse (AHV)', 'to-confirm', 'ALPS', { channel: 'ALPS' }),
];
