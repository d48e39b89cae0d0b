import type { Language } from '@passerelle/rules';
import type { PlainDate } from '@passerelle/values';
import { type Letter, linesIn } from '../mail/letter.js';
import type { MissionTerms } from './mission.js';

/** What a client reads, in each language. */
export interface ClientWords {
  readonly subject: string;
  readonly invites: string;
  readonly title: string;
  readonly lead: string;
  readonly worker: string;
  readonly work: string;
  readonly days: string;
  readonly price: string;
  readonly withoutVat: string;
  readonly validUntil: string;
  readonly accept: string;
  readonly changes: string;
  readonly refuse: string;
  readonly paper: string;
  readonly reason: string;
  readonly reasonMissing: string;
  readonly language: string;
  /** After the answer, and again whenever the link is opened later. */
  readonly thanks: { readonly accept: string; readonly changes: string; readonly refuse: string };
  readonly acceptedOn: string;
  readonly signed: string;
  readonly invoiceComes: string;
  /** Of the letter that leads back to the signed order. */
  readonly confirmed: string;
  readonly signedBehind: string;
  readonly dead: {
    readonly 'link-unknown': string;
    readonly 'link-expired': string;
    readonly 'link-withdrawn': string;
  };
  readonly newLink: string;
  readonly newLinkSent: string;
}

