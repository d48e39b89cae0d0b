import type { Language } from '@passerelle/rules';

/** What is printed on a contract by the month beyond the words of every contract. */
export interface MonthlyContractWords {
  /** With `{{seat}}`. */
  readonly placeHow: string;
  /** With `{{places}}`. */
  readonly placesKnown: string;
  readonly since: string;
  readonly from: string;
  readonly noLast: string;
  readonly former: string;
  /** With `{{version}}`, `{{date}}` and `{{sha256}}`. */
  readonly formerHow: string;
  readonly gross: string;
  readonly net: string;
  /** With `{{days}}`, `{{month}}` and `{{date}}`. */
  readonly payDayHow: string;
  /** Each with `{{employer}}` or nothing to fill in. */
  readonly clauses: readonly string[];
  /** With `{{date}}`, the last day. */
  readonly ends: string;
  /** With `{{version}}` and `{{date}}`. */
  readonly amends: string;
}

export const monthlyContractWords: Readonly<Record<Language, MonthlyContractWords>> = {
  en: {
    placeHow: 'At various places, which the order of each mission names. Seat of the employer: {{seat}}.',
    placesKnown: 'Agreed on the day of this paper: {{places}}.',
    since: 'First day of the employment',
    from: 'This version holds from',
    noLast: 'none: the employment has no last day',
    former: 'Changes',
    formerHow: 'version {{version}}, signed on {{date}}, SHA-256 {{sha256}}',
    gross: 'Gross each month',
    net: 'Expected net each month',
    payDayHow:
      'within {{days}} working days after the end of each month, the wage of {{month}} on {{date}} at the latest, whether or not clients have paid',
    clauses: [
      '{{employer}} is the only employer. It pays the wage and the contributions and answers for safety at work together with the clients.',
      'The work is that of the missions which the worker brings and {{employer}} accepts. The order of each mission names the work, its place and its days; a mission has no contract of its own.',
      'The wage is the same each month and is carried by the worker’s missions. Where they do not carry all of it in a month, she is paid what they carry, never less than the law asks; she is warned before.',
      'A change of the wage or of its end is a new version of this contract, which both sides accept again. What was signed stays as it was signed.',
    ],
    ends: 'The monthly wage is stopped: the last day of the employment is {{date}}. It is paid in full until then.',
    amends: 'From {{date}} on this version takes the place of version {{version}}, which holds until the day before.',
  },
  fr: {
    placeHow: 'En divers lieux, que nomme la commande de chaque mission. Siège de l’employeur : {{seat}}.',
    placesKnown: 'Convenus au jour de ce document : {{places}}.',
    since: 'Premier jour de l’emploi',
    from: 'Cette version vaut à partir du',
    noLast: 'aucun : l’emploi est à durée indéterminée',
    former: 'Modifie',
    formerHow: 'la version {{version}}, signée le {{date}}, SHA-256 {{sha256}}',
    gross: 'Brut par mois',
    net: 'Net attendu par mois',
    payDayHow:
      'dans les {{days}} jours ouvrables qui suivent chaque mois ({{month}} : le {{date}} au plus tard), que les clients aient payé ou non',
    clauses: [
      '{{employer}} est le seul employeur. La coopérative paie le salaire et les cotisations et répond de la sécurité au travail avec les clients.',
      'Le travail est celui des missions que la personne apporte et que {{employer}} accepte. La commande de chaque mission nomme le travail, son lieu et ses jours ; une mission n’a pas de contrat à elle.',
      'Le salaire est le même chaque mois et il est porté par les missions de la personne. Si elles ne le portent pas entièrement un mois donné, elle reçoit ce qu’elles portent, jamais moins que ce que la loi exige ; elle en est avertie à l’avance.',
      'Un changement du salaire ou de sa fin est une nouvelle version de ce contrat, que les deux parties acceptent à nouveau. Ce qui a été signé reste tel quel.',
    ],
    ends: 'Le salaire mensuel est arrêté : le dernier jour de l’emploi est le {{date}}. Il est payé en entier jusque-là.',
    amends: 'À partir du {{date}}, cette version remplace la version {{version}}, qui vaut jusqu’au jour précédent.',
  },
  nl: {
    placeHow: 'Op verschillende plaatsen, die de bestelling van elke opdracht noemt. Zetel van de werkgever: {{seat}}.',
    placesKnown: 'Overeengekomen op de dag van dit document: {{places}}.',
    since: 'Eerste dag van de tewerkstelling',
    from: 'Deze versie geldt vanaf',
    noLast: 'geen: de tewerkstelling geldt voor onbepaalde tijd',
    former: 'Wijzigt',
    formerHow: 'versie {{version}}, getekend op {{date}}, SHA-256 {{sha256}}',
    gross: 'Bruto per maand',
    net: 'Verwacht netto per maand',
    payDayHow:
      'binnen {{days}} werkdagen na het einde van elke maand, het loon van {{month}} uiterlijk op {{date}}, of de klanten betaald hebben of niet',
    clauses: [
      '{{employer}} is de enige werkgever. De coöperatie betaalt het loon en de bijdragen en staat samen met de klanten in voor de veiligheid op het werk.',
      'Het werk is dat van de opdrachten die de werknemer aanbrengt en die {{employer}} aanvaardt. De bestelling van elke opdracht noemt het werk, de plaats en de dagen; een opdracht heeft geen eigen contract.',
      'Het loon is elke maand hetzelfde en wordt gedragen door de opdrachten van de werknemer. Dragen zij het in een maand niet helemaal, dan krijgt zij wat zij dragen, nooit minder dan de wet vraagt; zij wordt vooraf gewaarschuwd.',
      'Een wijziging van het loon of van het einde ervan is een nieuwe versie van deze overeenkomst, die beide partijen opnieuw aanvaarden. Wat getekend is, blijft zoals het getekend is.',
    ],
    ends: 'Het maandloon stopt: de laatste dag van de tewerkstelling is {{date}}. Tot dan wordt het volledig betaald.',
    amends: 'Vanaf {{date}} komt deze versie in de plaats van versie {{version}}, die tot en met de dag ervoor geldt.',
  },
  sv: {
    placeHow: 'På olika platser, som anges i beställningen för varje uppdrag. Arbetsgivarens säte: {{seat}}.',
    placesKnown: 'Avtalade den dag då detta skrivs: {{places}}.',
    since: 'Anställningens första dag',
    from: 'Denna version gäller från',
    noLast: 'ingen: anställningen gäller tills vidare',
    former: 'Ändrar',
    formerHow: 'version {{version}}, underskriven {{date}}, SHA-256 {{sha256}}',
    gross: 'Bruttolön per månad',
    net: 'Väntat netto per månad',
    payDayHow:
      'inom {{days}} arbetsdagar efter varje månads slut, lönen för {{month}} senast {{date}}, vare sig kunderna har betalat eller inte',
    clauses: [
      '{{employer}} är ensam arbetsgivare. Kooperativet betalar lön och avgifter och svarar tillsammans med kunderna för säkerheten i arbetet.',
      'Arbetet är de uppdrag som den anställda tar med sig och som {{employer}} godkänner. Beställningen för varje uppdrag anger arbetet, platsen och dagarna; ett uppdrag har inget eget avtal.',
      'Lönen är densamma varje månad och bärs av den anställdas uppdrag. Om de en månad inte bär hela lönen betalas vad de bär, aldrig mindre än lagen kräver; den anställda varnas innan.',
      'En ändring av lönen eller av dess slut är en ny version av avtalet, som båda parter godkänner på nytt. Det som har skrivits under förblir som det skrevs under.',
    ],
    ends: 'Månadslönen upphör: anställningens sista dag är {{date}}. Den betalas i sin helhet till dess.',
    amends: 'Från {{date}} ersätter denna version version {{version}}, som gäller till dagen före.',
  },
  de: {
    placeHow: 'An verschiedenen Orten, die jeder Auftrag nennt. Sitz der Arbeitgeberin: {{seat}}.',
    placesKnown: 'Am Tag dieses Dokuments vereinbart: {{places}}.',
    since: 'Erster Tag der Beschäftigung',
    from: 'Diese Version gilt ab',
    noLast: 'keiner: Die Beschäftigung ist unbefristet',
    former: 'Ändert',
    formerHow: 'Version {{version}}, unterzeichnet am {{date}}, SHA-256 {{sha256}}',
    gross: 'Brutto im Monat',
    net: 'Erwartetes Netto im Monat',
    payDayHow:
      'binnen {{days}} Arbeitstagen nach dem Ende jedes Monats, der Lohn für {{month}} spätestens am {{date}}, ob die Auftraggeber gezahlt haben oder nicht',
    clauses: [
      '{{employer}} ist alleinige Arbeitgeberin. Sie zahlt Lohn und Beiträge und steht gemeinsam mit den Auftraggebern für die Sicherheit bei der Arbeit ein.',
      'Die Arbeit ist die der Aufträge, die die beschäftigte Person mitbringt und {{employer}} annimmt. Jeder Auftrag nennt die Arbeit, ihren Ort und ihre Tage; ein Auftrag hat keinen eigenen Vertrag.',
      'Der Lohn ist jeden Monat gleich und wird von den Aufträgen der beschäftigten Person getragen. Tragen sie ihn in einem Monat nicht ganz, so wird gezahlt, was sie tragen, nie weniger, als das Gesetz verlangt; sie wird vorher gewarnt.',
      'Eine Änderung des Lohns oder seines Endes ist eine neue Version dieses Vertrags, die beide Seiten neu annehmen. Was unterzeichnet ist, bleibt, wie es unterzeichnet wurde.',
    ],
    ends: 'Der Monatslohn endet: Letzter Tag der Beschäftigung ist der {{date}}. Bis dahin wird er ganz gezahlt.',
    amends:
      'Ab dem {{date}} tritt diese Version an die Stelle der Version {{version}}, die bis einschließlich zum Vortag gilt.',
  },
};
