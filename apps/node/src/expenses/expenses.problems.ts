import { notFound, Problem, type ProblemError, problemKind, publicId, refusalTable } from '@passerelle/doors';
import type { Money } from '@passerelle/values';
import type { Budget } from '../activities/budget.js';
import { fileProblems } from '../files/files.problems.js';
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
    sv: 'Utkastet är sparat. "errors" anger varje fält med det som saknas eller inte stämmer; rätta och skicka igen.',
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
    fr: 'Seul l’argent encaissé dont aucun salaire n’a besoin paie des frais ; « budget » montre le calcul. Attendez les paiements des clients, ou mettez plus de côté sur la prochaine mission.',
    nl: 'Alleen geld dat binnen is en dat geen loon nodig heeft betaalt onkosten; "budget" toont de som. Wacht tot klanten betaald hebben, of zet meer opzij van de volgende opdracht.',
    sv: 'Bara pengar som har kommit in och som ingen lön behöver betalar utlägg; "budget" visar uträkningen. Vänta tills kunderna har betalat, eller avsätt mer av nästa uppdrag.',
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
    nl: 'Onkosten zijn een concept, dan ingediend, dan goedgekeurd of geweigerd, dan betaald. Lees ze opnieuw en ga vanaf hun toestand verder.',
    sv: 'Ett utlägg är ett utkast, sedan inskickat, sedan godkänt eller avslaget, sedan betalt. Läs det igen och fortsätt därifrån.',
    de: 'Eine Auslage ist Entwurf, dann eingereicht, dann genehmigt oder abgelehnt, dann bezahlt. Neu lesen und vom Stand aus weitermachen.',
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
    fr: 'Demandez à une autre personne du conseil ou des finances de décider.',
    nl: 'Vraag een andere adviseur of financiën om te beslissen.',
    sv: 'Be en annan rådgivare eller ekonomi att besluta.',
    de: 'Bitten Sie eine andere Person aus Beratung oder Finanzen um die Entscheidung.',
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
    fr: 'Envoyez une photo entière (JPEG, PNG, WebP ou HEIC) ou un PDF, 10 Mo au plus. Il est gardé à part, pour que votre conseillère puisse le regarder.',
    nl: 'Stuur een hele foto (JPEG, PNG, WebP of HEIC) of een pdf, hoogstens 10 MB. Het is apart bewaard, zodat uw adviseur het kan bekijken.',
    sv: 'Skicka ett helt foto (JPEG, PNG, WebP eller HEIC) eller en pdf, högst 10 MB. Den är sparad för sig, så att din rådgivare kan titta på den.',
    de: 'Senden Sie ein ganzes Foto (JPEG, PNG, WebP oder HEIC) oder ein PDF, höchstens 10 MB. Sie liegt gesondert, damit Ihre Beratung sie ansehen kann.',
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
    fr: 'Un reçu se demande une fois. « first » nomme le premier ; utilisez-le s’il est à vous et ne sert à aucuns frais.',
    nl: 'Een bewijs wordt één keer gebruikt. "first" noemt het eerste; gebruik dat als het van u is en nergens voor dient.',
    sv: 'Ett kvitto används en gång. "first" anger det första; använd det om det är ditt och inte hör till något utlägg.',
    de: 'Ein Beleg gilt einmal. „first“ nennt den ersten; nutzen Sie ihn, wenn er Ihnen gehört und zu keiner Auslage.',
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
    de: 'Dieses Konto gehört keinem Mitglied. Melden Sie sich mit dem Konto des Mitglieds an, das bezahlt hat.',
  },
});

const unfit = (...errors: readonly ProblemError[]): Problem => new Problem(expenseRefused, { errors });

const textsOf = (budget: Budget): object =>
  Object.fromEntries((Object.entries(budget) as [string, Money][]).map(([name, amount]) => [name, amount.toJSON()]));

