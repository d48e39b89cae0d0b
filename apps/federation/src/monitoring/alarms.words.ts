import { inLanguage, type Language, type Words } from '@passerelle/doors';
import type { Alarm, AlarmKind } from './alarms.js';

/** What each alarm says; {0}, {1} … are the things it is about, in their order. */
const sentences: Readonly<Record<AlarmKind, Words>> = {
  'node-silent': {
    en: '{0} has said nothing for a while. Its figures are those of its last report.',
    fr: '{0} ne dit plus rien depuis un moment. Ses chiffres sont ceux de son dernier rapport.',
    nl: '{0} heeft al een tijd niets gezegd. De cijfers zijn die van het laatste verslag.',
    sv: '{0} har varit tyst ett tag. Siffrorna är från den senaste rapporten.',
    de: '{0} schweigt seit einiger Zeit. Die Zahlen stammen aus dem letzten Bericht.',
  },
  'node-never-heard': {
    en: '{0} stands in the roster and has never reported.',
    fr: '{0} figure au registre et n’a jamais fait de rapport.',
    nl: '{0} staat in het register en heeft nog nooit verslag gedaan.',
    sv: '{0} finns i registret och har aldrig rapporterat.',
    de: '{0} steht im Verzeichnis und hat noch nie berichtet.',
  },
  'node-behind-roster': {
    en: '{0} works with version {1} of the roster; version {2} is in force.',
    fr: '{0} travaille avec la version {1} du registre ; la version {2} est en vigueur.',
    nl: '{0} werkt met versie {1} van het register; versie {2} is van kracht.',
    sv: '{0} arbetar med version {1} av registret; version {2} gäller.',
    de: '{0} arbeitet mit Version {1} des Verzeichnisses; Version {2} gilt.',
  },
  'clock-off': {
    en: 'The clock of {0} is {1} seconds off.',
    fr: 'L’horloge de {0} a un écart de {1} secondes.',
    nl: 'De klok van {0} wijkt {1} seconden af.',
    sv: 'Klockan hos {0} går {1} sekunder fel.',
    de: 'Die Uhr von {0} weicht um {1} Sekunden ab.',
  },
  'link-late': {
    en: 'A message of {0} to {1} has waited for more than {2} seconds to be acknowledged.',
    fr: 'Un message de {0} à {1} attend depuis plus de {2} secondes d’être confirmé.',
    nl: 'Een bericht van {0} aan {1} wacht al meer dan {2} seconden op bevestiging.',
    sv: 'Ett meddelande från {0} till {1} har väntat mer än {2} sekunder på bekräftelse.',
    de: 'Eine Nachricht von {0} an {1} wartet seit mehr als {2} Sekunden auf Bestätigung.',
  },
  'link-down': {
    en: '{0} and {1} have not greeted each other.',
    fr: '{0} et {1} ne se sont pas salués.',
    nl: '{0} en {1} hebben elkaar niet begroet.',
    sv: '{0} och {1} har inte hälsat på varandra.',
    de: '{0} und {1} haben einander nicht begrüßt.',
  },
  'link-broken': {
    en: '{0} and {1} hold different histories of what {0} said. People must decide.',
    fr: '{0} et {1} ont deux historiques différents de ce que {0} a dit. Des personnes doivent trancher.',
    nl: '{0} en {1} hebben een verschillende geschiedenis van wat {0} zei. Mensen moeten beslissen.',
    sv: '{0} och {1} har olika historik över vad {0} sagt. Människor måste avgöra.',
    de: '{0} und {1} haben verschiedene Verläufe dessen, was {0} gesagt hat. Menschen müssen entscheiden.',
  },
  'sides-differ': {
    en: '{0} and {1} say different things of obligation {2}, although they have heard each other out.',
    fr: '{0} et {1} se contredisent sur la dette {2}, bien qu’ils aient tout entendu l’un de l’autre.',
    nl: '{0} en {1} spreken elkaar tegen over schuld {2}, hoewel ze alles van elkaar gehoord hebben.',
    sv: '{0} och {1} säger olika om skuld {2}, trots att de har hört varandra till slut.',
    de: '{0} und {1} sagen Verschiedenes über Schuld {2}, obwohl sie einander zu Ende gehört haben.',
  },
  'limit-exceeded': {
    en: '{0} owes {1} more than the limit of {2}.',
    fr: '{0} doit à {1} plus que la limite de {2}.',
    nl: '{0} is {1} meer schuldig dan de grens van {2}.',
    sv: '{0} är skyldig {1} mer än gränsen {2}.',
    de: '{0} schuldet {1} mehr als die Grenze von {2}.',
  },
  'cycle-results-differ': {
    en: 'Nodes report different results of cycle {0}.',
    fr: 'Des nœuds rapportent des résultats différents pour le cycle {0}.',
    nl: 'Knooppunten melden verschillende resultaten van cyclus {0}.',
    sv: 'Noder rapporterar olika resultat för cykel {0}.',
    de: 'Knoten melden verschiedene Ergebnisse des Zyklus {0}.',
  },
  'cycle-not-zero': {
    en: 'The positions of cycle {0} do not sum to zero.',
    fr: 'La somme des positions du cycle {0} n’est pas nulle.',
    nl: 'De posities van cyclus {0} zijn samen niet nul.',
    sv: 'Positionerna i cykel {0} summerar inte till noll.',
    de: 'Die Positionen des Zyklus {0} ergeben zusammen nicht null.',
  },
  'cycle-late': {
    en: 'Cycle {0} should have ended on {1}.',
    fr: 'Le cycle {0} aurait dû se terminer le {1}.',
    nl: 'Cyclus {0} had op {1} moeten eindigen.',
    sv: 'Cykel {0} skulle ha avslutats den {1}.',
    de: 'Der Zyklus {0} hätte am {1} enden sollen.',
  },
  'calendar-ends': {
    en: 'The calendar names no cycle after {0}, which ends on {1}. The members must sign the next years.',
    fr: 'Le calendrier ne nomme aucun cycle après {0}, qui se termine le {1}. Les membres doivent signer les années suivantes.',
    nl: 'De kalender noemt geen cyclus na {0}, die op {1} eindigt. De leden moeten de volgende jaren ondertekenen.',
    sv: 'Kalendern nämner ingen cykel efter {0}, som slutar den {1}. Medlemmarna måste underteckna de följande åren.',
    de: 'Der Kalender nennt keinen Zyklus nach {0}, der am {1} endet. Die Mitglieder müssen die nächsten Jahre unterschreiben.',
  },
  'leg-late': {
    en: 'The payment of {2} from {0} to {1} for cycle {3} is late.',
    fr: 'Le paiement de {2} de {0} à {1} pour le cycle {3} est en retard.',
    nl: 'De betaling van {2} van {0} aan {1} voor cyclus {3} is te laat.',
    sv: 'Betalningen på {2} från {0} till {1} för cykel {3} är försenad.',
    de: 'Die Zahlung von {2} von {0} an {1} für den Zyklus {3} ist verspätet.',
  },
  'leg-unpaid': {
    en: 'The payment of {2} from {0} to {1} for cycle {3} was not made.',
    fr: 'Le paiement de {2} de {0} à {1} pour le cycle {3} n’a pas été fait.',
    nl: 'De betaling van {2} van {0} aan {1} voor cyclus {3} is niet gedaan.',
    sv: 'Betalningen på {2} från {0} till {1} för cykel {3} har inte gjorts.',
    de: 'Die Zahlung von {2} von {0} an {1} für den Zyklus {3} ist ausgeblieben.',
  },
  'reports-refused': {
    en: '{1} reports on the subject of {0} were refused during the last hour.',
    fr: '{1} rapports sur le sujet de {0} ont été refusés pendant la dernière heure.',
    nl: '{1} verslagen onder de naam van {0} zijn het laatste uur geweigerd.',
    sv: '{1} rapporter på {0}s ämne har avvisats under den senaste timmen.',
    de: '{1} Berichte unter dem Namen von {0} wurden in der letzten Stunde abgelehnt.',
  },
  'obligations-unlisted': {
    en: '{0} has {1} more open obligations than its report has room for. Sums that it signs are incomplete.',
    fr: '{0} a {1} dettes ouvertes de plus que son rapport n’en peut contenir. Les sommes qu’il signe sont incomplètes.',
    nl: '{0} heeft {1} open schulden meer dan in het verslag passen. De sommen die erin ondertekend zijn, zijn onvolledig.',
    sv: '{0} har {1} fler öppna skulder än rapporten rymmer. Summorna som den undertecknar är ofullständiga.',
    de: '{0} hat {1} offene Schulden mehr, als in den Bericht passen. Die darin unterschriebenen Summen sind unvollständig.',
  },
};

/** The alarm as one sentence in the reader's language. */
export const alarmText = ({ kind, about }: Alarm, language: Language): string =>
  inLanguage(sentences[kind], language).replaceAll(/\{(\d)\}/g, (_, at: string) => about[Number(at)]!);
