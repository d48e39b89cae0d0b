import {
  notFound,
  Problem,
  type ProblemError,
  problemKind,
  publicId,
  refusalTable,
  type Words,
} from '@passerelle/doors';
import { wordsOfFile } from './bank/bank-file.words.js';
import { notADocument, whyHeld } from './invoices/billing.words.js';
import type { CreditNoteRefusal } from './invoices/credit-notes.service.js';
import { reasonOf } from './invoices/held.js';
import type { RetryRefusal } from './invoices/invoices.service.js';
import type { LargeFile } from './bank/large-files.store.js';
import type { MatchRefusal } from './bank/payments.service.js';
import type { ImportRefusal } from './bank/statements.service.js';

const cannotBeBilled = problemKind({
  slug: 'mission-cannot-be-billed',
  status: 422,
  title: {
    en: 'The invoice of this mission cannot be made yet',
    fr: 'La facture de cette mission ne peut pas encore être établie',
    nl: 'De factuur van deze opdracht kan nog niet worden gemaakt',
    sv: 'Fakturan för det här uppdraget kan inte göras ännu',
    de: 'Die Rechnung zu diesem Auftrag kann noch nicht erstellt werden',
  },
  cure: {
    en: 'Something about VAT, the currency or the policies of the cooperative is not decided. The detail says what; mend it and try again.',
    fr: 'Un point concernant la TVA, la monnaie ou les règles de la coopérative n’est pas tranché. Le détail dit lequel ; corrigez-le et réessayez.',
    nl: 'Iets over de btw, de munt of het beleid van de coöperatie is niet beslist. Het detail zegt wat; los het op en probeer opnieuw.',
    sv: 'Något om momsen, valutan eller kooperativets policy är inte avgjort. Förklaringen säger vad; åtgärda det och försök igen.',
    de: 'Etwas zur Umsatzsteuer, zur Währung oder zu den Regelungen der Genossenschaft ist nicht entschieden. Das Detail sagt was; beheben Sie es und versuchen Sie es erneut.',
  },
});

const statementRefused = problemKind({
  slug: 'bank-statement-refused',
  status: 422,
  title: {
    en: 'This bank file was not imported',
    fr: 'Ce fichier bancaire n’a pas été importé',
    nl: 'Dit bankbestand is niet ingelezen',
    sv: 'Bankfilen lästes inte in',
    de: 'Diese Bankdatei wurde nicht eingelesen',
  },
  cure: {
    en: 'Nothing of the file was booked; it is kept for a person to look at. The answer names the line and the reason. Usually the bank gives a complete camt.053 file of your own account on request.',
    fr: 'Rien du fichier n’a été comptabilisé ; il est conservé pour examen. La réponse nomme la ligne et le motif. En général, la banque fournit sur demande un fichier camt.053 complet de votre compte.',
    nl: 'Niets uit het bestand is geboekt; het wordt bewaard zodat iemand het kan bekijken. Het antwoord noemt de regel en de reden. Meestal geeft de bank op verzoek een volledig camt.053-bestand van uw eigen rekening.',
    sv: 'Inget i filen har bokförts; den sparas så att någon kan titta på den. Svaret anger raden och orsaken. Oftast ger banken på begäran en fullständig camt.053-fil för ert eget konto.',
    de: 'Nichts aus der Datei wurde gebucht; sie wird zur Ansicht aufbewahrt. Die Antwort nennt Zeile und Grund. Meist gibt die Bank auf Anfrage eine vollständige camt.053-Datei Ihres eigenen Kontos.',
  },
});

