import type { Language } from '@passerelle/rules';

/** What is printed on an order; `evidence.ts` has the page that proves who accepted it. */
export interface OrderWords {
  readonly title: string;
  readonly version: string;
  readonly cooperative: string;
  readonly client: string;
  readonly vatNumber: string;
  readonly what: string;
  readonly work: string;
  readonly worker: string;
  readonly place: string;
  readonly when: string;
  readonly days: string;
  readonly money: string;
  readonly price: string;
  readonly vat: string;
  /** Where it is not yet decided. */
  readonly vatLater: string;
  readonly payment: string;
  readonly paymentDays: string;
  readonly terms: string;
  /** The first clause, where the cooperative employs the worker itself; or where another one does. */
  readonly employs: string;
  readonly lends: string;
  /** What follows, each with `{{cooperative}}`, `{{worker}}`, `{{client}}` or nothing to fill in. */
  readonly clauses: readonly string[];
  readonly accepted: string;
  readonly byLink: string;
}

export const orderWords: Readonly<Record<Language, OrderWords>> = {
  en: {
    title: 'Contract and order',
    version: 'Version {{version}}',
    cooperative: 'The cooperative',
    client: 'The client',
    vatNumber: 'VAT number',
    what: 'What is ordered',
    work: 'Work',
    worker: 'Done by',
    place: 'Place',
    when: 'When',
    days: 'Days of work',
    money: 'What it costs',
    price: 'Price without VAT',
    vat: 'VAT',
    vatLater: 'as the law asks on the day of the invoice',
    payment: 'Payment',
    paymentDays: 'Within {{days}} days of the invoice',
    terms: 'Terms',
    employs:
      '{{cooperative}} employs {{worker}}, pays the wage and the contributions, and is the only partner of the client in this contract.',
    lends:
      '{{worker}} is employed by another cooperative of the same federation, which pays the wage and the contributions. {{cooperative}} is the only partner of the client in this contract.',
    clauses: [
      'The client confirms the work when it is done. {{cooperative}} then invoices the price above; the VAT is that of the day of the invoice.',
      'The client gives {{worker}} the same safety at work as its own staff, and tells {{cooperative}} of any accident on the same day.',
      'A change of the work, the dates or the price is a new version of this order, which both sides accept again.',
    ],
    accepted: '{{client}} accepted this order.',
    byLink: 'By a personal link sent to {{email}}, which can be answered once',
  },
  fr: {
    title: 'Contrat et bon de commande',
    version: 'Version {{version}}',
    cooperative: 'La coopérative',
    client: 'Le client',
    vatNumber: 'N° de TVA',
    what: 'Ce qui est commandé',
    work: 'Travail',
    worker: 'Réalisé par',
    place: 'Lieu',
    when: 'Dates',
    days: 'Jours de travail',
    money: 'Ce que cela coûte',
    price: 'Prix hors TVA',
    vat: 'TVA',
    vatLater: 'selon la loi au jour de la facture',
    payment: 'Paiement',
    paymentDays: 'Dans les {{days}} jours de la facture',
    terms: 'Conditions',
    employs:
      '{{cooperative}} emploie {{worker}}, paie le salaire et les cotisations, et est le seul partenaire du client dans ce contrat.',
    lends:
      '{{worker}} est employé par une autre coopérative de la même fédération, qui paie le salaire et les cotisations. {{cooperative}} est le seul partenaire du client dans ce contrat.',
    clauses: [
      'Le client confirme le travail une fois réalisé. {{cooperative}} facture alors le prix ci-dessus ; la TVA est celle du jour de la facture.',
      'Le client assure à {{worker}} la même sécurité au travail qu’à son propre personnel et informe {{cooperative}} de tout accident le jour même.',
      'Un changement du travail, des dates ou du prix est une nouvelle version de cette commande, que les deux parties acceptent à nouveau.',
    ],
    accepted: '{{client}} a accepté cette commande.',
    byLink: 'Par un lien personnel envoyé à {{email}}, auquel on ne répond qu’une fois',
  },
  nl: {
    title: 'Contract en bestelling',
    version: 'Versie {{version}}',
    cooperative: 'De coöperatie',
    client: 'De klant',
    vatNumber: 'Btw-nummer',
    what: 'Wat besteld wordt',
    work: 'Werk',
    worker: 'Uitgevoerd door',
    place: 'Plaats',
    when: 'Wanneer',
    days: 'Werkdagen',
    money: 'Wat het kost',
    price: 'Prijs zonder btw',
    vat: 'Btw',
    vatLater: 'volgens de wet op de dag van de factuur',
    payment: 'Betaling',
    paymentDays: 'Binnen {{days}} dagen na de factuur',
    terms: 'Voorwaarden',
    employs:
      '{{cooperative}} stelt {{worker}} tewerk, betaalt het loon en de bijdragen, en is in dit contract de enige tegenpartij van de klant.',
    lends:
      '{{worker}} is tewerkgesteld door een andere coöperatie van dezelfde federatie, die het loon en de bijdragen betaalt. {{cooperative}} is in dit contract de enige tegenpartij van de klant.',
    clauses: [
      'De klant bevestigt het werk zodra het gedaan is. {{cooperative}} factureert dan de prijs hierboven; de btw is die van de dag van de factuur.',
      'De klant biedt {{worker}} dezelfde veiligheid op het werk als zijn eigen personeel en meldt {{cooperative}} elk ongeval nog dezelfde dag.',
      'Een wijziging van het werk, de data of de prijs is een nieuwe versie van deze bestelling, die beide partijen opnieuw aanvaarden.',
    ],
    accepted: '{{client}} heeft deze bestelling aanvaard.',
    byLink: 'Met een persoonlijke link naar {{email}}, die één keer beantwoord kan worden',
  },
  sv: {
    title: 'Avtal och beställning',
    version: 'Version {{version}}',
    cooperative: 'Kooperativet',
    client: 'Kunden',
    vatNumber: 'Momsnummer',
    what: 'Vad som beställs',
    work: 'Arbete',
    worker: 'Utförs av',
    place: 'Plats',
    when: 'När',
    days: 'Arbetsdagar',
    money: 'Vad det kostar',
    price: 'Pris utan moms',
    vat: 'Moms',
    vatLater: 'enligt lagen på fakturadagen',
    payment: 'Betalning',
    paymentDays: 'Inom {{days}} dagar från fakturan',
    terms: 'Villkor',
    employs: '{{cooperative}} är arbetsgivare för {{worker}}, betalar lön och avgifter och är kundens enda avtalspart.',
    lends:
      '{{worker}} är anställd av ett annat kooperativ i samma federation, som betalar lön och avgifter. {{cooperative}} är kundens enda avtalspart.',
    clauses: [
      'Kunden bekräftar arbetet när det är utfört. {{cooperative}} fakturerar då priset ovan; momsen är den som gäller på fakturadagen.',
      'Kunden ger {{worker}} samma säkerhet i arbetet som sin egen personal och anmäler varje olycka till {{cooperative}} samma dag.',
      'En ändring av arbetet, datumen eller priset är en ny version av beställningen, som båda parter godkänner på nytt.',
    ],
    accepted: '{{client}} har godkänt beställningen.',
    byLink: 'Genom en personlig länk till {{email}}, som kan besvaras en gång',
  },
  de: {
    title: 'Vertrag und Auftrag',
    version: 'Version {{version}}',
    cooperative: 'Die Genossenschaft',
    client: 'Der Auftraggeber',
    vatNumber: 'USt-IdNr.',
    what: 'Was beauftragt wird',
    work: 'Arbeit',
    worker: 'Ausgeführt von',
    place: 'Ort',
    when: 'Wann',
    days: 'Arbeitstage',
    money: 'Was es kostet',
    price: 'Preis ohne Umsatzsteuer',
    vat: 'Umsatzsteuer',
    vatLater: 'nach dem Gesetz am Tag der Rechnung',
    payment: 'Zahlung',
    paymentDays: 'Binnen {{days}} Tagen nach der Rechnung',
    terms: 'Bedingungen',
    employs:
      '{{cooperative}} beschäftigt {{worker}}, zahlt Lohn und Beiträge und ist der einzige Vertragspartner des Auftraggebers.',
    lends:
      '{{worker}} ist bei einer anderen Genossenschaft derselben Föderation beschäftigt, die Lohn und Beiträge zahlt. {{cooperative}} ist der einzige Vertragspartner des Auftraggebers.',
    clauses: [
      'Der Auftraggeber bestätigt die Arbeit, sobald sie getan ist. {{cooperative}} stellt dann den Preis oben in Rechnung; die Umsatzsteuer ist die am Tag der Rechnung.',
      'Der Auftraggeber bietet {{worker}} dieselbe Sicherheit bei der Arbeit wie seinem eigenen Personal und meldet {{cooperative}} jeden Unfall am selben Tag.',
      'Eine Änderung der Arbeit, der Tage oder des Preises ist eine neue Version dieses Auftrags, die beide Seiten neu annehmen.',
    ],
    accepted: '{{client}} hat diesen Auftrag angenommen.',
    byLink: 'Durch einen persönlichen Link an {{email}}, der einmal beantwortet werden kann',
  },
};
