import type { Words } from './words.js';

/** Why a host node may be told more than the mission needs: it has a legal duty of its own. */
export const hostDuties = ['site-access', 'host-withholding'] as const;

export type HostDuty = (typeof hostDuties)[number];

/** Beside a duty of the host: the worker has let two of her cooperatives tell each other. */
export type Ground = HostDuty | 'her-consent';

/** One kind of personal data, when it may go from the home node to the host node, and under which names it is found. */
export interface PersonalField {
  readonly name: string;
  readonly travels: 'always' | readonly Ground[] | 'never';
  /** Names of fields in a message, without case and signs: `dateOfBirth` and `date_of_birth` are one. */
  readonly keys: readonly string[];
  readonly label: Words;
}

const field = (
  name: string,
  travels: PersonalField['travels'],
  keys: string,
  [en, fr, nl, sv, de]: readonly [string, string, string, string, string],
): PersonalField => ({ name, travels, keys: keys.split(' '), label: { en, fr, nl, sv, de } });

/** What may travel between nodes about a worker (GDPR Art. 5(1)(c)): only the first group unless the host has a duty. */
export const personalFields: readonly PersonalField[] = [
  field('name', 'always', 'name displayname workername', ['Name', 'Nom', 'Naam', 'Namn', 'Name']),
  field('role', 'always', 'role function occupation', ['Role', 'Fonction', 'Functie', 'Roll', 'Funktion']),
  field('dates', 'always', 'first last days from to start end', [
    'Mission dates',
    'Dates de la mission',
    'Data van de opdracht',
    'Uppdragets datum',
    'Daten des Auftrags',
  ]),
  field('place', 'always', 'place placeofwork host', ['Place', 'Lieu', 'Plaats', 'Plats', 'Ort']),
  field('contact', 'always', 'contact', ['Contact', 'Contact', 'Contact', 'Kontakt', 'Kontakt']),
  field('a1', 'always', 'a1 a1reference a1state a1first a1last', [
    'A1 reference, state and validity',
    'Référence, État et validité du A1',
    'Referentie, staat en geldigheid van de A1',
    'A1-referens, stat och giltighet',
    'A1-Aktenzeichen, Staat und Gültigkeit',
  ]),
  field('notice', 'always', 'notice noticenumber', [
    'Number of the host notice',
    'Numéro de la déclaration',
    'Nummer van de melding',
    'Anmälans nummer',
    'Nummer der Meldung',
  ]),
  field('amounts', 'always', 'amount amounts price hostshare', [
    'Amounts to settle',
    'Montants à régler',
    'Te vereffenen bedragen',
    'Belopp att avräkna',
    'Zu verrechnende Beträge',
  ]),
  field('birth', ['site-access', 'host-withholding'], 'dateofbirth birthdate bornon', [
    'Date of birth',
    'Date de naissance',
    'Geboortedatum',
    'Födelsedatum',
    'Geburtsdatum',
  ]),
  field('address', ['site-access', 'host-withholding'], 'homeaddress workeraddress privateaddress', [
    'Address',
    'Adresse',
    'Adres',
    'Adress',
    'Anschrift',
  ]),
  field(
    'identity-document',
    ['site-access', 'host-withholding'],
    'identitydocument identitydocumentnumber passportnumber idcardnumber',
    ['Identity document', 'Pièce d’identité', 'Identiteitsdocument', 'Identitetshandling', 'Ausweis'],
  ),
  field('tax-base', ['host-withholding'], 'missiongross taxbase', [
    'Gross and tax base of the mission',
    'Brut et base d’impôt de la mission',
    'Bruto en belastbare basis van de opdracht',
    'Uppdragets brutto och skatteunderlag',
    'Brutto und Steuerbasis des Auftrags',
  ]),
  field('day-counts', ['her-consent'], 'person spans counts', [
    'Sums of days in a country over whole months, of a person under a name used once',
    'Sommes de jours dans un pays sur des mois entiers, d’une personne sous un nom à usage unique',
    'Sommen van dagen in een land over hele maanden, van iemand onder een eenmalige naam',
    'Summor av dagar i ett land över hela månader, för en person under ett engångsnamn',
    'Summen von Tagen in einem Land über ganze Monate, von einer Person unter einem einmaligen Namen',
  ]),
  field('payslip', 'never', 'payslip payslips payslipid payslipids netpay', [
    'Payslips',
    'Bulletins de paie',
    'Loonfiches',
    'Lönespecifikationer',
    'Lohnabrechnungen',
  ]),
  field('bank-account', 'never', 'iban bankaccount workeriban accountnumber', [
    'Bank account',
    'Compte bancaire',
    'Bankrekening',
    'Bankkonto',
    'Bankkonto',
  ]),
  field('family', 'never', 'family children maritalstatus spouse dependants', [
    'Family',
    'Famille',
    'Gezin',
    'Familj',
    'Familie',
  ]),
  field('health', 'never', 'health sickness sickleave sickleavereason diagnosis', [
    'Health and reason of sick leave',
    'Santé et motif d’arrêt',
    'Gezondheid en reden van ziekte',
    'Hälsa och skäl för sjukfrånvaro',
    'Gesundheit und Grund der Krankheit',
  ]),
  field('union', 'never', 'union unionmembership tradeunion', [
    'Trade union',
    'Syndicat',
    'Vakbond',
    'Fackförening',
    'Gewerkschaft',
  ]),
  field(
    'national-number',
    'never',
    'nationalnumber nationalid niss insz nir bsn personnummer personalnumber socialsecuritynumber',
    ['National number', 'Numéro national', 'Nationaal nummer', 'Personnummer', 'Nationale Nummer'],
  ),
  field('other-missions', 'never', 'othermissions otherstays othermissionids earlierpostings activities', [
    'Other missions',
    'Autres missions',
    'Andere opdrachten',
    'Andra uppdrag',
    'Andere Aufträge',
  ]),
];

/** A field in a message that may not travel: where it stands and what it is. */
export interface Leak {
  readonly path: string;
  readonly field: PersonalField;
}

/** Every field of a message, however deep, that may not travel on these grounds. */
export function leaksIn(message: unknown, grounds: readonly Ground[] = [], path = ''): readonly Leak[] {
  if (Array.isArray(message)) return message.flatMap((item, index) => leaksIn(item, grounds, `${path}[${index}]`));
  if (typeof message !== 'object' || message === null) return [];
  return Object.entries(message).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const found = fieldOf(key);
    const own = found && !mayTravel(found, grounds) ? [{ path: at, field: found }] : [];
    return [...own, ...leaksIn(value, grounds, at)];
  });
}

/** Only what may travel: every field whose name is not known is left at home too. */
export const stripped = (
  facts: Readonly<Record<string, unknown>>,
  grounds: readonly Ground[] = [],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => {
      const found = fieldOf(key);
      return found !== undefined && mayTravel(found, grounds) && leaksIn(value, grounds).length === 0;
    }),
  );

const fields = new Map(personalFields.flatMap((one) => one.keys.map((key) => [key, one] as const)));

const fieldOf = (key: string): PersonalField | undefined => fields.get(key.toLowerCase().replace(/[^a-z0-9]/g, ''));

const mayTravel = ({ travels }: PersonalField, grounds: readonly Ground[]): boolean =>
  travels === 'always' || (travels !== 'never' && travels.some((ground) => grounds.includes(ground)));