const cannotMatch = problemKind({
  slug: 'bank-line-cannot-match',
  status: 409,
  title: {
    en: 'This line cannot pay that invoice',
    fr: 'Cette ligne ne peut pas payer cette facture',
    nl: 'Deze regel kan die factuur niet betalen',
    sv: 'Raden kan inte betala den fakturan',
    de: 'Diese Zeile kann jene Rechnung nicht bezahlen',
  },
  cure: {
    en: 'A line of the bank is explained once, and an invoice is paid up to what it has open. The detail says what stands against it; load the line again and choose anew.',
    fr: 'Une ligne bancaire s’explique une seule fois, et une facture se paie jusqu’à son solde. Le détail dit ce qui s’y oppose ; rechargez la ligne et choisissez à nouveau.',
    nl: 'Een bankregel wordt één keer verklaard, en een factuur wordt betaald tot wat openstaat. Het detail zegt wat in de weg staat; laad de regel opnieuw en kies opnieuw.',
    sv: 'En bankrad förklaras en gång, och en faktura betalas upp till det som återstår. Detaljen säger vad som hindrar; läs in raden igen och välj på nytt.',
    de: 'Eine Bankzeile wird einmal erklärt, und eine Rechnung wird bis zu ihrem offenen Betrag bezahlt. Das Detail sagt, was entgegensteht; laden Sie die Zeile neu und wählen Sie erneut.',
  },
});

const cannotCredit = problemKind({
  slug: 'invoice-cannot-be-credited',
  status: 409,
  title: {
    en: 'This credit note cannot be made',
    fr: 'Cette note de crédit ne peut pas être établie',
    nl: 'Deze creditnota kan niet worden gemaakt',
    sv: 'Kreditfakturan kan inte göras',
    de: 'Diese Rechnungskorrektur kann nicht erstellt werden',
  },
  cure: {
    en: 'An invoice is taken back up to what it bills, and billed again only when nothing of it is left. The detail says what stands against it; load the invoice again and choose anew.',
    fr: 'Une facture s’annule jusqu’à son montant, et ne se refait que s’il n’en reste rien. Le détail dit ce qui s’y oppose ; rechargez la facture et choisissez à nouveau.',
    nl: 'Een factuur wordt hoogstens voor haar bedrag gecrediteerd, en pas opnieuw gemaakt als er niets van overblijft. Het detail zegt wat in de weg staat; laad de factuur opnieuw en kies opnieuw.',
    sv: 'En faktura krediteras upp till sitt belopp och görs om först när inget av den är kvar. Detaljen säger vad som hindrar; läs in fakturan igen och välj på nytt.',
    de: 'Eine Rechnung wird höchstens bis zu ihrem Betrag storniert und nur neu gestellt, wenn nichts von ihr übrig ist. Das Detail sagt, was entgegensteht; laden Sie die Rechnung neu und wählen Sie erneut.',
  },
});

const wrongCredit = (pointer: string, code: string, detail: Words): Problem =>
  new Problem(cannotCredit, { detail, errors: [{ pointer, code, detail }] });

const wrongInvoice = (code: string, detail: Words): Problem => {
  const error: ProblemError = { pointer: '#/invoice', code, detail };
  return new Problem(cannotMatch, { detail, errors: [error] });
};

const heldBack = (refusal: Exclude<RetryRefusal, { kind: 'not-held' }>): Problem =>
  new Problem(cannotBeBilled, { detail: whyHeld(refusal), extra: { reason: reasonOf(refusal) } });

export const retryProblems = refusalTable<RetryRefusal>({
  'not-held': () => new Problem(notFound),
  'vat-undecided': heldBack,
  'lessons-abroad': heldBack,
  'registration-abroad': heldBack,
  'price-in-another-currency': heldBack,
  'no-term': heldBack,
  'not-a-document': heldBack,
});

