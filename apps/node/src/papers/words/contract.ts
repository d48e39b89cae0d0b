import type { ContractTopic, Language } from '@passerelle/rules';

/** Of what a contract must tell, the topics on which a country may have nothing to say. */
export type OpenTopic = Exclude<ContractTopic, 'form' | 'reason' | 'activity'>;
export const openTopics: readonly OpenTopic[] = ['leave', 'trial', 'training', 'agreement', 'notice'];

/** What is printed on a contract between a worker and her cooperative. */
export interface ContractWords {
  readonly version: string;
  readonly employer: string;
  readonly worker: string;
  readonly vatNumber: string;
  readonly bornOn: string;
  readonly noAddress: string;
  readonly what: string;
  readonly work: string;
  readonly client: string;
  readonly place: string;
  readonly first: string;
  readonly last: string;
  readonly days: string;
  readonly agreed: string;
  /** Beside what nobody has said. */
  readonly assumed: string;
  readonly yes: string;
  readonly no: string;
  readonly pay: string;
  readonly gross: string;
  readonly net: string;
  /** With `{{rules}}`. */
  readonly netHow: string;
  readonly payDay: string;
  /** With `{{date}}`. */
  readonly payDayHow: string;
  readonly account: string;
  /** With `{{end}}`, the last digits of her account. */
  readonly accountHow: string;
  readonly law: string;
  readonly contractLaw: string;
  readonly institution: string;
  readonly terms: string;
  /** Each with `{{employer}}`, `{{client}}`, `{{reference}}` or nothing to fill in. */
  readonly clauses: readonly string[];
  readonly openEnded: string;
  /** With `{{country}}` and `{{currency}}`. */
  readonly abroad: string;
  /** After a sentence whose law nobody has opened. */
  readonly unconfirmed: string;
  /** With `{{topics}}`. */
  readonly open: string;
  readonly topics: Readonly<Record<OpenTopic, string>>;
  /** With `{{worker}}` and `{{employer}}`. */
  readonly signed: string;
  /** With `{{email}}`. */
  readonly byAccount: string;
}