export const clientWords: Readonly<Record<Language, ClientWords>> = {
  en: {
    subject: 'Please confirm your order',
    invites: 'Please read the order and confirm it with this link. It needs no account.',
    title: 'Confirm your order',
    lead: 'This is what you order. With your yes the work can begin and is insured.',
    worker: 'Who works',
    work: 'Work',
    days: 'Days',
    price: 'Price',
    withoutVat: 'without VAT',
    validUntil: 'This link works until',
    accept: 'I accept',
    changes: 'I ask for changes',
    refuse: 'I refuse',
    reason: 'What should be different, or why do you refuse?',
    language: 'Language',
    thanks: {
      accept: 'Thank you. The order is confirmed.',
      changes: 'Thank you. We pass on what should change and send you a new link.',
      refuse: 'The order is refused. Nothing will be invoiced.',
    },
    dead: {
      'link-unknown':
        'This link is not one of ours. If it was copied by hand, a part of it may be missing: open it from the e-mail.',
      'link-expired': 'This link is no longer valid.',
      'link-withdrawn': 'The order has changed since, or was called off. If you received a newer link, use that one.',
    },
    paper: 'The order as a document (PDF)',
    reasonMissing: 'Write here what should be different, or why you refuse. Then choose again.',
    acceptedOn: 'You accepted this order on',
    signed: 'Your signed copy, with the proof of who accepted what and when (PDF)',
    invoiceComes: 'The invoice comes by e-mail when the work is done.',
    confirmed: 'Your order is confirmed',
    signedBehind:
      'Thank you. Your signed copy, with the proof of who accepted what and when, is kept for you behind this link:',
    newLink: 'Send me a new link',
    newLinkSent:
      'If this order still waits for an answer, a new link is on its way to the e-mail address that the order was sent to. It takes a few minutes, and only the newest link works. Has nothing come after an hour? Look into the unwanted mail, then reply to the e-mail of the cooperative.',
  },
  fr: {
    subject: 'Votre commande est à confirmer',
    invites: 'Veuillez lire la commande et la confirmer par ce lien. Aucun compte n’est nécessaire.',
    title: 'Confirmez votre commande',
    lead: 'Voici ce que vous commandez. Avec votre accord, le travail peut commencer et il est assuré.',
    worker: 'Qui travaille',
    work: 'Travail',
    days: 'Jours',
    price: 'Prix',
    withoutVat: 'hors TVA',
    validUntil: 'Ce lien est valable jusqu’au',
    accept: 'J’accepte',
    changes: 'Je demande des modifications',
    refuse: 'Je refuse',
    reason: 'Que faut-il modifier, ou pourquoi refusez-vous ?',
    language: 'Langue',
    thanks: {
      accept: 'Merci. La commande est confirmée.',
      changes: 'Merci. Nous transmettons vos demandes et vous enverrons un nouveau lien.',
      refuse: 'La commande est refusée. Rien ne sera facturé.',
    },
    dead: {
      'link-unknown':
        'Ce lien n’est pas de chez nous. S’il a été recopié à la main, il en manque peut-être une partie : ouvrez-le depuis l’e-mail.',
      'link-expired': 'Ce lien n’est plus valable.',
      'link-withdrawn':
        'La commande a changé depuis, ou a été annulée. Si vous avez reçu un lien plus récent, utilisez celui-là.',
    },
    paper: 'La commande en document (PDF)',
    reasonMissing: 'Écrivez ici ce qu’il faut modifier, ou pourquoi vous refusez. Puis choisissez à nouveau.',
    acceptedOn: 'Vous avez accepté cette commande le',
    signed: 'Votre exemplaire signé, avec la preuve de qui a accepté quoi et quand (PDF)',
    invoiceComes: 'La facture arrive par e-mail une fois le travail réalisé.',
    confirmed: 'Votre commande est confirmée',
    signedBehind:
      'Merci. Votre exemplaire signé, avec la preuve de qui a accepté quoi et quand, est conservé pour vous à cette adresse :',
    newLink: 'Envoyez-moi un nouveau lien',
    newLinkSent:
      'Si cette commande attend encore une réponse, un nouveau lien part à l’adresse e-mail à laquelle la commande a été envoyée. Cela prend quelques minutes, et seul le lien le plus récent fonctionne. Rien après une heure ? Regardez dans les courriers indésirables, puis répondez à l’e-mail de la coopérative.',
  },
  nl: {
    subject: 'Bevestig uw bestelling',
    invites: 'Lees de bestelling en bevestig ze met deze link. U hebt geen account nodig.',
    title: 'Bevestig uw bestelling',
    lead: 'Dit bestelt u. Met uw akkoord kan het werk beginnen en is het verzekerd.',
    worker: 'Wie werkt',
    work: 'Werk',
    days: 'Dagen',
    price: 'Prijs',
    withoutVat: 'exclusief btw',
    validUntil: 'Deze link is geldig tot',
    accept: 'Ik aanvaard',
    changes: 'Ik vraag wijzigingen',
    refuse: 'Ik weiger',
    reason: 'Wat moet er anders, of waarom niet?',
    language: 'Taal',
    thanks: {
      accept: 'Dank u. De bestelling is bevestigd.',
      changes: 'Dank u. We geven uw vragen door en sturen een nieuwe link.',
      refuse: 'De bestelling is geweigerd. Er wordt niets gefactureerd.',
    },
    dead: {
      'link-unknown':
        'Deze link is niet van ons. Is hij met de hand overgenomen, dan ontbreekt er misschien een stuk: open hem vanuit de e-mail.',
      'link-expired': 'Deze link is niet meer geldig.',
      'link-withdrawn':
        'De bestelling is intussen gewijzigd of geannuleerd. Hebt u een nieuwere link gekregen, gebruik dan die.',
    },
    paper: 'De bestelling als document (pdf)',
    reasonMissing: 'Schrijf hier wat er anders moet, of waarom niet. Kies dan opnieuw.',
    acceptedOn: 'U hebt deze bestelling aanvaard op',
    signed: 'Uw ondertekend exemplaar, met het bewijs van wie wat wanneer aanvaard heeft (pdf)',
    invoiceComes: 'De factuur komt per e-mail zodra het werk gedaan is.',
    confirmed: 'Uw bestelling is bevestigd',
    signedBehind:
      'Dank u. Uw ondertekend exemplaar, met het bewijs van wie wat wanneer aanvaard heeft, wordt voor u bewaard achter deze link:',
    newLink: 'Stuur me een nieuwe link',
    newLinkSent:
      'Als deze bestelling nog op een antwoord wacht, is een nieuwe link onderweg naar het e-mailadres waarheen de bestelling gestuurd is. Dat duurt enkele minuten, en alleen de nieuwste link werkt. Niets gekomen na een uur? Kijk bij de ongewenste e-mail en antwoord dan op de e-mail van de coöperatie.',
  },
  sv: {
    subject: 'Bekräfta er beställning',
    invites: 'Läs beställningen och bekräfta den med länken. Inget konto behövs.',
    title: 'Bekräfta er beställning',
    lead: 'Det här beställer ni. När ni har godkänt kan arbetet börja, och det är försäkrat.',
    worker: 'Vem som arbetar',
    work: 'Arbete',
    days: 'Dagar',
    price: 'Pris',
    withoutVat: 'utan moms',
    validUntil: 'Länken gäller till',
    accept: 'Jag godkänner',
    changes: 'Jag vill ha ändringar',
    refuse: 'Jag avböjer',
    reason: 'Vad ska ändras, eller varför avböjer ni?',
    language: 'Språk',
    thanks: {
      accept: 'Tack. Beställningen är bekräftad.',
      changes: 'Tack. Vi för era önskemål vidare och skickar en ny länk.',
      refuse: 'Beställningen är avböjd. Inget kommer att faktureras.',
    },
    dead: {
      'link-unknown':
        'Den här länken är inte vår. Om den skrevs av för hand kan en del saknas: öppna den direkt från e-postmeddelandet.',
      'link-expired': 'Länken gäller inte längre.',
      'link-withdrawn': 'Beställningen har ändrats eller återkallats. Har ni fått en nyare länk, använd den.',
    },
    paper: 'Beställningen som dokument (PDF)',
    reasonMissing: 'Skriv här vad som ska ändras, eller varför ni avböjer. Välj sedan igen.',
    acceptedOn: 'Ni godkände beställningen den',
    signed: 'Ert undertecknade exemplar, med bevis på vem som godkände vad och när (PDF)',
    invoiceComes: 'Fakturan kommer med e-post när arbetet är utfört.',
    confirmed: 'Er beställning är bekräftad',
    signedBehind:
      'Tack. Ert undertecknade exemplar, med bevis på vem som godkände vad och när, finns kvar åt er på den här länken:',
    newLink: 'Skicka en ny länk till mig',
    newLinkSent:
      'Om beställningen fortfarande väntar på svar är en ny länk på väg till den e-postadress som beställningen skickades till. Det tar några minuter, och bara den nyaste länken gäller. Har inget kommit efter en timme? Titta bland skräpposten och svara sedan på kooperativets e-post.',
  },
  de: {
    subject: 'Bitte bestätigen Sie Ihren Auftrag',
    invites: 'Bitte lesen Sie den Auftrag und bestätigen Sie ihn über diesen Link. Ein Benutzerkonto ist nicht nötig.',
    title: 'Bestätigen Sie Ihren Auftrag',
    lead: 'Das geben Sie in Auftrag. Mit Ihrer Zusage kann die Arbeit beginnen und ist versichert.',
    worker: 'Wer arbeitet',
    work: 'Arbeit',
    days: 'Tage',
    price: 'Preis',
    withoutVat: 'ohne USt',
    validUntil: 'Dieser Link gilt bis',
    accept: 'Ich nehme an',
    changes: 'Ich bitte um Änderungen',
    refuse: 'Ich lehne ab',
    reason: 'Was soll anders sein, oder warum nicht?',
    language: 'Sprache',
    thanks: {
      accept: 'Danke. Der Auftrag ist bestätigt.',
      changes: 'Danke. Wir geben Ihre Wünsche weiter und senden einen neuen Link.',
      refuse: 'Der Auftrag ist abgelehnt. Es wird nichts berechnet.',
    },
    dead: {
      'link-unknown':
        'Dieser Link ist keiner von uns. Wurde er von Hand kopiert, fehlt vielleicht ein Teil: Öffnen Sie ihn aus der E-Mail.',
      'link-expired': 'Dieser Link ist nicht mehr gültig.',
      'link-withdrawn':
        'Der Auftrag hat sich geändert oder wurde zurückgezogen. Haben Sie einen neueren Link erhalten, nutzen Sie bitte diesen.',
    },
    paper: 'Der Auftrag als Dokument (PDF)',
    reasonMissing: 'Schreiben Sie hier, was anders sein soll, oder warum nicht. Wählen Sie dann noch einmal.',
    acceptedOn: 'Sie haben diesen Auftrag angenommen am',
    signed: 'Ihr unterzeichnetes Exemplar, mit dem Nachweis, wer was wann angenommen hat (PDF)',
    invoiceComes: 'Die Rechnung kommt per E-Mail, sobald die Arbeit getan ist.',
    confirmed: 'Ihr Auftrag ist bestätigt',
    signedBehind:
      'Danke. Ihr unterzeichnetes Exemplar, mit dem Nachweis, wer was wann angenommen hat, liegt für Sie hinter diesem Link:',
    newLink: 'Senden Sie mir einen neuen Link',
    newLinkSent:
      'Wenn dieser Auftrag noch auf eine Antwort wartet, ist ein neuer Link unterwegs an die E-Mail-Adresse, an die der Auftrag ging. Das dauert ein paar Minuten, und nur der neueste Link gilt. Ist nach einer Stunde nichts gekommen? Sehen Sie im Spam nach und antworten Sie dann auf die E-Mail der Genossenschaft.',
  },
};

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', sv: 'sv-SE', de: 'de-DE' };