export const creditProblems = refusalTable<CreditNoteRefusal>({
  'no-such-invoice': () => new Problem(notFound),
  'taken-back': ({ number }) =>
    new Problem(cannotCredit, {
      en: `Invoice ${number} is taken back already.`,
      fr: `La facture ${number} est déjà annulée.`,
      nl: `Factuur ${number} is al gecrediteerd.`,
      sv: `Faktura ${number} är redan krediterad.`,
      de: `Rechnung ${number} ist schon storniert.`,
    }),
  'nothing-to-credit': () =>
    wrongCredit('#/net', 'nothing-to-credit', {
      en: 'A credit note of nothing says nothing.',
      fr: 'Une note de crédit de zéro ne dit rien.',
      nl: 'Een creditnota van nul heeft geen zin.',
      sv: 'En kreditfaktura på noll säger ingenting.',
      de: 'Eine Rechnungskorrektur über null hat keinen Sinn.',
    }),
  'credit-in-another-currency': ({ books }) =>
    wrongCredit('#/net', 'credit-in-another-currency', {
      en: `The invoice is in ${books}.`,
      fr: `La facture est en ${books}.`,
      nl: `De factuur is in ${books}.`,
      sv: `Fakturan är i ${books}.`,
      de: `Die Rechnung ist in ${books}.`,
    }),
  'more-than-billed': ({ left }) =>
    wrongCredit('#/net', 'more-than-billed', {
      en: `${left} without VAT is left of the invoice.`,
      fr: `Il reste ${left} hors TVA de la facture.`,
      nl: `Van de factuur blijft ${left} zonder btw over.`,
      sv: `${left} utan moms är kvar av fakturan.`,
      de: `Von der Rechnung sind ${left} ohne Umsatzsteuer übrig.`,
    }),
  'part-stays-billed': () =>
    wrongCredit('#/billAgain', 'part-stays-billed', {
      en: 'Leave "net" out: a mission is billed again only when all is taken back.',
      fr: 'Laissez le montant vide : une mission n’est facturée à nouveau que si tout est annulé.',
      nl: 'Laat het bedrag leeg: een opdracht wordt pas opnieuw gefactureerd als alles is gecrediteerd.',
      sv: 'Lämna beloppet tomt: ett uppdrag faktureras igen först när allt är krediterat.',
      de: 'Lassen Sie den Betrag leer: Ein Auftrag wird nur neu in Rechnung gestellt, wenn alles storniert ist.',
    }),
  'not-a-document': (refusal) => new Problem(cannotCredit, notADocument(refusal)),
});

export const matchProblems = refusalTable<MatchRefusal>({
  'no-such-line': () => new Problem(notFound),
  'no-such-invoice': () =>
    wrongInvoice('no-such-invoice', {
      en: 'No invoice of this branch has that id.',
      fr: 'Aucune facture de cette coopérative n’a cet identifiant.',
      nl: 'Geen factuur van deze coöperatie heeft dit kenmerk.',
      sv: 'Ingen faktura hos kooperativet har den beteckningen.',
      de: 'Keine Rechnung dieser Genossenschaft hat diese Kennung.',
    }),
  'line-explained': () =>
    new Problem(cannotMatch, {
      en: 'Somebody explained the line before.',
      fr: 'Quelqu’un a déjà expliqué la ligne.',
      nl: 'Iemand heeft de regel al verklaard.',
      sv: 'Någon har redan förklarat raden.',
      de: 'Jemand hat die Zeile schon erklärt.',
    }),
  'not-money-in': () =>
    new Problem(cannotMatch, {
      en: 'Money went out on this line; only money that came in pays an invoice.',
      fr: 'De l’argent est sorti sur cette ligne ; seul l’argent entré paie une facture.',
      nl: 'Op deze regel ging geld weg; alleen geld dat binnenkwam, betaalt een factuur.',
      sv: 'På den här raden gick pengar ut; bara pengar som kom in betalar en faktura.',
      de: 'Auf dieser Zeile ging Geld ab; nur eingegangenes Geld bezahlt eine Rechnung.',
    }),
  'invoice-of-another-entity': () =>
    wrongInvoice('invoice-of-another-entity', {
      en: 'The invoice belongs to another legal entity than the account.',
      fr: 'La facture appartient à une autre entité juridique que le compte.',
      nl: 'De factuur hoort bij een andere rechtspersoon dan de rekening.',
      sv: 'Fakturan tillhör en annan juridisk person än kontot.',
      de: 'Die Rechnung gehört zu einem anderen Rechtsträger als das Konto.',
    }),
  'invoice-paid': ({ number }) =>
    wrongInvoice('invoice-paid', {
      en: `Invoice ${number} is paid already.`,
      fr: `La facture ${number} est déjà payée.`,
      nl: `Factuur ${number} is al betaald.`,
      sv: `Faktura ${number} är redan betald.`,
      de: `Rechnung ${number} ist schon bezahlt.`,
    }),
  'more-than-open': ({ amount, open }) => {
    const detail = {
      en: `${amount} came in and ${open} is open: send "excess": "keep" to keep the rest as the client’s money.`,
      fr: `${amount} sont entrés et ${open} restent à payer : choisissez de garder le reste comme argent du client.`,
      nl: `${amount} kwam binnen en ${open} staat open: kies ervoor de rest als tegoed van de klant te bewaren.`,
      sv: `${amount} kom in och ${open} återstår att betala: välj att behålla resten som kundens pengar.`,
      de: `${amount} gingen ein und ${open} sind offen: Wählen Sie, den Rest als Guthaben des Auftraggebers zu behalten.`,
    };
    return new Problem(cannotMatch, { detail, errors: [{ pointer: '#/excess', code: 'more-than-open', detail }] });
  },
});

