import type { Language } from '@passerelle/rules';

/** What is printed on an invoice and a credit note around its figures. */
export interface InvoiceWords {
  readonly invoice: string;
  readonly creditNote: string;
  readonly seller: string;
  readonly buyer: string;
  readonly vatNumber: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly period: string;
  readonly agreement: string;
  readonly order: string;
  readonly takesBack: string;
  readonly what: string;
  readonly quantity: string;
  readonly price: string;
  readonly vatRate: string;
  readonly amount: string;
  readonly net: string;
  readonly vatOf: string;
  readonly gross: string;
  readonly prepaid: string;
  readonly rounding: string;
  readonly due: string;
  readonly credited: string;
  readonly vatInBooks: string;
  readonly pay: string;
  readonly account: string;
  readonly holder: string;
  readonly bic: string;
  readonly bankgiro: string;
  readonly reference: string;
  readonly scan: string;
  readonly code: string;
  readonly days: Readonly<Record<'one' | 'other', string>>;
  readonly lumpSum: string;
}

export const invoiceWords: Readonly<Record<Language, InvoiceWords>> = {
  en: {
    invoice: 'Invoice',
    creditNote: 'Credit note',
    seller: 'From',
    buyer: 'To',
    vatNumber: 'VAT number',
    number: 'Number',
    issuedOn: 'Date',
    dueOn: 'To be paid by',
    period: 'Work done',
    agreement: 'Agreement',
    order: 'Your order',
    takesBack: 'Takes back invoice',
    what: 'What',
    quantity: 'Quantity',
    price: 'Price',
    vatRate: 'VAT',
    amount: 'Without VAT',
    net: 'Total without VAT',
    vatOf: 'VAT {{rate}} of {{base}}',
    gross: 'Total with VAT',
    prepaid: 'Paid before',
    rounding: 'Rounding',
    due: 'To be paid',
    credited: 'Credited to you',
    vatInBooks: 'VAT in the currency of our tax return',
    pay: 'How to pay',
    account: 'Account',
    holder: 'In the name of',
    bic: 'BIC',
    bankgiro: 'Bankgiro',
    reference: 'Reference, please copy it exactly',
    scan: 'Scan this code with your bank’s app.',
    code: 'Payment code: {{amount}} to {{holder}}, account {{account}}, reference {{reference}}.',
    days: { one: 'day', other: 'days' },
    lumpSum: 'lump sum',
  },
  fr: {
    invoice: 'Facture',
    creditNote: 'Note de crédit',
    seller: 'De',
    buyer: 'À',
    vatNumber: 'N° de TVA',
    number: 'Numéro',
    issuedOn: 'Date',
    dueOn: 'À payer au plus tard le',
    period: 'Travail effectué',
    agreement: 'Accord',
    order: 'Votre commande',
    takesBack: 'Annule la facture',
    what: 'Désignation',
    quantity: 'Quantité',
    price: 'Prix',
    vatRate: 'TVA',
    amount: 'Hors TVA',
    net: 'Total hors TVA',
    vatOf: 'TVA {{rate}} sur {{base}}',
    gross: 'Total TVA comprise',
    prepaid: 'Déjà payé',
    rounding: 'Arrondi',
    due: 'À payer',
    credited: 'En votre faveur',
    vatInBooks: 'TVA dans la monnaie de notre déclaration',
    pay: 'Comment payer',
    account: 'Compte',
    holder: 'Au nom de',
    bic: 'BIC',
    bankgiro: 'Bankgiro',
    reference: 'Référence, à recopier telle quelle',
    scan: 'Scannez ce code avec l’application de votre banque.',
    code: 'Code de paiement : {{amount}} à {{holder}}, compte {{account}}, référence {{reference}}.',
    days: { one: 'jour', other: 'jours' },
    lumpSum: 'forfait',
  },
  nl: {
    invoice: 'Factuur',
    creditNote: 'Creditnota',
    seller: 'Van',
    buyer: 'Aan',
    vatNumber: 'Btw-nummer',
    number: 'Nummer',
    issuedOn: 'Datum',
    dueOn: 'Uiterlijk te betalen op',
    period: 'Werk verricht',
    agreement: 'Overeenkomst',
    order: 'Uw bestelling',
    takesBack: 'Crediteert factuur',
    what: 'Omschrijving',
    quantity: 'Aantal',
    price: 'Prijs',
    vatRate: 'Btw',
    amount: 'Zonder btw',
    net: 'Totaal zonder btw',
    vatOf: 'Btw {{rate}} op {{base}}',
    gross: 'Totaal met btw',
    prepaid: 'Al betaald',
    rounding: 'Afronding',
    due: 'Te betalen',
    credited: 'In uw voordeel',
    vatInBooks: 'Btw in de munt van onze aangifte',
    pay: 'Zo betaalt u',
    account: 'Rekening',
    holder: 'Op naam van',
    bic: 'BIC',
    bankgiro: 'Bankgiro',
    reference: 'Mededeling, neem ze letterlijk over',
    scan: 'Scan deze code met de app van uw bank.',
    code: 'Betaalcode: {{amount}} aan {{holder}}, rekening {{account}}, mededeling {{reference}}.',
    days: { one: 'dag', other: 'dagen' },
    lumpSum: 'vast bedrag',
  },
  sv: {
    invoice: 'Faktura',
    creditNote: 'Kreditfaktura',
    seller: 'Från',
    buyer: 'Till',
    vatNumber: 'Momsnummer',
    number: 'Nummer',
    issuedOn: 'Datum',
    dueOn: 'Betalas senast',
    period: 'Utfört arbete',
    agreement: 'Avtal',
    order: 'Er beställning',
    takesBack: 'Krediterar faktura',
    what: 'Beskrivning',
    quantity: 'Antal',
    price: 'Pris',
    vatRate: 'Moms',
    amount: 'Utan moms',
    net: 'Summa utan moms',
    vatOf: 'Moms {{rate}} på {{base}}',
    gross: 'Summa inklusive moms',
    prepaid: 'Redan betalt',
    rounding: 'Öresutjämning',
    due: 'Att betala',
    credited: 'Er till godo',
    vatInBooks: 'Moms i vår redovisningsvaluta',
    pay: 'Så betalar ni',
    account: 'Konto',
    holder: 'Mottagare',
    bic: 'BIC',
    bankgiro: 'Bankgiro',
    reference: 'Referens, ange den exakt så',
    scan: 'Skanna koden med bankens app.',
    code: 'Betalkod: {{amount}} till {{holder}}, konto {{account}}, referens {{reference}}.',
    days: { one: 'dag', other: 'dagar' },
    lumpSum: 'fast pris',
  },
  de: {
    invoice: 'Rechnung',
    creditNote: 'Rechnungskorrektur',
    seller: 'Von',
    buyer: 'An',
    vatNumber: 'USt-IdNr.',
    number: 'Nummer',
    issuedOn: 'Datum',
    dueOn: 'Zahlbar bis',
    period: 'Leistungszeitraum',
    agreement: 'Vereinbarung',
    order: 'Ihr Auftrag',
    takesBack: 'Storniert Rechnung',
    what: 'Leistung',
    quantity: 'Menge',
    price: 'Preis',
    vatRate: 'USt',
    amount: 'Ohne USt',
    net: 'Summe ohne Umsatzsteuer',
    vatOf: 'Umsatzsteuer {{rate}} auf {{base}}',
    gross: 'Summe mit Umsatzsteuer',
    prepaid: 'Bereits bezahlt',
    rounding: 'Rundung',
    due: 'Zu zahlen',
    credited: 'Ihre Gutschrift',
    vatInBooks: 'Umsatzsteuer in der Währung unserer Steuererklärung',
    pay: 'So zahlen Sie',
    account: 'Konto',
    holder: 'Empfänger',
    bic: 'BIC',
    bankgiro: 'Bankgiro',
    reference: 'Verwendungszweck, bitte genau übernehmen',
    scan: 'Scannen Sie diesen Code mit der App Ihrer Bank.',
    code: 'Zahlungscode: {{amount}} an {{holder}}, Konto {{account}}, Verwendungszweck {{reference}}.',
    days: { one: 'Tag', other: 'Tage' },
    lumpSum: 'pauschal',
  },
};

/** How a credit note is settled, which asks for no money. */
export const creditTermsWords: Readonly<Record<Language, string>> = {
  en: 'Set off against what you still owe us, or paid back at your request.',
  fr: 'Déduit de ce que vous nous devez encore, ou remboursé à votre demande.',
  nl: 'Afgetrokken van wat u ons nog verschuldigd bent, of op uw verzoek terugbetaald.',
  sv: 'Dras av från det ni ännu är skyldiga oss, eller betalas tillbaka på er begäran.',
  de: 'Wird mit offenen Beträgen verrechnet oder auf Ihren Wunsch zurückgezahlt.',
};
