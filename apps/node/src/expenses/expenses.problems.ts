import {
  itsState,
  notFound,
  Problem,
  type ProblemError,
  problemKind,
  publicId,
  refusalTable,
  type Words,
} from '@passerelle/doors';
import type { Money } from '@passerelle/values';
import type { Budget } from '../activities/budget.js';
import { fileProblems } from '../files/files.problems.js';
import type { ExpenseForm } from './expense.js';
import type { ExpenseRefusal } from './expenses.service.js';
import type { UploadRefusal } from './receipts.service.js';

const expenseRefused = problemKind({
  slug: 'expense-refused',
  status: 422,
  title: {
    en: 'This expense cannot be claimed so',
    fr: 'Ces frais ne peuvent pas être demandés ainsi',
    nl: 'Deze onkosten kunnen zo niet worden ingediend',
    sv: 'Utlägget kan inte begäras så',
    de: 'Diese Auslage lässt sich so nicht einreichen',
  },
  cure: {
    en: 'The draft is kept. "errors" names each field with what is missing or does not fit; correct it and submit again.',
    fr: 'Le brouillon est conservé. « errors » nomme chaque champ avec ce qui manque ou ne convient pas ; corrigez et renvoyez.',
    nl: 'Het concept is bewaard. "errors" noemt elk veld met wat ontbreekt of niet klopt; verbeter het en dien opnieuw in.',
    sv: 'Utkastet är sparat. ”errors” anger varje fält med det som saknas eller inte stämmer; rätta och skicka igen.',
    de: 'Der Entwurf bleibt erhalten. „errors“ nennt jedes Feld mit dem, was fehlt oder nicht passt; berichtigen und erneut senden.',
  },
});

const notAvailable = problemKind({
  slug: 'not-available-for-expenses',
  status: 422,
  title: {
    en: 'The budget does not have this much for expenses',
    fr: 'Le budget n’a pas autant pour des frais',
    nl: 'Het budget heeft niet zoveel voor onkosten',
    sv: 'Budgeten har inte så mycket för utlägg',
    de: 'Das Budget hat nicht so viel für Auslagen',
  },
  cure: {
    en: 'Only money that has come in and that no wage needs pays for expenses; "budget" shows the sum. Wait until clients have paid, or set more aside of the next mission.',
    fr: 'Seul l’argent encaissé dont aucun salaire n’a besoin paie des frais ; « budget » montre le calcul. Attendez les paiements des clients, ou mettez davantage de côté sur la prochaine mission.',
    nl: 'Alleen geld dat binnen is en dat geen loon nodig heeft betaalt onkosten; "budget" toont de som. Wacht tot klanten betaald hebben, of zet meer opzij van de volgende opdracht.',
    sv: 'Bara pengar som har kommit in och som ingen lön behöver betalar utlägg; ”budget” visar uträkningen. Vänta tills kunderna har betalat, eller avsätt mer av nästa uppdrag.',
    de: 'Nur eingegangenes Geld, das kein Lohn braucht, zahlt Auslagen; „budget“ zeigt die Rechnung. Warten Sie auf Zahlungen oder legen Sie vom nächsten Auftrag mehr zurück.',
  },
});

const expenseMovedOn = problemKind({
  slug: 'expense-moved-on',
  status: 409,
  title: {
    en: 'This cannot be done with the expense any more, or not yet',
    fr: 'Cela n’est plus, ou pas encore, possible pour ces frais',
    nl: 'Dit kan met deze onkosten niet meer, of nog niet',
    sv: 'Det går inte längre, eller inte än, med utlägget',
    de: 'Das ist mit dieser Auslage nicht mehr oder noch nicht möglich',
  },
  cure: {
    en: 'An expense is a draft, then submitted, then approved or refused, then paid. Read it again and go on from its state.',
    fr: 'Des frais sont un brouillon, puis envoyés, puis approuvés ou refusés, puis payés. Relisez-les et continuez depuis leur état.',
    nl: 'Onkosten zijn een concept, dan ingediend, dan goedgekeurd of geweigerd, dan betaald. Lees ze opnieuw en ga verder vanaf hun status.',
    sv: 'Ett utlägg är ett utkast, sedan inskickat, sedan godkänt eller avslaget, sedan betalt. Läs det igen och fortsätt därifrån.',
    de: 'Eine Auslage ist Entwurf, dann eingereicht, dann genehmigt oder abgelehnt, dann bezahlt. Lesen Sie sie neu und machen Sie von dort weiter.',
  },
});

