import type { Words } from '../words.js';

/** What is said about how home and host share a worker. */
export const trapWords = {
  'posting-possible': {
    en: 'Home directs, pays and can dismiss; the host only finds the client and bills it. A posting is possible: keep the proof.',
    fr: 'La coopérative d’origine dirige, paie et peut licencier ; celle d’accueil trouve le client et le facture. Un détachement est possible : gardez-en la preuve.',
    nl: 'De thuiscoöperatie leidt, betaalt en kan ontslaan; de gastcoöperatie vindt de klant en factureert. Detachering is mogelijk: bewaar het bewijs.',
    sv: 'Hemkooperativet leder, betalar och kan säga upp; värdkooperativet hittar kunden och fakturerar. Utsändning är möjlig: spara beviset.',
    de: 'Die Heimatgenossenschaft leitet, zahlt und kann kündigen; die Gastgenossenschaft findet den Auftraggeber und stellt in Rechnung. Entsendung ist möglich: Nachweis aufbewahren.',
  },
  PASSED_ON_BY_HOST: {
    en: 'Refused: the host would receive the worker and place her with its client. That is no posting, but hiring-out. Let home direct the work, or ask an adviser to open it with a reason.',
    fr: 'Refusé : la coopérative d’accueil recevrait la personne et la placerait chez son client. Ce n’est pas un détachement mais une mise à disposition. Que la coopérative d’origine dirige le travail, ou qu’un conseiller l’autorise en indiquant un motif.',
    nl: 'Geweigerd: de gastcoöperatie zou de werknemer ontvangen en bij haar klant plaatsen. Dat is geen detachering maar terbeschikkingstelling. Laat de thuiscoöperatie het werk leiden, of laat een adviseur het met reden openstellen.',
    sv: 'Nekat: värdkooperativet skulle ta emot personen och placera henne hos sin kund. Det är ingen utsändning utan uthyrning. Låt hemkooperativet leda arbetet, eller be en rådgivare öppna för det och ange skäl.',
    de: 'Abgelehnt: Die Gastgenossenschaft würde die Person aufnehmen und bei ihrem Auftraggeber einsetzen. Das ist keine Entsendung, sondern Überlassung. Die Heimatgenossenschaft soll leiten, oder die Beratung öffnet es mit Begründung.',
  },
  opened: {
    en: 'The host places the worker: opened by {by} on {on}, because: {why}. The law of the host applies.',
    fr: 'La coopérative d’accueil place la personne : ouvert par {by} le {on}, motif : {why}. Le droit du pays d’accueil s’applique.',
    nl: 'De gastcoöperatie plaatst de werknemer: opengesteld door {by} op {on}, omdat: {why}. Het recht van de gaststaat geldt.',
    sv: 'Värdkooperativet placerar personen: öppnat av {by} den {on}, eftersom: {why}. Värdlandets lag gäller.',
    de: 'Die Gastgenossenschaft setzt die Person ein: geöffnet von {by} am {on}, weil: {why}. Es gilt das Recht des Gaststaats.',
  },
  'agency-licence': {
    en: 'Hiring out labour needs an agency licence there: {state:state}.',
    fr: 'La mise à disposition de personnel y exige une licence d’intérim : {state:state}.',
    nl: 'Terbeschikkingstelling van personeel vraagt daar een uitzendvergunning: {state:state}.',
    sv: 'Uthyrning av arbetskraft kräver tillstånd där: {state:state}.',
    de: 'Arbeitnehmerüberlassung braucht dort eine Erlaubnis: {state:state}.',
  },
  'two-employers': {
    en: 'The host hires the worker as well: two employers in two states. One law holds for both, and the other cooperative registers there; it costs more.',
    fr: 'La coopérative d’accueil embauche aussi : deux employeurs dans deux États. Un seul droit vaut pour les deux, et l’autre coopérative s’y immatricule ; cela coûte plus.',
    nl: 'De gastcoöperatie werft ook aan: twee werkgevers in twee staten. Eén recht geldt voor beide, en de andere coöperatie schrijft zich daar in; dat kost meer.',
    sv: 'Värdkooperativet anställer också: två arbetsgivare i två stater. En lag gäller för båda, och det andra kooperativet registrerar sig där; det kostar mer.',
    de: 'Die Gastgenossenschaft stellt ebenfalls ein: zwei Arbeitgeber in zwei Staaten. Ein Recht gilt für beide, und die andere Genossenschaft meldet sich dort an; das kostet mehr.',
  },
  unknown: {
    en: 'Who directs the work is not recorded yet.',
    fr: 'Qui dirige le travail n’est pas encore consigné.',
    nl: 'Wie het werk leidt is nog niet vastgelegd.',
    sv: 'Vem som leder arbetet är ännu inte antecknat.',
    de: 'Wer die Arbeit leitet, ist noch nicht festgehalten.',
  },
  directedBy: {
    en: 'Who directs the work, pays and can dismiss: home or host?',
    fr: 'Qui dirige le travail, paie et peut licencier : la coopérative d’origine ou celle d’accueil ?',
    nl: 'Wie leidt het werk, betaalt en kan ontslaan: thuis- of gastcoöperatie?',
    sv: 'Vem leder arbetet, betalar och kan säga upp: hem- eller värdkooperativet?',
    de: 'Wer leitet die Arbeit, zahlt und kann kündigen: Heimat- oder Gastgenossenschaft?',
  },
  placedByHost: {
    en: 'Does the host receive the worker and place her with its client?',
    fr: 'La coopérative d’accueil reçoit-elle la personne pour la placer chez son client ?',
    nl: 'Ontvangt de gastcoöperatie de werknemer en plaatst ze haar bij haar klant?',
    sv: 'Tar värdkooperativet emot personen och placerar henne hos sin kund?',
    de: 'Nimmt die Gastgenossenschaft die Person auf und setzt sie bei ihrem Auftraggeber ein?',
  },
  'home-share': {
    en: '{share} % of turnover is made at home; about {pointer} % is the usual pointer.',
    fr: '{share} % du chiffre d’affaires est réalisé dans le pays d’origine ; le repère usuel est d’environ {pointer} %.',
    nl: '{share} % van de omzet wordt in eigen land behaald; ongeveer {pointer} % is de gebruikelijke richtwaarde.',
    sv: '{share} % av omsättningen görs hemma; omkring {pointer} % är det vanliga riktmärket.',
    de: '{share} % des Umsatzes entstehen im eigenen Land; üblicher Anhaltspunkt sind etwa {pointer} %.',
  },
  'home-share-low': {
    en: 'Only {share} % of turnover is made at home, less than the usual {pointer} %: institutions may doubt the activity at the seat.',
    fr: 'Seulement {share} % du chiffre d’affaires est réalisé dans le pays d’origine, moins que les {pointer} % usuels : l’activité au siège peut être mise en doute.',
    nl: 'Slechts {share} % van de omzet wordt in eigen land behaald, minder dan de gebruikelijke {pointer} %: instellingen kunnen de activiteit aan de zetel betwijfelen.',
    sv: 'Bara {share} % av omsättningen görs hemma, mindre än de vanliga {pointer} %: verksamheten vid sätet kan ifrågasättas.',
    de: 'Nur {share} % des Umsatzes entstehen im eigenen Land, weniger als die üblichen {pointer} %: Träger können die Tätigkeit am Sitz bezweifeln.',
  },
} satisfies Readonly<Record<string, Words>>;
