import { notFound, Problem, type ProblemError, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { ActivityRefusal } from './activities.service.js';
import type { GrantRefusal } from './grant.js';
import type { SetAsideRefusal } from './set-aside.js';

const activityRefused = problemKind({
  slug: 'activity-refused',
  status: 422,
  title: {
    en: 'This activity cannot be changed so',
    fr: 'Cette activité ne peut pas être modifiée ainsi',
    nl: 'Deze activiteit kan niet zo gewijzigd worden',
    sv: 'Verksamheten kan inte ändras så',
    de: 'Diese Aktivität lässt sich so nicht ändern',
  },
  cure: {
    en: 'A shared activity has members of one legal entity and at least one lead, who asks the others; each says yes herself. "errors" names what stands against it.',
    fr: 'Une activité partagée réunit des membres d’une même entité, avec au moins une personne responsable, qui invite les autres ; chacun accepte soi-même. « errors » dit ce qui s’y oppose.',
    nl: 'Een gedeelde activiteit heeft leden van één rechtspersoon en minstens één verantwoordelijke, die uitnodigt; ieder zegt zelf ja. "errors" zegt wat in de weg staat.',
    sv: 'En gemensam verksamhet har medlemmar i en juridisk person och minst en ansvarig, som bjuder in; var och en säger själv ja. ”errors” anger vad som hindrar.',
    de: 'Eine gemeinsame Aktivität hat Mitglieder eines Rechtsträgers und mindestens eine Leitung, die einlädt; jedes Mitglied sagt selbst zu. „errors“ nennt, was entgegensteht.',
  },
});

export const noOwnActivity = problemKind({
  slug: 'no-own-activity',
  status: 422,
  title: {
    en: 'Only members have activities',
    fr: 'Seuls les membres ont des activités',
    nl: 'Alleen leden hebben activiteiten',
    sv: 'Bara medlemmar har verksamheter',
    de: 'Nur Mitglieder haben Aktivitäten',
  },
  cure: {
    en: 'This account belongs to no member. Sign in with the account of the member who wants it.',
    fr: 'Ce compte n’appartient à aucun membre. Connectez-vous avec le compte du membre concerné.',
    nl: 'Dit account hoort bij geen lid. Meld u aan met het account van het lid dat het wil.',
    sv: 'Kontot hör inte till någon medlem. Logga in med den medlems konto som vill det.',
    de: 'Dieses Benutzerkonto gehört keinem Mitglied. Melden Sie sich mit dem Benutzerkonto des Mitglieds an.',
  },
});

const cannotSetAside = problemKind({
  slug: 'cannot-set-aside',
  status: 422,
  title: {
    en: 'This cannot be set aside',
    fr: 'Ceci ne peut pas être mis de côté',
    nl: 'Dit kan niet opzijgezet worden',
    sv: 'Detta kan inte avsättas',
    de: 'Das lässt sich nicht zurücklegen',
  },
  cure: {
    en: 'A part of a mission’s income can be kept for expenses until its payslip is made, less than the whole, for an activity of the worker. "errors" names what stands against it.',
    fr: 'Une partie du revenu d’une mission, mais pas le tout, peut être mise de côté pour des frais avant sa fiche de paie, pour une activité de la personne. « errors » dit ce qui s’y oppose.',
    nl: 'Een deel van de inkomsten van een opdracht kan voor onkosten opzijgezet worden tot de loonfiche er is, minder dan het geheel, voor een activiteit van de werknemer. "errors" zegt wat in de weg staat.',
    sv: 'En del av ett uppdrags inkomst, men inte allt, kan avsättas för utlägg tills lönespecifikationen är gjord, för en av personens verksamheter. ”errors” anger vad som hindrar.',
    de: 'Ein Teil der Einnahmen eines Auftrags kann für Auslagen zurückgelegt werden, bis die Lohnabrechnung erstellt ist, weniger als alles, für eine Aktivität der Person. „errors“ nennt, was entgegensteht.',
  },
});

const grantRefused = problemKind({
  slug: 'grant-refused',
  status: 422,
  title: {
    en: 'This cannot be given from one budget to another',
    fr: 'Ceci ne peut pas passer d’un budget à l’autre',
    nl: 'Dit kan niet van het ene budget naar het andere worden overgedragen',
    sv: 'Detta kan inte ges från en budget till en annan',
    de: 'Das lässt sich nicht von einem Budget auf ein anderes übertragen',
  },
  cure: {
    en: 'A lead of one activity offers what it has available; a lead of another of the same legal entity accepts. "errors" names what stands against it.',
    fr: 'La personne responsable d’une activité offre ce qui est disponible ; celle d’une autre, de la même entité, accepte. « errors » dit ce qui s’y oppose.',
    nl: 'De verantwoordelijke van een activiteit biedt aan wat beschikbaar is; die van een andere, van dezelfde rechtspersoon, aanvaardt. "errors" zegt wat in de weg staat.',
    sv: 'Den som ansvarar för en verksamhet erbjuder det som finns; den som ansvarar för en annan, i samma juridiska person, godtar. ”errors” anger vad som hindrar.',
    de: 'Die Leitung einer Aktivität bietet Verfügbares an; die einer anderen desselben Rechtsträgers nimmt an. „errors“ nennt, was entgegensteht.',
  },
});

const unfit = (error: ProblemError): Problem => new Problem(activityRefused, { errors: [error] });
const notSetAside = (error: ProblemError): Problem => new Problem(cannotSetAside, { errors: [error] });

export const activityProblems = refusalTable<ActivityRefusal>({
  'no-such-activity': () => new Problem(notFound),
  'no-such-member': () =>
    unfit({
      pointer: '#/member',
      code: 'no-such-member',
      detail: {
        en: 'No member of this branch has that id.',
        fr: 'Aucun membre de cette coopérative n’a cet identifiant.',
        nl: 'Geen lid van deze coöperatie heeft dit kenmerk.',
        sv: 'Ingen medlem i kooperativet har den beteckningen.',
        de: 'Kein Mitglied dieser Genossenschaft hat diese Kennung.',
      },
    }),
  'personal-activity': () =>
    unfit({
      pointer: '#',
      code: 'personal-activity',
      detail: {
        en: 'This is a member’s own activity; open a shared one for several members.',
        fr: 'C’est l’activité propre d’un membre ; ouvrez-en une partagée pour plusieurs membres.',
        nl: 'Dit is de eigen activiteit van een lid; open een gedeelde voor meer leden.',
        sv: 'Det här är en medlems egen verksamhet; öppna en gemensam för flera medlemmar.',
        de: 'Das ist die eigene Aktivität eines Mitglieds; eröffnen Sie eine gemeinsame für mehrere Mitglieder.',
      },
    }),
  'member-of-another-entity': () =>
    unfit({
      pointer: '#/member',
      code: 'member-of-another-entity',
      detail: {
        en: 'She is a member of another legal entity, whose book is not this one; open an activity there.',
        fr: 'Cette personne est membre d’une autre entité juridique, qui a sa propre comptabilité ; ouvrez une activité là-bas.',
        nl: 'Deze persoon is lid van een andere rechtspersoon, met een eigen boek; open daar een activiteit.',
        sv: 'Personen är medlem i en annan juridisk person, som har en egen bokföring; öppna en verksamhet där.',
        de: 'Diese Person ist Mitglied eines anderen Rechtsträgers mit eigenem Buch; eröffnen Sie dort eine Aktivität.',
      },
    }),
  'not-the-lead': () =>
    unfit({
      pointer: '#',
      code: 'not-the-lead',
      detail: {
        en: 'Only a lead of the activity asks others to take part.',
        fr: 'Seule une personne responsable de l’activité en invite d’autres.',
        nl: 'Alleen een verantwoordelijke van de activiteit nodigt anderen uit.',
        sv: 'Bara en ansvarig för verksamheten bjuder in andra.',
        de: 'Nur eine Leitung der Aktivität lädt andere ein.',
      },
    }),
  'not-invited': () =>
    unfit({
      pointer: '#',
      code: 'not-invited',
      detail: {
        en: 'A lead of the activity must ask you first.',
        fr: 'Une personne responsable de l’activité doit d’abord vous inviter.',
        nl: 'Een verantwoordelijke van de activiteit moet u eerst uitnodigen.',
        sv: 'En ansvarig för verksamheten måste bjuda in dig först.',
        de: 'Eine Leitung der Aktivität muss Sie zuerst einladen.',
      },
    }),
  'last-lead': () =>
    unfit({
      pointer: '#',
      code: 'last-lead',
      detail: {
        en: 'Make another member a lead first, and let her say yes.',
        fr: 'Nommez d’abord un autre membre responsable, et attendez son accord.',
        nl: 'Maak eerst een ander lid verantwoordelijk, en laat die ja zeggen.',
        sv: 'Gör först en annan medlem till ansvarig, och vänta på ett ja.',
        de: 'Machen Sie zuerst ein anderes Mitglied zur Leitung, und lassen Sie es zusagen.',
      },
    }),
});

/** What a decision about the part that is set aside rests on. */
export const setAsideFields: Readonly<Record<string, Words>> = {
  setAside: {
    en: 'the part that is set aside',
    fr: 'la part mise de côté',
    nl: 'het deel dat opzij is gezet',
    sv: 'den del som är avsatt',
    de: 'der zurückgelegte Teil',
  },
};

export const setAsideProblems = refusalTable<SetAsideRefusal>({
  'no-such-mission': () => new Problem(notFound),
  'no-such-activity': () =>
    notSetAside({
      pointer: '#/activity',
      code: 'no-such-activity',
      detail: {
        en: 'No activity has that id.',
        fr: 'Aucune activité n’a cet identifiant.',
        nl: 'Geen activiteit heeft dit kenmerk.',
        sv: 'Ingen verksamhet har den beteckningen.',
        de: 'Keine Aktivität hat diese Kennung.',
      },
    }),
  'only-the-home': () =>
    notSetAside({
      pointer: '#',
      code: 'only-the-home',
      detail: {
        en: 'Another branch pays this worker; decide it there.',
        fr: 'Une autre coopérative paie cette personne ; décidez-le là-bas.',
        nl: 'Een andere coöperatie betaalt deze persoon; beslis het daar.',
        sv: 'Ett annat kooperativ betalar den här personen; besluta där.',
        de: 'Eine andere Genossenschaft bezahlt diese Person; entscheiden Sie es dort.',
      },
    }),
  'mission-over': ({ state }) =>
    notSetAside({
      pointer: '#',
      code: 'mission-over',
      detail: {
        en: `The mission is ${state} and brings no income.`,
        fr: 'La mission n’a pas lieu et n’apporte aucun revenu.',
        nl: 'De opdracht gaat niet door en brengt niets op.',
        sv: 'Uppdraget blir inte av och ger ingen inkomst.',
        de: 'Der Auftrag findet nicht statt und bringt nichts ein.',
      },
    }),
  'payslip-made': () =>
    notSetAside({
      pointer: '#',
      code: 'payslip-made',
      detail: {
        en: 'The income became wage when the payslip was made.',
        fr: 'Le revenu est devenu salaire quand la fiche de paie a été établie.',
        nl: 'De opbrengst werd loon toen de loonfiche werd gemaakt.',
        sv: 'Inkomsten blev lön när lönespecifikationen gjordes.',
        de: 'Die Einnahme wurde Lohn, als die Lohnabrechnung erstellt wurde.',
      },
    }),
  'not-in-activity': () =>
    notSetAside({
      pointer: '#/activity',
      code: 'not-in-activity',
      detail: {
        en: 'The worker has no part in this activity; let its lead ask her, and let her say yes.',
        fr: 'La personne ne participe pas à cette activité ; que la personne responsable l’invite, et qu’elle accepte.',
        nl: 'De werknemer heeft geen deel in deze activiteit; laat de verantwoordelijke de werknemer uitnodigen en die ja zeggen.',
        sv: 'Personen deltar inte i verksamheten; låt den ansvariga personen bjuda in, och vänta på ett ja.',
        de: 'Die Person ist an dieser Aktivität nicht beteiligt; die Leitung soll sie einladen, und sie soll zusagen.',
      },
    }),
  'another-entity': () =>
    notSetAside({
      pointer: '#/activity',
      code: 'another-entity',
      detail: {
        en: 'The activity is kept in the book of another legal entity.',
        fr: 'L’activité est tenue dans la comptabilité d’une autre entité juridique.',
        nl: 'De activiteit staat in het boek van een andere rechtspersoon.',
        sv: 'Verksamheten bokförs hos en annan juridisk person.',
        de: 'Die Aktivität wird im Buch eines anderen Rechtsträgers geführt.',
      },
    }),
  'another-currency': ({ expected, found }) =>
    notSetAside({
      pointer: '#/amount/currency',
      code: 'another-currency',
      detail: {
        en: `The mission is paid in ${expected}, not ${found}.`,
        fr: `La mission est payée en ${expected}, pas en ${found}.`,
        nl: `De opdracht wordt in ${expected} betaald, niet in ${found}.`,
        sv: `Uppdraget betalas i ${expected}, inte i ${found}.`,
        de: `Der Auftrag wird in ${expected} bezahlt, nicht in ${found}.`,
      },
    }),
  'more-than-income': ({ income }) =>
    notSetAside({
      pointer: '#/amount',
      code: 'more-than-income',
      detail: {
        en: `The whole income is ${income}; leave some of it for wage and contribution.`,
        fr: `Tout le revenu est de ${income} ; laissez-en pour le salaire et la contribution.`,
        nl: `De hele opbrengst is ${income}; laat iets over voor loon en bijdrage.`,
        sv: `Hela inkomsten är ${income}; lämna något till lön och avgift.`,
        de: `Die ganze Einnahme ist ${income}; lassen Sie etwas für Lohn und Beitrag.`,
      },
    }),
});

const notGranted = (error: ProblemError): Problem => new Problem(grantRefused, { errors: [error] });

export const grantProblems = refusalTable<GrantRefusal>({
  'no-such-grant': () => new Problem(notFound),
  'no-such-activity': ({ side }) =>
    notGranted({
      pointer: `#/${side}`,
      code: 'no-such-activity',
      detail: {
        en: 'You know no activity by that id.',
        fr: 'Vous ne connaissez aucune activité sous cet identifiant.',
        nl: 'Er is voor u geen activiteit met dit kenmerk.',
        sv: 'Du känner ingen verksamhet med den beteckningen.',
        de: 'Für Sie gibt es keine Aktivität mit dieser Kennung.',
      },
    }),
  'to-itself': () =>
    notGranted({
      pointer: '#/receiver',
      code: 'to-itself',
      detail: {
        en: 'Name another activity than the giver.',
        fr: 'Nommez une autre activité que celle qui donne.',
        nl: 'Noem een andere activiteit dan de activiteit die geeft.',
        sv: 'Ange en annan verksamhet än den som ger.',
        de: 'Nennen Sie eine andere Aktivität als die gebende.',
      },
    }),
  'another-entity': () =>
    notGranted({
      pointer: '#/receiver',
      code: 'another-entity',
      detail: {
        en: 'It is kept in the book of another legal entity, to which no budget of this one gives.',
        fr: 'Elle est tenue dans la comptabilité d’une autre entité juridique, à laquelle aucun budget de celle-ci ne donne.',
        nl: 'Ze staat in het boek van een andere rechtspersoon, waarnaar van hieruit geen budget wordt overgedragen.',
        sv: 'Den bokförs hos en annan juridisk person, som ingen budget här ger till.',
        de: 'Sie wird im Buch eines anderen Rechtsträgers geführt, auf das von hier nichts übertragen wird.',
      },
    }),
  'another-currency': ({ expected, found }) =>
    notGranted({
      pointer: '#/amount/currency',
      code: 'another-currency',
      detail: {
        en: `The budget is kept in ${expected}, not ${found}.`,
        fr: `Le budget est tenu en ${expected}, pas en ${found}.`,
        nl: `Het budget wordt in ${expected} gehouden, niet in ${found}.`,
        sv: `Budgeten förs i ${expected}, inte i ${found}.`,
        de: `Das Budget wird in ${expected} geführt, nicht in ${found}.`,
      },
    }),
  'nothing-granted': () =>
    notGranted({
      pointer: '#/amount',
      code: 'nothing-granted',
      detail: {
        en: 'Offer more than zero.',
        fr: 'Offrez plus que zéro.',
        nl: 'Bied meer dan nul aan.',
        sv: 'Erbjud mer än noll.',
        de: 'Bieten Sie mehr als null an.',
      },
    }),
  'not-the-lead': () =>
    notGranted({
      pointer: '#',
      code: 'not-the-lead',
      detail: {
        en: 'Only a lead of the activity decides about its money.',
        fr: 'Seule une personne responsable de l’activité décide de son argent.',
        nl: 'Alleen een verantwoordelijke van de activiteit beslist over haar geld.',
        sv: 'Bara en ansvarig för verksamheten beslutar om dess pengar.',
        de: 'Nur eine Leitung der Aktivität entscheidet über ihr Geld.',
      },
    }),
  'grant-decided': ({ state }) =>
    notGranted({
      pointer: '#',
      code: 'grant-decided',
      detail: {
        en: `The offer is ${state} already.`,
        fr: 'Cette offre est déjà décidée. Rechargez la page pour voir comment.',
        nl: 'Over dit aanbod is al beslist. Laad de pagina opnieuw om te zien hoe.',
        sv: 'Erbjudandet är redan beslutat. Ladda om sidan för att se hur.',
        de: 'Über dieses Angebot ist schon entschieden. Laden Sie die Seite neu, um zu sehen, wie.',
      },
    }),
  'not-available': ({ wanted, budget }) =>
    notGranted({
      pointer: '#/amount',
      code: 'not-available',
      detail: {
        en: `${budget.available} is available, not ${wanted}: only money that has come in and no wage needs is given.`,
        fr: `${budget.available} sont disponibles, pas ${wanted} : on ne donne que l’argent encaissé dont aucun salaire n’a besoin.`,
        nl: `${budget.available} is vrij, niet ${wanted}: alleen geld dat binnen is en dat geen loon nodig heeft, wordt gegeven.`,
        sv: `${budget.available} är tillgängligt, inte ${wanted}: bara pengar som har kommit in och som ingen lön behöver ges.`,
        de: `${budget.available} sind verfügbar, nicht ${wanted}: Gegeben wird nur eingegangenes Geld, das kein Lohn braucht.`,
      },
    }),
});
