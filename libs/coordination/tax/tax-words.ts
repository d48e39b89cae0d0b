import type { Words } from '../words.js';
import type { TaxFlag } from './question.js';

type Key =
  TaxFlag | 'treaty-of-1964' | 'looks-through' | 'borneInHost' | 'certificateReceived' | 'stays' | 'daysElsewhere';

/** What each flag of income tax means, and what is asked when a fact is missing. */
export const taxWords: Readonly<Record<Key, Words>> = {
  ART17_PERFORMER: {
    en: 'On stage or in sport the host may tax from the first day, also when the fee goes to the cooperative (Art. 17).',
    fr: 'Sur scène ou en sport, le pays d’accueil peut imposer dès le premier jour, même si le cachet va à la coopérative (art. 17).',
    nl: 'Op het podium of in de sport mag de gaststaat vanaf de eerste dag belasten, ook als de gage naar de coöperatie gaat (art. 17).',
    sv: 'På scen eller inom idrott får värdlandet beskatta från första dagen, även när gaget går till kooperativet (art. 17).',
    de: 'Auf der Bühne oder im Sport darf der Gaststaat ab dem ersten Tag besteuern, auch wenn die Gage an die Genossenschaft geht (Art. 17).',
  },
  DAYS_OVER_183: {
    en: '{days} days in the host within twelve months, more than {most}: wages may be taxed there.',
    fr: '{days} jours dans le pays d’accueil en douze mois, plus de {most} : le salaire peut y être imposé.',
    nl: '{days} dagen in de gaststaat binnen twaalf maanden, meer dan {most}: het loon mag daar worden belast.',
    sv: '{days} dagar i värdlandet inom tolv månader, mer än {most}: lönen får beskattas där.',
    de: '{days} Tage im Gaststaat innerhalb von zwölf Monaten, mehr als {most}: Der Lohn darf dort besteuert werden.',
  },
  COST_BORNE_IN_HOST: {
    en: 'The wage is borne in the host: the host cooperative or the client may count as employer, and the host may tax.',
    fr: 'Le salaire est supporté dans le pays d’accueil : la coopérative d’accueil ou le client peut passer pour employeur, et le pays d’accueil peut imposer.',
    nl: 'Het loon wordt in de gaststaat gedragen: de gastcoöperatie of de klant kan als werkgever gelden, en de gaststaat mag belasten.',
    sv: 'Lönekostnaden bärs i värdlandet: värdkooperativet eller kunden kan räknas som arbetsgivare, och värdlandet får beskatta.',
    de: 'Der Lohn wird im Gaststaat getragen: Gastgenossenschaft oder Auftraggeber können als Arbeitgeber gelten, und der Gaststaat darf besteuern.',
  },
  SPLIT_FEE: {
    en: 'One contract for performing and for other work: share the fee out, each part follows its own article.',
    fr: 'Un seul contrat pour la scène et pour un autre travail : ventilez le cachet, chaque part suit son article.',
    nl: 'Eén contract voor optreden en ander werk: verdeel de vergoeding, elk deel volgt zijn eigen artikel.',
    sv: 'Ett avtal för framträdande och annat arbete: dela upp ersättningen, varje del följer sin egen artikel.',
    de: 'Ein Vertrag für Auftritt und andere Arbeit: Teilen Sie das Entgelt auf, jeder Teil folgt seinem Artikel.',
  },
  TAX_CERTIFICATE_MISSING: {
    en: 'No tax certificate is in the papers: without it the tax at home cannot be relieved.',
    fr: 'Aucun certificat fiscal au dossier : sans lui, pas d’allègement d’impôt dans le pays d’origine.',
    nl: 'Er zit geen belastingattest in het dossier: zonder attest is er in eigen land geen belastingvermindering.',
    sv: 'Inget skatteintyg finns i handlingarna: utan det ges ingen lättnad hemma.',
    de: 'Keine Steuerbescheinigung liegt vor: Ohne sie gibt es im Heimatstaat keine Steuerentlastung.',
  },
  'treaty-of-1964': {
    en: 'French-resident employees of a French entity are untaxed in Belgium up to 183 days by the practice under the treaty of 1964: check that it still stands.',
    fr: 'Les salariés résidents français d’une entité française ne sont pas imposés en Belgique jusqu’à 183 jours selon la pratique de la convention de 1964 : vérifiez qu’elle vaut toujours.',
    nl: 'In Frankrijk wonende werknemers van een Franse entiteit worden in België tot 183 dagen niet belast volgens de praktijk van het verdrag van 1964: controleer of dat nog geldt.',
    sv: 'I Frankrike bosatta anställda hos en fransk enhet beskattas inte i Belgien upp till 183 dagar enligt praxis till avtalet från 1964: kontrollera att det ännu gäller.',
    de: 'In Frankreich ansässige Beschäftigte eines französischen Rechtsträgers bleiben in Belgien bis 183 Tage unbesteuert (Praxis zum Abkommen von 1964): prüfen, ob es noch gilt.',
  },
  'looks-through': {
    en: 'This host looks through hiring-out and asks who really directs the work: {state:state}.',
    fr: 'Ce pays regarde au-delà de la mise à disposition et demande qui dirige réellement le travail : {state:state}.',
    nl: 'Deze gaststaat kijkt door terbeschikkingstelling heen en vraagt wie het werk werkelijk leidt: {state:state}.',
    sv: 'Detta värdland ser bortom uthyrningen och frågar vem som i praktiken leder arbetet: {state:state}.',
    de: 'Dieser Gaststaat sieht durch Überlassung hindurch und fragt, wer die Arbeit wirklich leitet: {state:state}.',
  },
  borneInHost: {
    en: 'Does the host cooperative or the client bear the wage, or direct the work?',
    fr: 'La coopérative d’accueil ou le client supporte-t-il le salaire, ou dirige-t-il le travail ?',
    nl: 'Draagt de gastcoöperatie of de klant het loon, of leidt die het werk?',
    sv: 'Bär värdkooperativet eller kunden lönen, eller leder de arbetet?',
    de: 'Trägt die Gastgenossenschaft oder der Auftraggeber den Lohn oder leitet die Arbeit?',
  },
  certificateReceived: {
    en: 'Is a tax certificate of the host in the mission’s papers?',
    fr: 'Un certificat fiscal du pays d’accueil figure-t-il au dossier de la mission ?',
    nl: 'Zit er een belastingattest van de gaststaat in het dossier van de opdracht?',
    sv: 'Finns ett skatteintyg från värdlandet bland uppdragets handlingar?',
    de: 'Liegt eine Steuerbescheinigung des Gaststaats in den Unterlagen des Auftrags?',
  },
  stays: {
    en: 'Which days did and will the worker spend in the host state?',
    fr: 'Quels jours la personne a-t-elle passés et passera-t-elle dans l’État d’accueil ?',
    nl: 'Welke dagen bracht en brengt de werknemer in de gaststaat door?',
    sv: 'Vilka dagar har personen varit och ska vara i värdstaten?',
    de: 'Welche Tage hat die Person im Gaststaat verbracht, und welche wird sie dort verbringen?',
  },
  daysElsewhere: {
    en: 'Together with the days that another cooperative of hers counts there, is she there for more than 183 days in any twelve months?',
    fr: 'Avec les jours qu’une autre coopérative compte là-bas, y est-elle plus de 183 jours sur douze mois ?',
    nl: 'Is ze er, samen met de dagen die een andere coöperatie van haar telt, meer dan 183 dagen in twaalf maanden?',
    sv: 'Är hon där mer än 183 dagar på tolv månader, med dagarna som ett annat kooperativ räknar?',
    de: 'Ist sie dort mit den Tagen, die eine andere Genossenschaft zählt, mehr als 183 Tage in zwölf Monaten?',
  },
};