const ownClaim = problemKind({
  slug: 'own-claim',
  status: 403,
  title: {
    en: 'Nobody decides about her own claim',
    fr: 'Personne ne décide de sa propre demande',
    nl: 'Niemand beslist over de eigen aanvraag',
    sv: 'Ingen beslutar om sin egen begäran',
    de: 'Niemand entscheidet über den eigenen Antrag',
  },
  cure: {
    en: 'Ask another adviser or finance to decide.',
    fr: 'Demandez à un autre conseiller ou au service financier de décider.',
    nl: 'Vraag een andere adviseur of financiën om te beslissen.',
    sv: 'Be en annan rådgivare eller ekonomiavdelningen att besluta.',
    de: 'Bitten Sie eine andere Person aus der Beratung oder der Finanzabteilung um die Entscheidung.',
  },
});

const receiptRefused = problemKind({
  slug: 'receipt-refused',
  status: 422,
  title: {
    en: 'This file is no receipt we can keep',
    fr: 'Ce fichier n’est pas un reçu que nous pouvons garder',
    nl: 'Dit bestand is geen bewijs dat we kunnen bewaren',
    sv: 'Filen är inget kvitto som vi kan spara',
    de: 'Diese Datei ist kein Beleg, den wir aufbewahren können',
  },
  cure: {
    en: 'Send a whole photo (JPEG, PNG, WebP or HEIC) or a PDF, at most 10 MB. It is kept apart, so that your adviser can look at it.',
    fr: 'Envoyez une photo entière (JPEG, PNG, WebP ou HEIC) ou un PDF, 10 Mo au plus. Il est gardé à part, pour que votre conseiller puisse le regarder.',
    nl: 'Stuur een hele foto (JPEG, PNG, WebP of HEIC) of een pdf, hoogstens 10 MB. Het is apart bewaard, zodat uw adviseur het kan bekijken.',
    sv: 'Skicka ett helt foto (JPEG, PNG, WebP eller HEIC) eller en pdf, högst 10 MB. Den är sparad för sig, så att din rådgivare kan titta på den.',
    de: 'Senden Sie ein ganzes Foto (JPEG, PNG, WebP oder HEIC) oder ein PDF, höchstens 10 MB. Die Datei wird gesondert aufbewahrt, damit Ihre Beratung sie ansehen kann.',
  },
});

const sameReceipt = problemKind({
  slug: 'same-receipt',
  status: 409,
  title: {
    en: 'This file was sent before',
    fr: 'Ce fichier a déjà été envoyé',
    nl: 'Dit bestand werd al gestuurd',
    sv: 'Filen har skickats tidigare',
    de: 'Diese Datei wurde schon gesendet',
  },
  cure: {
    en: 'A receipt is claimed once. "first" names the one that was sent before; use it if it is yours and stands for no expense.',
    fr: 'Un reçu ne sert qu’une fois. « first » nomme le premier envoi ; utilisez-le s’il est à vous et ne se rapporte à aucuns frais.',
    nl: 'Een bewijs wordt één keer gebruikt. "first" noemt het eerste; gebruik dat als het van u is en nog bij geen onkosten hoort.',
    sv: 'Ett kvitto används en gång. ”first” anger det första; använd det om det är ditt och inte hör till något utlägg.',
    de: 'Ein Beleg gilt einmal. „first“ nennt den ersten; nutzen Sie ihn, wenn er Ihrer ist und noch zu keiner Auslage gehört.',
  },
});

export const noMember = problemKind({
  slug: 'only-members-claim',
  status: 422,
  title: {
    en: 'Only members claim expenses',
    fr: 'Seuls les membres demandent des frais',
    nl: 'Alleen leden dienen onkosten in',
    sv: 'Bara medlemmar begär ersättning för utlägg',
    de: 'Nur Mitglieder reichen Auslagen ein',
  },
  cure: {
    en: 'This account belongs to no member. Sign in with the account of the member who spent the money.',
    fr: 'Ce compte n’appartient à aucun membre. Connectez-vous avec le compte du membre qui a dépensé l’argent.',
    nl: 'Dit account hoort bij geen lid. Meld u aan met het account van het lid dat het geld uitgaf.',
    sv: 'Kontot hör inte till någon medlem. Logga in med kontot för medlemmen som betalade.',
    de: 'Dieses Benutzerkonto gehört keinem Mitglied. Melden Sie sich mit dem Benutzerkonto des Mitglieds an, das bezahlt hat.',
  },
});

const unfit = (...errors: readonly ProblemError[]): Problem => new Problem(expenseRefused, { errors });

