import { itsState, notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { ExplainRefusal } from './bank.service.js';
import type { DebitRefusal, ReturnRefusal } from './debit.js';

/** What a decision about a line of the bank rests on. */
export const lineFields: Readonly<Record<string, Words>> = {
  state: itsState,
  explanations: {
    en: 'what was said of it',
    fr: 'ce qui en a été dit',
    nl: 'wat erover is gezegd',
    sv: 'vad som har sagts om den',
    de: 'was dazu gesagt wurde',
  },
};

const cannotExplain = problemKind({
  slug: 'bank-line-cannot-be-explained',
  status: 409,
  title: {
    en: 'This line cannot be explained like that',
    fr: 'Cette ligne ne peut pas être expliquée ainsi',
    nl: 'Deze regel kan zo niet worden verklaard',
    sv: 'Raden kan inte förklaras så',
    de: 'Diese Zeile lässt sich so nicht erklären',
  },
  cure: {
    en: 'Nothing was booked. The detail says what stands against it; load the line again and choose anew.',
    fr: 'Rien n’a été comptabilisé. Le détail dit ce qui s’y oppose ; rechargez la ligne et choisissez à nouveau.',
    nl: 'Er is niets geboekt. Het detail zegt wat in de weg staat; laad de regel opnieuw en kies opnieuw.',
    sv: 'Inget har bokförts. Detaljen säger vad som hindrar; läs in raden igen och välj på nytt.',
    de: 'Es wurde nichts gebucht. Das Detail sagt, was entgegensteht; laden Sie die Zeile neu und wählen Sie erneut.',
  },
});

const at = (pointer: string, code: string, detail: Words): Problem =>
  new Problem(cannotExplain, { detail, errors: [{ pointer, code, detail }] });

const explainedAlready: Words = {
  en: 'It is explained already: somebody was faster, or it is a transfer that was ordered here.',
  fr: 'Elle est déjà expliquée : quelqu’un a été plus rapide, ou c’est un virement ordonné ici.',
  nl: 'Ze is al verklaard: iemand was sneller, of het is een overschrijving die hier werd opgedragen.',
  sv: 'Den är redan förklarad: någon hann före, eller så är det en överföring som beställdes här.',
  de: 'Sie ist schon erklärt: Jemand war schneller, oder es ist eine Überweisung, die hier beauftragt wurde.',
};

const sharedProblems = {
  'no-such-line': () => new Problem(notFound),
  'line-explained': () => new Problem(cannotExplain, explainedAlready),
};

export const debitProblems = refusalTable<DebitRefusal | ExplainRefusal>({
  ...sharedProblems,
  'debit-explained': () => new Problem(cannotExplain, explainedAlready),
  'not-money-out': () =>
    new Problem(cannotExplain, {
      en: 'Money came in with this line. Match it with the invoice that it pays, or with the claim that it answers.',
      fr: 'Cette ligne est une entrée d’argent. Rapprochez-la de la facture qu’elle paie ou de la réclamation à laquelle elle répond.',
      nl: 'Met deze regel kwam er geld binnen. Koppel ze aan de factuur die ermee wordt betaald, of aan de claim waarop ze antwoordt.',
      sv: 'Med den här raden kom pengar in. Koppla den till fakturan som den betalar, eller till kravet som den besvarar.',
      de: 'Mit dieser Zeile ging Geld ein. Ordnen Sie sie der Rechnung zu, die sie bezahlt, oder der Rückforderung, auf die sie antwortet.',
    }),
  'claimed-already': () =>
    at('#/kind', 'claimed-already', {
      en: 'It is claimed back already. Say what it was once the bank has refused, or wait for its return.',
      fr: 'Le montant est déjà réclamé. Dites ce que c’était une fois que la banque a refusé, ou attendez son retour.',
      nl: 'Het bedrag is al teruggevraagd. Zeg wat het was zodra de bank heeft geweigerd, of wacht tot het terugkomt.',
      sv: 'Beloppet är redan återkrävt. Säg vad det var när banken har vägrat, eller vänta tills det kommer tillbaka.',
      de: 'Der Betrag ist schon zurückgefordert. Sagen Sie, was es war, sobald die Bank abgelehnt hat, oder warten Sie auf die Rückzahlung.',
    }),
  'no-client': () =>
    at('#/client', 'no-client', {
      en: 'Say to which client the money went back.',
      fr: 'Dites à quel client l’argent a été remboursé.',
      nl: 'Zeg aan welke klant het geld werd terugbetaald.',
      sv: 'Säg till vilken kund pengarna gick tillbaka.',
      de: 'Sagen Sie, an welchen Auftraggeber das Geld zurückging.',
    }),
  'client-of-another-entity': () =>
    at('#/client', 'client-of-another-entity', {
      en: 'The client belongs to another legal entity than the account of this line.',
      fr: 'Le client relève d’une autre entité juridique que le compte de cette ligne.',
      nl: 'De klant hoort bij een andere rechtspersoon dan de rekening van deze regel.',
      sv: 'Kunden hör till en annan juridisk person än radens konto.',
      de: 'Der Auftraggeber gehört zu einem anderen Rechtsträger als das Konto dieser Zeile.',
    }),
  'more-than-credit': ({ credit }) =>
    at('#/client', 'more-than-credit', {
      en: `The client has ${credit} with us, which is less than what left. Issue the credit note first, or say what else it was.`,
      fr: `Le client a ${credit} chez nous, moins que ce qui est sorti. Établissez d’abord la note de crédit, ou dites ce que c’était d’autre.`,
      nl: `De klant heeft ${credit} bij ons te goed, minder dan wat wegging. Maak eerst de creditnota, of zeg wat het anders was.`,
      sv: `Kunden har ${credit} tillgodo hos oss, mindre än vad som gick ut. Gör kreditfakturan först, eller säg vad det annars var.`,
      de: `Der Auftraggeber hat ${credit} bei uns gut, weniger als abging. Stellen Sie zuerst die Rechnungskorrektur aus, oder sagen Sie, was es sonst war.`,
    }),
});

export const returnProblems = refusalTable<ReturnRefusal | ExplainRefusal>({
  ...sharedProblems,
  'not-money-in': () =>
    new Problem(cannotExplain, {
      en: 'Money left with this line: it brings nothing back.',
      fr: 'Cette ligne est une sortie d’argent : elle ne rend rien.',
      nl: 'Met deze regel ging er geld uit: ze brengt niets terug.',
      sv: 'Med den här raden gick pengar ut: den ger inget tillbaka.',
      de: 'Mit dieser Zeile ging Geld ab: Sie bringt nichts zurück.',
    }),
  'not-claimed': () =>
    at('#/debit', 'not-claimed', {
      en: 'Nothing is claimed back for that debit any more, or nothing ever was.',
      fr: 'Rien n’est plus réclamé pour ce débit, ou ne l’a jamais été.',
      nl: 'Voor die debitering is niets meer teruggevraagd, of nooit geweest.',
      sv: 'Inget är längre återkrävt för den debiteringen, eller har aldrig varit det.',
      de: 'Für diese Abbuchung ist nichts mehr zurückgefordert, oder war es nie.',
    }),
  'claim-of-another-entity': () =>
    at('#/debit', 'claim-of-another-entity', {
      en: 'That debit left the account of another legal entity.',
      fr: 'Ce débit a quitté le compte d’une autre entité juridique.',
      nl: 'Die debitering verliet de rekening van een andere rechtspersoon.',
      sv: 'Den debiteringen lämnade en annan juridisk persons konto.',
      de: 'Diese Abbuchung betraf das Konto eines anderen Rechtsträgers.',
    }),
  'more-than-claimed': ({ open }) =>
    at('#/debit', 'more-than-claimed', {
      en: `The bank still owes ${open} of that debit, and this line brings more. Look whether it answers another claim or pays an invoice.`,
      fr: `La banque doit encore ${open} de ce débit, et cette ligne apporte plus. Voyez si elle répond à une autre réclamation ou paie une facture.`,
      nl: `De bank is van die debitering nog ${open} verschuldigd, en deze regel brengt meer. Kijk of ze op een andere claim antwoordt of een factuur betaalt.`,
      sv: `Banken är ännu skyldig ${open} av den debiteringen, och raden ger mer. Se om den besvarar ett annat krav eller betalar en faktura.`,
      de: `Die Bank schuldet von dieser Abbuchung noch ${open}, und diese Zeile bringt mehr. Prüfen Sie, ob sie zu einer anderen Rückforderung gehört oder eine Rechnung bezahlt.`,
    }),
});
