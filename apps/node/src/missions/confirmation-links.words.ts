import type { Language } from '@passerelle/rules';
import type { Letter } from '../mail/letter.js';
import type { MissionTerms } from './mission.js';

/** What a client reads, in each language. */
export interface ClientWords {
  readonly subject: string;
  readonly invites: string;
  readonly title: string;
  readonly lead: string;
  readonly worker: string;
  readonly work: string;
  readonly place: string;
  readonly days: string;
  readonly price: string;
  readonly withoutVat: string;
  readonly validUntil: string;
  readonly accept: string;
  readonly changes: string;
  readonly refuse: string;
  readonly reason: string;
  readonly send: string;
  readonly language: string;
  readonly thanks: { readonly accept: string; readonly changes: string; readonly refuse: string };
  readonly dead: {
    readonly 'link-unknown': string;
    readonly 'link-expired': string;
    readonly 'link-withdrawn': string;
    readonly 'link-used': string;
  };
  readonly askBranch: string;
}

export const clientWords: Readonly<Record<Language, ClientWords>> = {
  en: {
    subject: 'Please confirm your order',
    invites: 'Please read the order and confirm it with this link. It needs no account.',
    title: 'Confirm your order',
    lead: 'This is what you order. With your yes the work can begin and is insured.',
    worker: 'Who works',
    work: 'Work',
    place: 'Place',
    days: 'Days',
    price: 'Price',
    withoutVat: 'without VAT',
    validUntil: 'This link works until',
    accept: 'I accept',
    changes: 'I ask for changes',
    refuse: 'I refuse',
    reason: 'What should be different, or why not?',
    send: 'Send',
    language: 'Language',
    thanks: {
      accept: 'Thank you. The order is confirmed.',
      changes: 'Thank you. We pass on what should change and send you a new link.',
      refuse: 'The order is refused. Nothing will be invoiced.',
    },
    dead: {
      'link-unknown': 'This link is not one of ours.',
      'link-expired': 'This link is no longer valid.',
      'link-withdrawn': 'The order has changed since: use the newest link you received.',
      'link-used': 'This order has been answered already.',
    },
    askBranch: 'Ask the cooperative for a new link by replying to its e-mail.',
  },
  fr: {
    subject: 'Votre commande est à confirmer',
    invites: 'Veuillez lire la commande et la confirmer par ce lien. Aucun compte n’est nécessaire.',
    title: 'Confirmez votre commande',
    lead: 'Voici ce que vous commandez. Avec votre accord, le travail peut commencer et il est assuré.',
    worker: 'Qui travaille',
    work: 'Travail',
    place: 'Lieu',
    days: 'Jours',
    price: 'Prix',
    withoutVat: 'hors TVA',
    validUntil: 'Ce lien est valable jusqu’au',
    accept: 'J’accepte',
    changes: 'Je demande des modifications',
    refuse: 'Je refuse',
    reason: 'Que faut-il modifier, ou pourquoi pas ?',
    send: 'Envoyer',
    language: 'Langue',
    thanks: {
      accept: 'Merci. La commande est confirmée.',
      changes: 'Merci. Nous transmettons vos demandes et vous enverrons un nouveau lien.',
      refuse: 'La commande est refusée. Rien ne sera facturé.',
    },
    dead: {
      'link-unknown': 'Ce lien n’est pas de chez nous.',
      'link-expired': 'Ce lien n’est plus valable.',
      'link-withdrawn': 'La commande a changé depuis : utilisez le lien le plus récent.',
      'link-used': 'Une réponse a déjà été donnée à cette commande.',
    },
    askBranch: 'Demandez un nouveau lien à la coopérative en répondant à son message.',
  },
  nl: {
    subject: 'Bevestig uw bestelling',
    invites: 'Lees de bestelling en bevestig ze met deze link. U hebt geen account nodig.',
    title: 'Bevestig uw bestelling',
    lead: 'Dit bestelt u. Met uw akkoord kan het werk beginnen en is het verzekerd.',
    worker: 'Wie werkt',
    work: 'Werk',
    place: 'Plaats',
    days: 'Dagen',
    price: 'Prijs',
    withoutVat: 'exclusief btw',
    validUntil: 'Deze link is geldig tot',
    accept: 'Ik aanvaard',
    changes: 'Ik vraag wijzigingen',
    refuse: 'Ik weiger',
    reason: 'Wat moet er anders, of waarom niet?',
    send: 'Versturen',
    language: 'Taal',
    thanks: {
      accept: 'Dank u. De bestelling is bevestigd.',
      changes: 'Dank u. We geven uw vragen door en sturen een nieuwe link.',
      refuse: 'De bestelling is geweigerd. Er wordt niets gefactureerd.',
    },
    dead: {
      'link-unknown': 'Deze link is niet van ons.',
      'link-expired': 'Deze link is niet meer geldig.',
      'link-withdrawn': 'De bestelling is intussen gewijzigd: gebruik de nieuwste link.',
      'link-used': 'Deze bestelling is al beantwoord.',
    },
    askBranch: 'Vraag de coöperatie om een nieuwe link door op haar e-mail te antwoorden.',
  },
  sv: {
    subject: 'Bekräfta din beställning',
    invites: 'Läs beställningen och bekräfta den med länken. Inget konto behövs.',
    title: 'Bekräfta din beställning',
    lead: 'Det här beställer du. Med ditt ja kan arbetet börja och är försäkrat.',
    worker: 'Vem som arbetar',
    work: 'Arbete',
    place: 'Plats',
    days: 'Dagar',
    price: 'Pris',
    withoutVat: 'exklusive moms',
    validUntil: 'Länken gäller till',
    accept: 'Jag godkänner',
    changes: 'Jag vill ha ändringar',
    refuse: 'Jag avböjer',
    reason: 'Vad ska ändras, eller varför inte?',
    send: 'Skicka',
    language: 'Språk',
    thanks: {
      accept: 'Tack. Beställningen är bekräftad.',
      changes: 'Tack. Vi för dina önskemål vidare och skickar en ny länk.',
      refuse: 'Beställningen är avböjd. Inget kommer att faktureras.',
    },
    dead: {
      'link-unknown': 'Den här länken är inte vår.',
      'link-expired': 'Länken gäller inte längre.',
      'link-withdrawn': 'Beställningen har ändrats: använd den senaste länken.',
      'link-used': 'Beställningen är redan besvarad.',
    },
    askBranch: 'Be kooperativet om en ny länk genom att svara på dess e-post.',
  },
  de: {
    subject: 'Bitte bestätigen Sie Ihren Auftrag',
    invites: 'Bitte lesen Sie den Auftrag und bestätigen Sie ihn über diesen Link. Ein Konto ist nicht nötig.',
    title: 'Bestätigen Sie Ihren Auftrag',
    lead: 'Das beauftragen Sie. Mit Ihrem Ja kann die Arbeit beginnen und ist versichert.',
    worker: 'Wer arbeitet',
    work: 'Arbeit',
    place: 'Ort',
    days: 'Tage',
    price: 'Preis',
    withoutVat: 'ohne USt',
    validUntil: 'Dieser Link gilt bis',
    accept: 'Ich nehme an',
    changes: 'Ich bitte um Änderungen',
    refuse: 'Ich lehne ab',
    reason: 'Was soll anders sein, oder warum nicht?',
    send: 'Senden',
    language: 'Sprache',
    thanks: {
      accept: 'Danke. Der Auftrag ist bestätigt.',
      changes: 'Danke. Wir geben Ihre Wünsche weiter und senden einen neuen Link.',
      refuse: 'Der Auftrag ist abgelehnt. Es wird nichts berechnet.',
    },
    dead: {
      'link-unknown': 'Dieser Link ist keiner von uns.',
      'link-expired': 'Dieser Link ist nicht mehr gültig.',
      'link-withdrawn': 'Der Auftrag hat sich geändert: Bitte nutzen Sie den neuesten Link.',
      'link-used': 'Dieser Auftrag ist schon beantwortet.',
    },
    askBranch: 'Bitten Sie die Genossenschaft um einen neuen Link, indem Sie auf ihre E-Mail antworten.',
  },
};

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', sv: 'sv-SE', de: 'de-DE' };

/** A day as the reader writes it: 9 March 2026. */
export const dayInWords = (date: Date | string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

export const priceInWords = ({ price }: Pick<MissionTerms, 'price'>, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: price.currency }).format(
    price.toDecimal() as `${number}`,
  );

/** The letter that carries the link. It names the order and the price, never an account number. */
export function invitation(
  terms: MissionTerms,
  { url, expiresAt }: { readonly url: string; readonly expiresAt: Date },
): Omit<Letter, 'to'> {
  const { language, name } = terms.client;
  const words = clientWords[language];
  const price = `${priceInWords(terms, language)} ${words.withoutVat}`;
  const text = [
    name,
    '',
    words.invites,
    '',
    `${words.work}: ${terms.work}`,
    `${words.worker}: ${terms.worker.name}, ${terms.worker.role}`,
    `${words.days}: ${dayInWords(terms.first, language)} – ${dayInWords(terms.last, language)} (${terms.days})`,
    `${words.price}: ${price}`,
    '',
    url,
    '',
    `${words.validUntil} ${dayInWords(expiresAt, language)}.`,
  ].join('\n');
  return { subject: `${words.subject} (${terms.reference})`, text };
}