const textsOf = (budget: Budget): object =>
  Object.fromEntries((Object.entries(budget) as [string, Money][]).map(([name, amount]) => [name, amount.toJSON()]));

/** What each part of the sum is called, in the order in which it is made. */
const sumWords = {
  en: ['collected', 'carried', 'contribution', 'wages', 'expenses', 'reserved', 'granted', 'received', 'other'],
  fr: ['encaissé', 'couvert', 'contribution', 'salaires', 'frais', 'réservé', 'transféré', 'reçu', 'autre'],
  nl: ['ontvangen', 'gedragen', 'bijdrage', 'lonen', 'onkosten', 'gereserveerd', 'gegeven', 'gekregen', 'overige'],
  sv: ['inkommet', 'täckt', 'avgift', 'löner', 'utlägg', 'reserverat', 'överfört', 'mottaget', 'annat'],
  de: ['eingegangen', 'getragen', 'Beitrag', 'Löhne', 'Auslagen', 'reserviert', 'gegeben', 'erhalten', 'Sonstiges'],
} as const;

/** The sum as one line, in the order in which it is made. */
const sumOf = ({ available, lacking, ...budget }: Budget, language: keyof typeof sumWords): string => {
  const [collected, carried, contribution, wages, expenses, reserved, granted, received, other] = sumWords[language];
  return [
    `${collected} ${budget.collected.toDecimal()}`,
    `+ ${carried} ${budget.carried.toDecimal()}`,
    `− ${contribution} ${budget.contribution.toDecimal()}`,
    `− ${wages} ${budget.paidWages.plus(budget.plannedWages).toDecimal()}`,
    `− ${expenses} ${budget.expenses.toDecimal()}`,
    `− ${reserved} ${budget.reserved.toDecimal()}`,
    `− ${granted} ${budget.granted.toDecimal()}`,
    `+ ${received} ${budget.received.toDecimal()}`,
    ...(budget.other.isZero() ? [] : [`+ ${other} ${budget.other.toDecimal()}`]),
    `= ${available.minus(lacking)}`,
  ].join(' ');
};

/** What to do about each field that is empty. */
const fillIn: Readonly<Record<keyof ExpenseForm, Omit<Words, 'en'>>> = {
  kind: {
    fr: 'Choisissez de quels frais il s’agit.',
    nl: 'Kies welke onkosten het zijn.',
    sv: 'Välj vilken typ av utlägg det är.',
    de: 'Wählen Sie die Art der Auslage.',
  },
  spentOn: {
    fr: 'Choisissez la date du reçu.',
    nl: 'Kies de dag op het bewijs.',
    sv: 'Välj kvittots datum.',
    de: 'Wählen Sie den Tag auf dem Beleg.',
  },
  purpose: {
    fr: 'Dites à quoi cela a servi.',
    nl: 'Zeg waarvoor het was.',
    sv: 'Skriv vad det gällde.',
    de: 'Sagen Sie, wofür es war.',
  },
  country: {
    fr: 'Choisissez le pays de l’achat.',
    nl: 'Kies het land van de winkel.',
    sv: 'Välj inköpsland.',
    de: 'Wählen Sie das Land des Geschäfts.',
  },
  madeOutTo: {
    fr: 'Dites à quel nom est le reçu.',
    nl: 'Zeg op wiens naam het bewijs staat.',
    sv: 'Säg vem kvittot är utställt på.',
    de: 'Sagen Sie, auf wen der Beleg lautet.',
  },
  lines: {
    fr: 'Écrivez ce qui a été payé, et la TVA s’il y en a.',
    nl: 'Schrijf wat er betaald is, en de btw als die er is.',
    sv: 'Skriv vad som betalades, och momsen om det finns någon.',
    de: 'Schreiben Sie, was bezahlt wurde, und die Umsatzsteuer, wo es eine gibt.',
  },
  quantity: {
    fr: 'Écrivez un nombre entier supérieur à zéro.',
    nl: 'Schrijf een geheel getal boven nul.',
    sv: 'Skriv ett helt tal över noll.',
    de: 'Schreiben Sie eine ganze Zahl über null.',
  },
  receipts: {
    fr: 'Ajoutez le reçu.',
    nl: 'Voeg het bewijs toe.',
    sv: 'Lägg till kvittot.',
    de: 'Fügen Sie den Beleg hinzu.',
  },
};

const journeyWords = {
  kilometres: { fr: 'un kilomètre', nl: 'een kilometer', sv: 'en kilometer', de: 'einen Kilometer' },
  per_diem: { fr: 'un jour de voyage', nl: 'een reisdag', sv: 'en resdag', de: 'einen Reisetag' },
} as const;