const statementTooLarge = problemKind({
  slug: 'bank-statement-too-large',
  status: 413,
  title: {
    en: 'This bank file is too large',
    fr: 'Ce fichier bancaire est trop volumineux',
    nl: 'Dit bankbestand is te groot',
    sv: 'Bankfilen är för stor',
    de: 'Diese Bankdatei ist zu groß',
  },
  cure: {
    en: 'Ask the bank for shorter periods. The file stands whole among the refused files, with its size and its fingerprint.',
    fr: 'Demandez à la banque des périodes plus courtes. Le fichier entier figure parmi les fichiers refusés, avec sa taille et son empreinte.',
    nl: 'Vraag de bank om kortere periodes. Het hele bestand staat bij de geweigerde bestanden, met zijn grootte en vingerafdruk.',
    sv: 'Be banken om kortare perioder. Hela filen står bland de avvisade filerna, med storlek och fingeravtryck.',
    de: 'Bitten Sie die Bank um kürzere Zeiträume. Die ganze Datei steht bei den abgelehnten Dateien, mit Größe und Fingerabdruck.',
  },
});

/** A file is refused with its line and reason, and with the id under which it is kept. */
export const importProblem = (refusal: ImportRefusal): Problem => {
  const { kind, line, file } = refusal;
  const extra = { reason: kind, line, file: publicId('stm', file) };
  return new Problem(statementRefused, { detail: wordsOfFile(refusal), extra });
};

/** Whoever sent a file has gone before its end; nobody reads this answer. */
export const cutOff = problemKind({
  slug: 'bank-statement-cut-off',
  status: 400,
  title: {
    en: 'The bank file did not come whole',
    fr: 'Le fichier bancaire n’est pas arrivé entier',
    nl: 'Het bankbestand is niet volledig aangekomen',
    sv: 'Bankfilen kom inte fram hel',
    de: 'Die Bankdatei kam nicht ganz an',
  },
  cure: {
    en: 'Nothing of it was kept. Send it again.',
    fr: 'Rien n’en a été gardé. Envoyez-le à nouveau.',
    nl: 'Er is niets van bewaard. Stuur het opnieuw.',
    sv: 'Inget av den har sparats. Skicka den igen.',
    de: 'Nichts davon wurde aufbewahrt. Senden Sie sie noch einmal.',
  },
});

/** What is too large is kept whole, once: the same file again is named by the first. */
export const tooLargeProblem = ({ id, size, sha256, at }: LargeFile, limitMb: number): Problem =>
  new Problem(statementTooLarge, {
    detail: {
      en: `The file has ${size} bytes; at most ${limitMb} MB are read. Nothing of it was imported; it is kept whole.`,
      fr: `Le fichier a ${size} octets ; ${limitMb} Mo au plus sont lus. Rien n’en a été importé ; il est gardé en entier.`,
      nl: `Het bestand heeft ${size} bytes; hoogstens ${limitMb} MB wordt gelezen. Niets ervan is ingelezen; het is in zijn geheel bewaard.`,
      sv: `Filen har ${size} byte; högst ${limitMb} MB läses. Inget av den har lästs in; den har sparats hel.`,
      de: `Die Datei hat ${size} Bytes; höchstens ${limitMb} MB werden gelesen. Nichts davon wurde eingelesen; sie wurde ganz aufbewahrt.`,
    },
    extra: { reason: 'too-large', limitBytes: limitMb * 1024 * 1024, sha256, file: publicId('stm', id), keptSince: at },
  });
