import type { Language } from '@passerelle/rules';

/** What a client reads on the page of her invoice. */
export interface ClientInvoiceWords {
  readonly title: string;
  readonly due: string;
  readonly until: string;
  readonly state: string;
  readonly holder: string;
  readonly account: string;
  readonly bic: string;
  readonly reference: string;
  readonly scan: string;
  readonly pdf: string;
  readonly xml: string;
  readonly language: string;
  readonly copy: string;
  readonly copied: string;
  readonly wrong: string;
  readonly wrongLead: string;
  readonly wrongWhat: string;
  readonly wrongMissing: string;
  readonly wrongSend: string;
  readonly disputed: (day: string) => string;
  readonly states: Readonly<Record<'due' | 'late' | 'received' | 'credited', string>>;
}

export const clientInvoiceWords: Readonly<Record<Language, ClientInvoiceWords>> = {
  en: {
    title: 'Invoice',
    due: 'To be paid',
    until: 'By',
    state: 'Payment',
    holder: 'In the name of',
    account: 'Account',
    bic: 'BIC',
    reference: 'Reference, please copy it exactly',
    scan: 'Scan this code with your bank’s app.',
    pdf: 'Invoice to read and print (PDF)',
    xml: 'Invoice for your accounting program (UBL)',
    language: 'Language',
    copy: 'Copy',
    copied: 'Copied',
    wrong: 'Something is wrong with this invoice',
    wrongLead: 'Tell us before you pay. Until it is settled we send you no reminder.',
    wrongWhat: 'What is wrong?',
    wrongMissing: 'Write here what is wrong. Then send it again.',
    wrongSend: 'Send to the cooperative',
    disputed: (day) =>
      `You told us on ${day} that something is wrong. We look into it and send you no reminder until it is settled.`,
    states: {
      due: 'We expect it by the date above.',
      late: 'It is late. If you have just paid, thank you.',
      received: 'Received, thank you.',
      credited: 'This invoice was taken back. Nothing is to be paid.',
    },
  },
  fr: {
    title: 'Facture',
    due: 'À payer',
    until: 'Au plus tard le',
    state: 'Paiement',
    holder: 'Au nom de',
    account: 'Compte',
    bic: 'BIC',
    reference: 'Référence, à recopier telle quelle',
    scan: 'Scannez ce code avec l’application de votre banque.',
    pdf: 'Facture à lire et à imprimer (PDF)',
    xml: 'Facture pour votre logiciel comptable (UBL)',
    language: 'Langue',
    copy: 'Copier',
    copied: 'Copié',
    wrong: 'Cette facture pose un problème',
    wrongLead: 'Dites-le-nous avant de payer. Tant que ce n’est pas réglé, nous n’envoyons aucun rappel.',
    wrongWhat: 'Qu’est-ce qui ne va pas ?',
    wrongMissing: 'Écrivez ici ce qui ne va pas, puis envoyez de nouveau.',
    wrongSend: 'Envoyer à la coopérative',
    disputed: (day) =>
      `Vous nous avez signalé un problème le ${day}. Nous l’examinons et n’envoyons aucun rappel tant qu’il n’est pas réglé.`,
    states: {
      due: 'Nous l’attendons au plus tard à cette date.',
      late: 'Il est en retard. Si vous venez de payer, merci.',
      received: 'Reçu, merci.',
      credited: 'Cette facture a été annulée. Rien n’est à payer.',
    },
  },
  nl: {
    title: 'Factuur',
    due: 'Te betalen',
    until: 'Uiterlijk op',
    state: 'Betaling',
    holder: 'Op naam van',
    account: 'Rekening',
    bic: 'BIC',
    reference: 'Mededeling, neem ze letterlijk over',
    scan: 'Scan deze code met de app van uw bank.',
    pdf: 'Factuur om te lezen en af te drukken (pdf)',
    xml: 'Factuur voor uw boekhoudprogramma (UBL)',
    language: 'Taal',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    wrong: 'Er klopt iets niet aan deze factuur',
    wrongLead: 'Zeg het ons voor u betaalt. Zolang het niet is opgelost, sturen we geen herinnering.',
    wrongWhat: 'Wat klopt er niet?',
    wrongMissing: 'Schrijf hier wat er niet klopt en verstuur het opnieuw.',
    wrongSend: 'Versturen naar de coöperatie',
    disputed: (day) =>
      `U hebt ons op ${day} gemeld dat er iets niet klopt. We zoeken het uit en sturen geen herinnering zolang het niet is opgelost.`,
    states: {
      due: 'We verwachten ze uiterlijk op deze datum.',
      late: 'Ze is te laat. Hebt u net betaald, dan danken we u.',
      received: 'Ontvangen, dank u.',
      credited: 'Deze factuur is gecrediteerd. Er is niets te betalen.',
    },
  },
  sv: {
    title: 'Faktura',
    due: 'Att betala',
    until: 'Senast',
    state: 'Betalning',
    holder: 'Mottagare',
    account: 'Konto',
    bic: 'BIC',
    reference: 'Referens, ange den exakt så',
    scan: 'Skanna koden med bankens app.',
    pdf: 'Faktura att läsa och skriva ut (PDF)',
    xml: 'Faktura för ert bokföringsprogram (UBL)',
    language: 'Språk',
    copy: 'Kopiera',
    copied: 'Kopierat',
    wrong: 'Något är fel på fakturan',
    wrongLead: 'Säg det till oss innan ni betalar. Tills det är utrett skickar vi ingen påminnelse.',
    wrongWhat: 'Vad är fel?',
    wrongMissing: 'Skriv här vad som är fel och skicka sedan igen.',
    wrongSend: 'Skicka till kooperativet',
    disputed: (day) =>
      `Ni meddelade oss den ${day} att något är fel. Vi utreder det och skickar ingen påminnelse förrän det är klart.`,
    states: {
      due: 'Vi väntar oss den senast det datumet.',
      late: 'Den är försenad. Har ni just betalat, tack.',
      received: 'Mottagen, tack.',
      credited: 'Fakturan är krediterad. Inget ska betalas.',
    },
  },
  de: {
    title: 'Rechnung',
    due: 'Zu zahlen',
    until: 'Bis',
    state: 'Zahlung',
    holder: 'Empfänger',
    account: 'Konto',
    bic: 'BIC',
    reference: 'Verwendungszweck, bitte genau übernehmen',
    scan: 'Scannen Sie diesen Code mit der App Ihrer Bank.',
    pdf: 'Rechnung zum Lesen und Drucken (PDF)',
    xml: 'Rechnung für Ihr Buchhaltungsprogramm (UBL)',
    language: 'Sprache',
    copy: 'Kopieren',
    copied: 'Kopiert',
    wrong: 'An dieser Rechnung stimmt etwas nicht',
    wrongLead: 'Sagen Sie es uns, bevor Sie zahlen. Bis es geklärt ist, schicken wir keine Erinnerung.',
    wrongWhat: 'Was stimmt nicht?',
    wrongMissing: 'Schreiben Sie hier, was nicht stimmt, und senden Sie es noch einmal.',
    wrongSend: 'An die Genossenschaft senden',
    disputed: (day) =>
      `Sie haben uns am ${day} gesagt, dass etwas nicht stimmt. Wir prüfen es und schicken keine Erinnerung, bis es geklärt ist.`,
    states: {
      due: 'Wir erwarten sie bis zu diesem Tag.',
      late: 'Sie ist überfällig. Haben Sie gerade gezahlt, danken wir Ihnen.',
      received: 'Eingegangen, danke.',
      credited: 'Diese Rechnung wurde storniert. Es ist nichts zu zahlen.',
    },
  },
};