/** What a decision about an expense rests on. */
export const expenseFields = {
  state: itsState,
  form: {
    en: 'what was filled in',
    fr: 'ce qui a été rempli',
    nl: 'wat is ingevuld',
    sv: 'det som fyllts i',
    de: 'was ausgefüllt wurde',
  },
  claim: {
    en: 'the amount',
    fr: 'le montant',
    nl: 'het bedrag',
    sv: 'beloppet',
    de: 'der Betrag',
  },
};

export const expenseProblems = refusalTable<ExpenseRefusal>({
  'no-such-expense': () => new Problem(notFound),
  'no-such-activity': () =>
    unfit({
      pointer: '#/activity',
      code: 'no-such-activity',
      detail: {
        en: 'The worker has no part in such an activity.',
        fr: 'La personne ne participe à aucune activité de ce genre.',
        nl: 'De werknemer heeft geen deel in zo’n activiteit.',
        sv: 'Personen deltar inte i någon sådan verksamhet.',
        de: 'Die Person ist an keiner solchen Aktivität beteiligt.',
      },
    }),
  'not-from-here': ({ move, state }) =>
    new Problem(expenseMovedOn, {
      detail: {
        en: `The expense is ${state}.`,
        fr: 'Ces frais ne sont pas, ou plus, dans l’état qu’il faut. Rechargez la page pour voir où ils en sont.',
        nl: 'Deze onkosten zijn niet, of niet meer, in de status die dit vraagt. Laad de pagina opnieuw om te zien waar ze staan.',
        sv: 'Utlägget är inte längre, eller inte än, i det läget. Ladda om sidan för att se var det är.',
        de: 'Diese Auslage ist nicht mehr oder noch nicht so weit. Laden Sie die Seite neu, um zu sehen, wo sie steht.',
      },
      extra: { move, state },
    }),
  incomplete: ({ fields }) =>
    unfit(
      ...fields.map((field) => ({
        pointer: `#/${field}`,
        code: 'missing',
        detail: { en: `Fill in "${field}".`, ...fillIn[field] },
      })),
    ),
  'shares-are-personal': () =>
    unfit({
      pointer: '#/kind',
      code: 'shares-are-personal',
      detail: {
        en: 'A share of the cooperative is bought with the member’s own money, never from a budget.',
        fr: 'Une part de la coopérative s’achète avec l’argent du membre, jamais avec un budget.',
        nl: 'Een aandeel van de coöperatie wordt met eigen geld van het lid gekocht, nooit uit een budget.',
        sv: 'En andel i kooperativet köps för medlemmens egna pengar, aldrig ur en budget.',
        de: 'Ein Anteil der Genossenschaft wird mit eigenem Geld des Mitglieds gekauft, nie aus einem Budget.',
      },
    }),
  'not-spent-yet': ({ spentOn, today }) =>
    unfit({
      pointer: '#/spentOn',
      code: 'not-spent-yet',
      detail: {
        en: `${spentOn} is after today, ${today}.`,
        fr: `Le ${spentOn} est après aujourd’hui, le ${today}.`,
        nl: `${spentOn} is na vandaag, ${today}.`,
        sv: `Den ${spentOn} är efter i dag, den ${today}.`,
        de: `Der ${spentOn} liegt nach heute, dem ${today}.`,
      },
    }),
  'no-allowance': ({ of, country, on }) =>
    unfit({
      pointer: '#/kind',
      code: 'no-allowance',
      detail: {
        en: `This release knows no amount for ${of} in ${country} on ${on}; claim the receipts of the journey instead, or add the amount with its source to the rules of ${country}.`,
        fr: `Aucun montant pour ${journeyWords[of].fr} n’est connu pour ${country} le ${on} ; demandez plutôt le remboursement du trajet sur la base des reçus, ou faites ajouter le montant avec sa source.`,
        nl: `Voor ${journeyWords[of].nl} is in ${country} op ${on} geen bedrag bekend; vraag liever de bewijzen van de reis terug, of laat het bedrag met zijn bron toevoegen.`,
        sv: `Inget belopp för ${journeyWords[of].sv} är känt i ${country} den ${on}; begär ersättning för resan mot kvitto i stället, eller låt lägga till beloppet med dess källa.`,
        de: `Für ${journeyWords[of].de} ist in ${country} am ${on} kein Betrag bekannt; reichen Sie stattdessen die Belege der Reise ein, oder lassen Sie den Betrag mit seiner Quelle ergänzen.`,
      },
    }),
  'another-currency': ({ line, expected, found }) =>
    unfit({
      pointer: `#/lines/${line}`,
      code: 'another-currency',
      detail: {
        en: `The book is kept in ${expected}, not ${found}: claim what your bank took in ${expected}, with its statement.`,
        fr: `La comptabilité est tenue en ${expected}, pas en ${found} : demandez ce que votre banque a débité en ${expected}, avec son relevé.`,
        nl: `Het boek wordt in ${expected} gehouden, niet in ${found}: vraag terug wat uw bank in ${expected} afhield, met haar afschrift.`,
        sv: `Bokföringen är i ${expected}, inte i ${found}: begär det som din bank drog i ${expected}, med kontoutdraget.`,
        de: `Das Buch wird in ${expected} geführt, nicht in ${found}: Reichen Sie ein, was Ihre Bank in ${expected} abgebucht hat, mit ihrem Auszug.`,
      },
    }),
  'nothing-spent': () =>
    unfit({
      pointer: '#/lines',
      code: 'nothing-spent',
      detail: {
        en: 'The lines come to zero.',
        fr: 'La somme des lignes est zéro.',
        nl: 'De lijnen komen op nul uit.',
        sv: 'Raderna blir noll.',
        de: 'Die Zeilen ergeben null.',
      },
    }),
  'vat-does-not-fit': ({ line, expected, found }) =>
    unfit({
      pointer: `#/lines/${line}/vat`,
      code: 'vat-does-not-fit',
      detail: {
        en: `At this rate the VAT is ${expected}, not ${found}; read the receipt again.`,
        fr: `À ce taux, la TVA est de ${expected}, pas de ${found} ; relisez le reçu.`,
        nl: `Met dit tarief is de btw ${expected}, niet ${found}; lees het bewijs nog eens.`,
        sv: `Med den satsen är momsen ${expected}, inte ${found}; läs kvittot en gång till.`,
        de: `Bei diesem Satz beträgt die Umsatzsteuer ${expected}, nicht ${found}; lesen Sie den Beleg noch einmal.`,
      },
    }),
  'not-your-receipt': ({ at }) =>
    unfit({
      pointer: `#/receipts/${at}`,
      code: 'not-your-receipt',
      detail: {
        en: 'The worker has sent no such receipt.',
        fr: 'La personne n’a envoyé aucun reçu de ce genre.',
        nl: 'De werknemer heeft zo’n bewijs niet gestuurd.',
        sv: 'Personen har inte skickat något sådant kvitto.',
        de: 'Die Person hat keinen solchen Beleg gesendet.',
      },
    }),
  'receipt-used': ({ at, by }) =>
    unfit({
      pointer: `#/receipts/${at}`,
      code: 'receipt-used',
      detail: {
        en: `It stands for the expense ${publicId('exp', by)} already.`,
        fr: `Il se rapporte déjà aux frais ${publicId('exp', by)}.`,
        nl: `Het dient al voor de onkosten ${publicId('exp', by)}.`,
        sv: `Det hör redan till utlägget ${publicId('exp', by)}.`,
        de: `Er gehört schon zur Auslage ${publicId('exp', by)}.`,
      },
    }),
  'own-claim': () => new Problem(ownClaim),
  'not-available': ({ wanted, budget }) =>
    new Problem(notAvailable, {
      detail: {
        en: `The claim takes ${wanted}; ${sumOf(budget, 'en')}.`,
        fr: `La demande est de ${wanted} ; ${sumOf(budget, 'fr')}.`,
        nl: `De aanvraag vraagt ${wanted}; ${sumOf(budget, 'nl')}.`,
        sv: `Begäran gäller ${wanted}; ${sumOf(budget, 'sv')}.`,
        de: `Der Antrag braucht ${wanted}; ${sumOf(budget, 'de')}.`,
      },
      extra: {
        wanted: wanted.toJSON(),
        available: budget.available.toJSON(),
        budget: textsOf(budget),
      },
    }),
});

export const receiptProblems = refusalTable<UploadRefusal>({
  ...fileProblems(receiptRefused),
  'same-file': ({ first }) => {
    const on = first.receivedAt.toISOString().slice(0, 10);
    return new Problem(sameReceipt, {
      detail: {
        en: `It was sent on ${on}.`,
        fr: `Il a été envoyé le ${on}.`,
        nl: `Het werd gestuurd op ${on}.`,
        sv: `Den skickades den ${on}.`,
        de: `Sie wurde am ${on} gesendet.`,
      },
      extra: { first: publicId('rec', first.id), expense: first.expense && publicId('exp', first.expense) },
    });
  },
});