export const contractWords: Readonly<Record<Language, ContractWords>> = {
  en: {
    version: 'Version {{version}}',
    employer: 'The employer',
    worker: 'The worker',
    vatNumber: 'VAT number',
    bornOn: 'Born on',
    noAddress: 'Address not told to the cooperative yet',
    what: 'The work',
    work: 'Work',
    client: 'For the client',
    place: 'Place',
    first: 'First day',
    last: 'Last day',
    days: 'Days of work',
    agreed: 'What both agree on',
    assumed: 'usual value, nobody said otherwise',
    yes: 'yes',
    no: 'no',
    pay: 'The pay',
    gross: 'Gross for all days',
    net: 'Expected net',
    netHow: 'computed by the rules {{rules}} with what is known on the day of this paper; the payslip decides',
    payDay: 'Paid on',
    payDayHow: '{{date}} at the latest, whether or not the client has paid',
    account: 'Paid to',
    accountHow: 'the worker’s account ending in {{end}}',
    law: 'Law and social security',
    contractLaw: 'Kind of contract',
    institution: 'Contributions go to',
    terms: 'Terms',
    clauses: [
      '{{employer}} is the only employer. It pays the wage and the contributions and answers for safety at work together with the client.',
      'The work is that of order {{reference}}, which {{client}} has accepted. Nobody but {{employer}} gives orders that change it.',
      'A change of the work, the days or the price is a new version of this contract, which both sides accept again.',
    ],
    openEnded:
      'The mission is work within an employment without a last day: the last day above ends the mission, not the employment.',
    abroad:
      'The work is done abroad ({{country}}) on the days above. The wage is paid in {{currency}}; the A1 certificate of the mission says where the worker is insured.',
    unconfirmed: 'not yet checked by the cooperative against the law itself',
    open: 'Not recorded at the cooperative, and so not in this paper: {{topics}}. The employer tells the worker within a month of the first day (Directive (EU) 2019/1152, art. 4 and 5).',
    topics: {
      leave: 'paid leave',
      trial: 'a period of trial',
      training: 'training',
      agreement: 'collective agreements that apply',
      notice: 'how either side ends the contract',
    },
    signed: '{{worker}} signed this contract, which {{employer}} had offered.',
    byAccount: 'Signed in to her own account at the cooperative, {{email}}',
  },
  fr: {
    version: 'Version {{version}}',
    employer: 'L’employeur',
    worker: 'La personne salariée',
    vatNumber: 'N° de TVA',
    bornOn: 'Date de naissance',
    noAddress: 'Adresse pas encore communiquée à la coopérative',
    what: 'Le travail',
    work: 'Travail',
    client: 'Pour le client',
    place: 'Lieu',
    first: 'Premier jour',
    last: 'Dernier jour',
    days: 'Jours de travail',
    agreed: 'Ce dont les deux conviennent',
    assumed: 'valeur habituelle, personne n’a dit autre chose',
    yes: 'oui',
    no: 'non',
    pay: 'La rémunération',
    gross: 'Brut pour tous les jours',
    net: 'Net attendu',
    netHow:
      'calculé selon les règles {{rules}} avec ce qui est connu au jour de ce document ; la fiche de paie fait foi',
    payDay: 'Payé le',
    payDayHow: '{{date}} au plus tard, que le client ait payé ou non',
    account: 'Payé sur',
    accountHow: 'le compte de la personne se terminant par {{end}}',
    law: 'Droit et sécurité sociale',
    contractLaw: 'Nature du contrat',
    institution: 'Cotisations versées à',
    terms: 'Conditions',
    clauses: [
      '{{employer}} est le seul employeur. La coopérative paie le salaire et les cotisations et répond de la sécurité au travail avec le client.',
      'Le travail est celui de la commande {{reference}}, que {{client}} a acceptée. Personne d’autre que {{employer}} ne donne d’instruction qui le modifie.',
      'Un changement du travail, des jours ou du prix est une nouvelle version de ce contrat, que les deux parties acceptent à nouveau.',
    ],
    openEnded:
      'La mission est un travail au sein d’un emploi à durée indéterminée : le dernier jour ci-dessus met fin à la mission, non à l’emploi.',
    abroad:
      'Le travail est fait à l’étranger ({{country}}), aux jours ci-dessus. Le salaire est payé en {{currency}} ; le certificat A1 de la mission indique où la personne est assurée.',
    unconfirmed: 'pas encore vérifié par la coopérative dans la loi elle-même',
    open: 'Pas enregistré à la coopérative, donc absent de ce document : {{topics}}. L’employeur en informe la personne dans le mois qui suit le premier jour (directive (UE) 2019/1152, art. 4 et 5).',
    topics: {
      leave: 'congés payés',
      trial: 'période d’essai',
      training: 'formation',
      agreement: 'conventions collectives applicables',
      notice: 'façon dont chaque partie met fin au contrat',
    },
    signed: '{{worker}} a signé ce contrat, que {{employer}} avait proposé.',
    byAccount: 'Par connexion à son propre compte à la coopérative, {{email}}',
  },
  nl: {
    version: 'Versie {{version}}',
    employer: 'De werkgever',
    worker: 'De werknemer',
    vatNumber: 'Btw-nummer',
    bornOn: 'Geboren op',
    noAddress: 'Adres nog niet aan de coöperatie meegedeeld',
    what: 'Het werk',
    work: 'Werk',
    client: 'Voor de klant',
    place: 'Plaats',
    first: 'Eerste dag',
    last: 'Laatste dag',
    days: 'Werkdagen',
    agreed: 'Wat beiden overeenkomen',
    assumed: 'gebruikelijke waarde, niemand zei iets anders',
    yes: 'ja',
    no: 'nee',
    pay: 'Het loon',
    gross: 'Bruto voor alle dagen',
    net: 'Verwacht netto',
    netHow: 'berekend volgens de regels {{rules}} met wat op de dag van dit document bekend is; de loonfiche beslist',
    payDay: 'Betaald op',
    payDayHow: 'uiterlijk {{date}}, of de klant nu betaald heeft of niet',
    account: 'Betaald op',
    accountHow: 'de rekening van de werknemer die eindigt op {{end}}',
    law: 'Recht en sociale zekerheid',
    contractLaw: 'Soort overeenkomst',
    institution: 'Bijdragen gaan naar',
    terms: 'Voorwaarden',
    clauses: [
      '{{employer}} is de enige werkgever. Zij betaalt het loon en de bijdragen en staat samen met de klant in voor de veiligheid op het werk.',
      'Het werk is dat van bestelling {{reference}}, die {{client}} aanvaard heeft. Alleen {{employer}} geeft instructies die het wijzigen.',
      'Een wijziging van het werk, de dagen of de prijs is een nieuwe versie van deze overeenkomst, die beide partijen opnieuw aanvaarden.',
    ],
    openEnded:
      'De opdracht is werk binnen een tewerkstelling voor onbepaalde tijd: de laatste dag hierboven beëindigt de opdracht, niet de tewerkstelling.',
    abroad:
      'Het werk gebeurt in het buitenland ({{country}}), op de dagen hierboven. Het loon wordt betaald in {{currency}}; de A1-verklaring van de opdracht zegt waar de werknemer verzekerd is.',
    unconfirmed: 'door de coöperatie nog niet in de wet zelf nagekeken',
    open: 'Niet vastgelegd bij de coöperatie en dus niet in dit document: {{topics}}. De werkgever deelt het mee binnen een maand na de eerste dag (Richtlijn (EU) 2019/1152, art. 4 en 5).',
    topics: {
      leave: 'betaald verlof',
      trial: 'een proefperiode',
      training: 'opleiding',
      agreement: 'toepasselijke collectieve arbeidsovereenkomsten',
      notice: 'hoe elke partij de overeenkomst beëindigt',
    },
    signed: '{{worker}} heeft deze overeenkomst getekend, die {{employer}} had aangeboden.',
    byAccount: 'Aangemeld met haar eigen account bij de coöperatie, {{email}}',
  },
  sv: {
    version: 'Version {{version}}',
    employer: 'Arbetsgivaren',
    worker: 'Arbetstagaren',
    vatNumber: 'Momsnummer',
    bornOn: 'Född',
    noAddress: 'Adress ännu inte lämnad till kooperativet',
    what: 'Arbetet',
    work: 'Arbete',
    client: 'För kunden',
    place: 'Plats',
    first: 'Första dag',
    last: 'Sista dag',
    days: 'Arbetsdagar',
    agreed: 'Vad båda har kommit överens om',
    assumed: 'vanligt värde, ingen har sagt annat',
    yes: 'ja',
    no: 'nej',
    pay: 'Lönen',
    gross: 'Brutto för alla dagar',
    net: 'Väntat netto',
    netHow: 'beräknat enligt reglerna {{rules}} med det som är känt den dag då detta skrivs; lönespecifikationen avgör',
    payDay: 'Betalas',
    payDayHow: 'senast {{date}}, vare sig kunden har betalat eller inte',
    account: 'Betalas till',
    accountHow: 'arbetstagarens konto som slutar på {{end}}',
    law: 'Lag och socialförsäkring',
    contractLaw: 'Typ av avtal',
    institution: 'Avgifterna går till',
    terms: 'Villkor',
    clauses: [
      '{{employer}} är ensam arbetsgivare. Kooperativet betalar lön och avgifter och svarar tillsammans med kunden för säkerheten i arbetet.',
      'Arbetet är det i beställning {{reference}}, som {{client}} har godkänt. Ingen annan än {{employer}} ger order som ändrar det.',
      'En ändring av arbetet, dagarna eller priset är en ny version av avtalet, som båda parter godkänner på nytt.',
    ],
    openEnded:
      'Uppdraget är arbete inom en tillsvidareanställning: den sista dagen ovan avslutar uppdraget, inte anställningen.',
    abroad:
      'Arbetet utförs utomlands ({{country}}) de dagar som anges ovan. Lönen betalas i {{currency}}; uppdragets A1-intyg visar var arbetstagaren är försäkrad.',
    unconfirmed: 'ännu inte kontrollerat av kooperativet i själva lagen',
    open: 'Inte registrerat hos kooperativet och därför inte med här: {{topics}}. Arbetsgivaren informerar arbetstagaren inom en månad från första dagen (direktiv (EU) 2019/1152, art. 4 och 5).',
    topics: {
      leave: 'betald semester',
      trial: 'provanställning',
      training: 'utbildning',
      agreement: 'tillämpliga kollektivavtal',
      notice: 'uppsägning av avtalet',
    },
    signed: '{{worker}} skrev under detta avtal, som {{employer}} hade erbjudit.',
    byAccount: 'Inloggad på sitt eget konto hos kooperativet, {{email}}',
  },
  de: {
    version: 'Version {{version}}',
    employer: 'Die Arbeitgeberin',
    worker: 'Die beschäftigte Person',
    vatNumber: 'USt-IdNr.',
    bornOn: 'Geboren am',
    noAddress: 'Anschrift der Genossenschaft noch nicht mitgeteilt',
    what: 'Die Arbeit',
    work: 'Arbeit',
    client: 'Für den Auftraggeber',
    place: 'Ort',
    first: 'Erster Tag',
    last: 'Letzter Tag',
    days: 'Arbeitstage',
    agreed: 'Was beide vereinbaren',
    assumed: 'üblicher Wert, niemand hat etwas anderes gesagt',
    yes: 'ja',
    no: 'nein',
    pay: 'Der Lohn',
    gross: 'Brutto für alle Tage',
    net: 'Erwartetes Netto',
    netHow:
      'berechnet nach den Regeln {{rules}} mit dem, was am Tag dieses Dokuments bekannt ist; die Lohnabrechnung entscheidet',
    payDay: 'Gezahlt am',
    payDayHow: 'spätestens {{date}}, ob der Auftraggeber gezahlt hat oder nicht',
    account: 'Gezahlt auf',
    accountHow: 'das Konto der beschäftigten Person, das auf {{end}} endet',
    law: 'Recht und Sozialversicherung',
    contractLaw: 'Art des Vertrags',
    institution: 'Beiträge gehen an',
    terms: 'Bedingungen',
    clauses: [
      '{{employer}} ist alleinige Arbeitgeberin. Sie zahlt Lohn und Beiträge und steht gemeinsam mit dem Auftraggeber für die Sicherheit bei der Arbeit ein.',
      'Die Arbeit ist die des Auftrags {{reference}}, den {{client}} angenommen hat. Niemand außer {{employer}} gibt Weisungen, die sie ändern.',
      'Eine Änderung der Arbeit, der Tage oder des Preises ist eine neue Version dieses Vertrags, die beide Seiten neu annehmen.',
    ],
    openEnded:
      'Der Auftrag ist Arbeit innerhalb einer unbefristeten Beschäftigung: Der letzte Tag oben beendet den Auftrag, nicht die Beschäftigung.',
    abroad:
      'Die Arbeit wird im Ausland ({{country}}) geleistet, an den Tagen oben. Der Lohn wird in {{currency}} gezahlt; die A1-Bescheinigung des Auftrags sagt, wo die Person versichert ist.',
    unconfirmed: 'von der Genossenschaft noch nicht am Gesetz selbst geprüft',
    open: 'Bei der Genossenschaft nicht festgehalten und daher nicht in diesem Dokument: {{topics}}. Die Arbeitgeberin teilt es binnen eines Monats nach dem ersten Tag mit (Richtlinie (EU) 2019/1152, Art. 4 und 5).',
    topics: {
      leave: 'bezahlter Urlaub',
      trial: 'eine Probezeit',
      training: 'Fortbildung',
      agreement: 'geltende Tarifverträge',
      notice: 'wie jede Seite den Vertrag beendet',
    },
    signed: '{{worker}} hat diesen Vertrag unterzeichnet, den {{employer}} angeboten hatte.',
    byAccount: 'Angemeldet mit dem eigenen Benutzerkonto bei der Genossenschaft, {{email}}',
  },
};