/** A day as the reader writes it: 9 March 2026. */
export const dayInWords = (day: PlainDate, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** An instant by the clocks of the branch: 9 March 2026 at 10:00. */
export const momentInWords = (at: Date, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);

export const priceInWords = ({ price }: Pick<MissionTerms, 'price'>, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: price.currency }).format(
    price.toDecimal() as `${number}`,
  );

/** The letter that carries the link. It names the order and the price, never an account number. */
export function invitation(
  terms: MissionTerms,
  { url, until }: { readonly url: string; readonly until: { readonly at: Date; readonly zone: string } },
): Omit<Letter, 'to'> {
  const { language, name } = terms.client;
  const words = clientWords[language];
  const price = `${priceInWords(terms, language)} ${words.withoutVat}`;
  const line = linesIn(language);
  const text = [
    name,
    '',
    words.invites,
    '',
    line(words.work, terms.work),
    line(words.worker, `${terms.worker.name}, ${terms.worker.role}`),
    line(words.days, `${dayInWords(terms.first, language)} – ${dayInWords(terms.last, language)} (${terms.days})`),
    line(words.price, price),
    '',
    url,
    '',
    `${words.validUntil} ${momentInWords(until.at, until.zone, language)}.`,
  ].join('\n');
  return { subject: `${words.subject} (${terms.reference})`, text };
}

/** The letter that leads back to the signed order. */
export function confirmation(terms: MissionTerms, url: string): Omit<Letter, 'to'> {
  const { language, name } = terms.client;
  const words = clientWords[language];
  const text = [name, '', words.signedBehind, '', url, '', words.invoiceComes].join('\n');
  return { subject: `${words.confirmed} (${terms.reference})`, text };
}