/** The sum as one line, in the order in which it is made. */
export const sumOf = ({ available, lacking, ...budget }: Budget): string =>
  [
    `collected ${budget.collected.toDecimal()}`,
    `+ carried ${budget.carried.toDecimal()}`,
    `− contribution ${budget.contribution.toDecimal()}`,
    `− wages ${budget.paidWages.plus(budget.plannedWages).toDecimal()}`,
    `− expenses ${budget.expenses.toDecimal()}`,
    `− reserved ${budget.reserved.toDecimal()}`,
    `− granted ${budget.granted.toDecimal()}`,
    `+ received ${budget.received.toDecimal()}`,
    ...(budget.other.isZero() ? [] : [`+ other ${budget.other.toDecimal()}`]),
    `= ${available.minus(lacking)}`,
  ].join(' ');

export const expenseProblems = refusalTable<ExpenseRefusal>({
  'no-such-expense': () => new Problem(notFound),
  'no-such-activity': () =>
    unfit({ pointer: '#/activity', code: 'no-such-activity', detail: 'The worker has no part in such an activity.' }),
  'not-from-here': ({ move, state }) =>
    new Problem(expenseMovedOn, { detail: `The expense is ${state}.`, extra: { move, state } }),
  incomplete: ({ fields }) =>
    unfit(...fields.map((field) => ({ pointer: `#/${field}`, code: 'missing', detail: `Fill in "${field}".` }))),
  'shares-are-personal': () =>
    unfit({
      pointer: '#/kind',
      code: 'shares-are-personal',
      detail: 'A share of the cooperative is bought with the member’s own money, never from a budget.',
    }),
  'not-spent-yet': ({ spentOn, today }) =>
    unfit({ pointer: '#/spentOn', code: 'not-spent-yet', detail: `${spentOn} is after today, ${today}.` }),
  'no-allowance': ({ of, country, on }) =>
    unfit({
      pointer: '#/kind',
      code: 'no-allowance',
      detail: `This release knows no amount for ${of} in ${country} on ${on}; claim the receipts of the journey instead, or add the amount with its source to the rules of ${country}.`,
    }),
  'another-currency': ({ line, expected, found }) =>
    unfit({
      pointer: `#/lines/${line}`,
      code: 'another-currency',
      detail: `The book is kept in ${expected}, not ${found}: claim what your bank took in ${expected}, with its statement.`,
    }),
  'nothing-spent': () => unfit({ pointer: '#/lines', code: 'nothing-spent', detail: 'The lines come to zero.' }),
  'vat-does-not-fit': ({ line, expected, found }) =>
    unfit({
      pointer: `#/lines/${line}/vat`,
      code: 'vat-does-not-fit',
      detail: `At this rate the VAT is ${expected}, not ${found}; read the receipt again.`,
    }),
  'not-your-receipt': ({ at }) =>
    unfit({ pointer: `#/receipts/${at}`, code: 'not-your-receipt', detail: 'The worker has sent no such receipt.' }),
  'receipt-used': ({ at, by }) =>
    unfit({
      pointer: `#/receipts/${at}`,
      code: 'receipt-used',
      detail: `It stands for the expense ${publicId('exp', by)} already.`,
    }),
  'own-claim': () => new Problem(ownClaim),
  'not-available': ({ wanted, budget }) =>
    new Problem(notAvailable, {
      detail: `The claim takes ${wanted}; ${sumOf(budget)}.`,
      extra: {
        wanted: wanted.toJSON(),
        available: budget.available.toJSON(),
        budget: textsOf(budget),
      },
    }),
});

export const receiptProblems = refusalTable<UploadRefusal>({
  ...fileProblems(receiptRefused),
  'same-file': ({ first }) =>
    new Problem(sameReceipt, {
      detail: `It was sent on ${first.receivedAt.toISOString().slice(0, 10)}.`,
      extra: { first: publicId('rec', first.id), expense: first.expense && publicId('exp', first.expense) },
    }),
});
