import type { Language, Words } from '@passerelle/doors';
import { localeOf, showMonth } from '@passerelle/i18n';
import { isPlainDate, month } from '@passerelle/values';
import type { Letter } from '../mail/letter.js';
import type { Notification, NotificationKind } from './notification.js';

interface KindWords {
  /** The event, as the grid of wishes and the subject of a letter name it. */
  readonly title: Words;
  /** What happened, and what follows. `{name}` is what it happened to. */
  readonly says: Words;
}

export const kindWords: Readonly<Record<NotificationKind, KindWords>> = {
  'changes-requested': {
    title: {
      en: 'Something has to be changed',
      fr: 'Une modification est demandée',
      nl: 'Er moet iets gewijzigd worden',
      sv: 'Något behöver ändras',
      de: 'Etwas muss geändert werden',
    },
    says: {
      en: 'Changes are asked for in “{name}”. Open the mission, change it and send it again.',
      fr: 'Des modifications sont demandées pour « {name} ». Ouvrez la mission, modifiez-la et renvoyez-la.',
      nl: 'Voor “{name}” worden wijzigingen gevraagd. Open de opdracht, wijzig ze en stuur ze opnieuw.',
      sv: 'Ändringar önskas i ”{name}”. Öppna uppdraget, ändra det och skicka det igen.',
      de: 'Für „{name}“ werden Änderungen gewünscht. Öffnen Sie den Auftrag, ändern Sie ihn und senden Sie ihn erneut.',
    },
  },
  'mission-refused': {
    title: {
      en: 'A mission is refused',
      fr: 'Une mission est refusée',
      nl: 'Een opdracht is geweigerd',
      sv: 'Ett uppdrag har avslagits',
      de: 'Ein Auftrag wurde abgelehnt',
    },
    says: {
      en: '“{name}” was refused. The mission says by whom and why.',
      fr: '« {name} » a été refusée. La mission indique par qui et pourquoi.',
      nl: '“{name}” werd geweigerd. Bij de opdracht staat door wie en waarom.',
      sv: '”{name}” avslogs. I uppdraget står av vem och varför.',
      de: '„{name}“ wurde abgelehnt. Beim Auftrag steht, von wem und warum.',
    },
  },
  'mission-agreed': {
    title: {
      en: 'The cooperative has said yes',
      fr: 'La coopérative a dit oui',
      nl: 'De coöperatie heeft ja gezegd',
      sv: 'Kooperativet har sagt ja',
      de: 'Die Genossenschaft hat zugestimmt',
    },
    says: {
      en: 'The cooperative agrees to “{name}”. Now the client is asked to confirm.',
      fr: 'La coopérative accepte « {name} ». La confirmation du client est demandée.',
      nl: 'De coöperatie gaat akkoord met “{name}”. Nu wordt de klant om bevestiging gevraagd.',
      sv: 'Kooperativet godkänner ”{name}”. Nu ombeds kunden att bekräfta.',
      de: 'Die Genossenschaft stimmt „{name}“ zu. Jetzt wird der Auftraggeber um Bestätigung gebeten.',
    },
  },
  'client-confirmed': {
    title: {
      en: 'The client has confirmed',
      fr: 'Le client a confirmé',
      nl: 'De klant heeft bevestigd',
      sv: 'Kunden har bekräftat',
      de: 'Der Auftraggeber hat bestätigt',
    },
    says: {
      en: 'The client has confirmed “{name}”. What is left are the formalities.',
      fr: 'Le client a confirmé « {name} ». Il reste les formalités.',
      nl: 'De klant heeft “{name}” bevestigd. Wat rest, zijn de formaliteiten.',
      sv: 'Kunden har bekräftat ”{name}”. Kvar är formaliteterna.',
      de: 'Der Auftraggeber hat „{name}“ bestätigt. Es fehlen noch die Formalitäten.',
    },
  },
  'contract-to-sign': {
    title: {
      en: 'A contract waits for your signature',
      fr: 'Un contrat attend votre signature',
      nl: 'Een contract wacht op uw handtekening',
      sv: 'Ett avtal väntar på din underskrift',
      de: 'Ein Vertrag wartet auf Ihre Unterschrift',
    },
    says: {
      en: 'Your contract for “{name}” is written. Open it, read it and sign it before it begins.',
      fr: 'Votre contrat pour « {name} » est prêt. Ouvrez-le, lisez-le et signez-le avant qu’il ne commence.',
      nl: 'Uw contract voor “{name}” is opgesteld. Open het, lees het en teken het voor het begint.',
      sv: 'Ditt avtal för ”{name}” är klart. Öppna det, läs det och skriv under innan det börjar.',
      de: 'Ihr Vertrag für „{name}“ ist aufgesetzt. Öffnen Sie ihn, lesen Sie ihn und unterzeichnen Sie, bevor er beginnt.',
    },
  },
  'mission-started': {
    title: {
      en: 'The work may begin',
      fr: 'Le travail peut commencer',
      nl: 'Het werk mag beginnen',
      sv: 'Arbetet får börja',
      de: 'Die Arbeit darf beginnen',
    },
    says: {
      en: 'All formalities of “{name}” are done: the work may begin on the agreed day.',
      fr: 'Toutes les formalités de « {name} » sont accomplies : le travail peut commencer le jour convenu.',
      nl: 'Alle formaliteiten van “{name}” zijn in orde: het werk mag op de afgesproken dag beginnen.',
      sv: 'Alla formaliteter för ”{name}” är klara: arbetet får börja på den avtalade dagen.',
      de: 'Alle Formalitäten für „{name}“ sind erledigt: Die Arbeit darf am vereinbarten Tag beginnen.',
    },
  },
  'mission-cancelled': {
    title: {
      en: 'A mission is cancelled',
      fr: 'Une mission est annulée',
      nl: 'Een opdracht is geannuleerd',
      sv: 'Ett uppdrag har ställts in',
      de: 'Ein Auftrag wurde storniert',
    },
    says: {
      en: '“{name}” was cancelled. The mission says why.',
      fr: '« {name} » a été annulée. La mission indique pourquoi.',
      nl: '“{name}” werd geannuleerd. Bij de opdracht staat waarom.',
      sv: '”{name}” ställdes in. I uppdraget står varför.',
      de: '„{name}“ wurde storniert. Beim Auftrag steht, warum.',
    },
  },
  'client-paid': {
    title: {
      en: 'A client has paid',
      fr: 'Un client a payé',
      nl: 'Een klant heeft betaald',
      sv: 'En kund har betalat',
      de: 'Ein Auftraggeber hat bezahlt',
    },
    says: {
      en: 'The client has paid the whole invoice of “{name}”.',
      fr: 'Le client a payé toute la facture de « {name} ».',
      nl: 'De klant heeft de hele factuur van “{name}” betaald.',
      sv: 'Kunden har betalat hela fakturan för ”{name}”.',
      de: 'Der Auftraggeber hat die ganze Rechnung für „{name}“ bezahlt.',
    },
  },
  'payslip-published': {
    title: {
      en: 'A payslip is ready',
      fr: 'Une fiche de paie est prête',
      nl: 'Een loonfiche staat klaar',
      sv: 'En lönespecifikation är klar',
      de: 'Eine Lohnabrechnung liegt bereit',
    },
    says: {
      en: 'Your payslip for “{name}” has been checked: you can read every line of it.',
      fr: 'Votre fiche de paie pour « {name} » a été vérifiée : vous pouvez en lire chaque ligne.',
      nl: 'Uw loonfiche voor “{name}” is nagekeken: u kunt elke lijn ervan lezen.',
      sv: 'Din lönespecifikation för ”{name}” har kontrollerats: du kan läsa varje rad.',
      de: 'Ihre Lohnabrechnung für „{name}“ wurde geprüft: Sie können jede Zeile lesen.',
    },
  },
  'wage-paid': {
    title: {
      en: 'A wage is on its way',
      fr: 'Un salaire est en route',
      nl: 'Een loon is onderweg',
      sv: 'En lön är på väg',
      de: 'Ein Lohn ist unterwegs',
    },
    says: {
      en: 'The transfer of your wage for “{name}” was ordered.',
      fr: 'Le virement de votre salaire pour « {name} » a été ordonné.',
      nl: 'De overschrijving van uw loon voor “{name}” is opgedragen.',
      sv: 'Överföringen av din lön för ”{name}” är beställd.',
      de: 'Die Überweisung Ihres Lohns für „{name}“ wurde beauftragt.',
    },
  },
  'expense-approved': {
    title: {
      en: 'An expense is approved',
      fr: 'Des frais sont approuvés',
      nl: 'Een onkost is goedgekeurd',
      sv: 'Ett utlägg har godkänts',
      de: 'Eine Auslage wurde genehmigt',
    },
    says: {
      en: '“{name}” was approved. Next its transfer is ordered.',
      fr: 'Les frais « {name} » ont été approuvés. Le virement sera ordonné ensuite.',
      nl: '“{name}” werd goedgekeurd. Daarna wordt de overschrijving opgedragen.',
      sv: '”{name}” godkändes. Sedan beställs överföringen.',
      de: '„{name}“ wurde genehmigt. Als Nächstes wird die Überweisung beauftragt.',
    },
  },
  'expense-refused': {
    title: {
      en: 'An expense is refused',
      fr: 'Des frais sont refusés',
      nl: 'Een onkost is geweigerd',
      sv: 'Ett utlägg har avslagits',
      de: 'Eine Auslage wurde abgelehnt',
    },
    says: {
      en: '“{name}” was refused. The expense says why; its receipts and budget are free again.',
      fr: '« {name} » a été refusée. La note de frais dit pourquoi ; ses reçus et son budget sont de nouveau libres.',
      nl: '“{name}” werd geweigerd. Bij de onkosten staat waarom; bewijzen en budget zijn weer vrij.',
      sv: '”{name}” avslogs. I utlägget står varför; kvitton och budget kan användas igen.',
      de: '„{name}“ wurde abgelehnt. Bei der Auslage steht, warum; Belege und Budget sind wieder frei.',
    },
  },
  'expense-paid': {
    title: {
      en: 'An expense is paid back',
      fr: 'Des frais sont remboursés',
      nl: 'Een onkost is terugbetaald',
      sv: 'Ett utlägg återbetalas',
      de: 'Eine Auslage wird erstattet',
    },
    says: {
      en: 'The transfer for “{name}” was ordered.',
      fr: 'Le virement pour « {name} » a été ordonné.',
      nl: 'De overschrijving voor “{name}” is opgedragen.',
      sv: 'Överföringen för ”{name}” är beställd.',
      de: 'Die Überweisung für „{name}“ wurde beauftragt.',
    },
  },
  'wage-dries-up': {
    title: {
      en: 'The monthly wage needs more work',
      fr: 'Le salaire mensuel demande plus de travail',
      nl: 'Het maandloon vraagt meer werk',
      sv: 'Månadslönen behöver fler uppdrag',
      de: 'Der Monatslohn braucht mehr Arbeit',
    },
    says: {
      en: 'Your orders do not carry the monthly wage you plan from {name} on.',
      fr: 'Vos commandes ne couvrent pas le salaire mensuel que vous prévoyez dès {name}.',
      nl: 'Uw opdrachten dekken het maandloon dat u plant niet vanaf {name}.',
      sv: 'Dina uppdrag täcker inte månadslönen du planerar från och med {name}.',
      de: 'Ihre Aufträge tragen den geplanten Monatslohn ab {name} nicht.',
    },
  },
};

