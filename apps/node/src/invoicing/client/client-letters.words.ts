import type { Language } from '@passerelle/rules';

/** Why a client is written to: she is billed, or she is late, three times in all. */
export type ClientLetterKind = 'issued' | 'reminder' | 'second-reminder' | 'notice';

interface ClientLetterWords {
  readonly invoice: string;
  readonly work: string;
  readonly due: string;
  readonly until: string;
  readonly page: string;
  readonly letters: Readonly<Record<ClientLetterKind, { readonly subject: string; readonly opening: string }>>;
}

const paidAlready = {
  en: 'If you have just paid, thank you: please take no notice of this letter.',
  fr: 'Si vous venez de payer, merci : ne tenez pas compte de cette lettre.',
  nl: 'Hebt u net betaald, dan danken we u en hoeft u niets te doen.',
  sv: 'Om ni just har betalat, tack: då behöver ni inte göra något.',
  de: 'Haben Sie gerade gezahlt, danken wir Ihnen: Dieses Schreiben ist dann gegenstandslos.',
};

export const clientLetterWords: Readonly<Record<Language, ClientLetterWords>> = {
  en: {
    invoice: 'Invoice',
    work: 'Work',
    due: 'To be paid',
    until: 'By',
    page: 'This page shows how to pay, and has the invoice to print and for your accounting program. It needs no account.',
    letters: {
      issued: { subject: 'Invoice', opening: 'The work is done. Here is our invoice.' },
      reminder: {
        subject: 'Reminder of invoice',
        opening: `This invoice was due and we have not received the payment. ${paidAlready.en}`,
      },
      'second-reminder': {
        subject: 'Second reminder of invoice',
        opening: `We have reminded you once and still miss the payment. Please pay, or tell us what stands against it. ${paidAlready.en}`,
      },
      notice: {
        subject: 'Last notice of invoice',
        opening: `After two reminders the payment has not come. If it does not come now, we hand the claim to recovery. ${paidAlready.en}`,
      },
    },
  },
  fr: {
    invoice: 'Facture',
    work: 'Travail',
    due: 'À payer',
    until: 'Au plus tard le',
    page: 'Cette page dit comment payer et donne la facture à imprimer et pour votre logiciel comptable. Aucun compte n’est nécessaire.',
    letters: {
      issued: { subject: 'Facture', opening: 'Le travail est terminé. Voici notre facture.' },
      reminder: {
        subject: 'Rappel de la facture',
        opening: `Cette facture est échue et nous n’avons pas reçu le paiement. ${paidAlready.fr}`,
      },
      'second-reminder': {
        subject: 'Deuxième rappel de la facture',
        opening: `Malgré un premier rappel, nous n’avons toujours pas reçu le paiement. Veuillez payer, ou nous dire ce qui s’y oppose. ${paidAlready.fr}`,
      },
      notice: {
        subject: 'Mise en demeure pour la facture',
        opening: `Après deux rappels, le paiement n’est pas arrivé. S’il n’arrive pas maintenant, nous confions la créance au recouvrement. ${paidAlready.fr}`,
      },
    },
  },
  nl: {
    invoice: 'Factuur',
    work: 'Werk',
    due: 'Te betalen',
    until: 'Uiterlijk op',
    page: 'Deze pagina toont hoe u betaalt en heeft de factuur om af te drukken en voor uw boekhoudprogramma. U hebt geen account nodig.',
    letters: {
      issued: { subject: 'Factuur', opening: 'Het werk is gedaan. Hierbij vindt u onze factuur.' },
      reminder: {
        subject: 'Betalingsherinnering voor factuur',
        opening: `Deze factuur is vervallen en we hebben de betaling niet ontvangen. ${paidAlready.nl}`,
      },
      'second-reminder': {
        subject: 'Tweede betalingsherinnering voor factuur',
        opening: `We hebben u al eens herinnerd en missen de betaling nog. Gelieve te betalen, of ons te laten weten wat de betaling in de weg staat. ${paidAlready.nl}`,
      },
      notice: {
        subject: 'Ingebrekestelling voor factuur',
        opening: `Na twee herinneringen hebben we nog geen betaling ontvangen. Blijft ze ook nu uit, dan geven we de vordering uit handen. ${paidAlready.nl}`,
      },
    },
  },
  sv: {
    invoice: 'Faktura',
    work: 'Arbete',
    due: 'Att betala',
    until: 'Senast',
    page: 'Sidan visar hur ni betalar och har fakturan för utskrift och för ert bokföringsprogram. Inget konto behövs.',
    letters: {
      issued: { subject: 'Faktura', opening: 'Arbetet är utfört. Här är vår faktura.' },
      reminder: {
        subject: 'Påminnelse om faktura',
        opening: `Fakturan har förfallit och vi har inte fått betalningen. ${paidAlready.sv}`,
      },
      'second-reminder': {
        subject: 'Andra påminnelse om faktura',
        opening: `Vi har påmint en gång och saknar fortfarande betalningen. Betala, eller berätta vad som står i vägen. ${paidAlready.sv}`,
      },
      notice: {
        subject: 'Sista påminnelse före inkasso, faktura',
        opening: `Efter två påminnelser har betalningen inte kommit. Kommer den inte nu, lämnar vi fordran till inkasso. ${paidAlready.sv}`,
      },
    },
  },
  de: {
    invoice: 'Rechnung',
    work: 'Arbeit',
    due: 'Zu zahlen',
    until: 'Bis',
    page: 'Diese Seite zeigt, wie Sie zahlen, und hat die Rechnung zum Drucken und für Ihr Buchhaltungsprogramm. Ein Benutzerkonto ist nicht nötig.',
    letters: {
      issued: { subject: 'Rechnung', opening: 'Die Arbeit ist getan. Anbei finden Sie unsere Rechnung.' },
      reminder: {
        subject: 'Zahlungserinnerung zu Rechnung',
        opening: `Diese Rechnung ist überfällig, und wir haben noch keine Zahlung erhalten. ${paidAlready.de}`,
      },
      'second-reminder': {
        subject: 'Zweite Zahlungserinnerung zu Rechnung',
        opening: `Wir haben Sie bereits einmal erinnert und noch keine Zahlung erhalten. Bitte zahlen Sie, oder teilen Sie uns mit, was der Zahlung entgegensteht. ${paidAlready.de}`,
      },
      notice: {
        subject: 'Letzte Mahnung zu Rechnung',
        opening: `Nach zwei Erinnerungen ist noch keine Zahlung eingegangen. Bleibt sie auch jetzt aus, übergeben wir die Forderung dem Inkasso. ${paidAlready.de}`,
      },
    },
  },
};