/** What a notification says in a language. */
export function said({ kind, name }: Pick<Notification, 'kind' | 'name'>, language: Language): string {
  const shown = isPlainDate(`${name}-01`) ? showMonth(month(name), localeOf(language)) : name;
  // A function, because a name may hold what `replace` takes for a pattern.
  return kindWords[kind].says[language].replace('{name}', () => shown);
}

const greeting: Words = {
  en: 'You choose which of these letters you get:',
  fr: 'Vous choisissez lesquelles de ces lettres vous recevez :',
  nl: 'U kiest welke van deze mails u krijgt:',
  sv: 'Du väljer vilka av dessa brev du får:',
  de: 'Sie wählen, welche dieser E-Mails Sie bekommen:',
};

/** The same by mail. A letter may be read by others, so it names no amount. */
export const notificationLetter = (
  { kind, name, path }: Pick<Notification, 'kind' | 'name' | 'path'>,
  to: { readonly name: string; readonly language: Language; readonly baseUrl: string },
): Omit<Letter, 'to'> => ({
  subject: kindWords[kind].title[to.language],
  text: [
    to.name,
    '',
    said({ kind, name }, to.language),
    '',
    `${to.baseUrl}${path}`,
    '',
    greeting[to.language],
    `${to.baseUrl}/me/notifications`,
  ].join('\n'),
});
