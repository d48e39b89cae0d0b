import { itsState, notFound, Problem, type ProblemError, problemKind, refusalTable } from '@passerelle/doors';
import { barred } from '../peers/bar.problems.js';
import type { ConfirmationRefusal } from './confirmations.service.js';
import type { MissionRefusal } from './missions.service.js';
import { passedOnProblem } from './placings.problems.js';

const notPossible = problemKind({
  slug: 'mission-cannot-move',
  status: 409,
  title: {
    en: 'The mission cannot make this step now',
    fr: 'La mission ne peut pas franchir cette étape maintenant',
    nl: 'Deze stap is voor de opdracht nu niet mogelijk',
    sv: 'Uppdraget kan inte ta det här steget nu',
    de: 'Dieser Schritt ist für den Auftrag jetzt nicht möglich',
  },
  cure: {
    en: 'A mission takes its steps in order. The answer says where it is and which steps are possible from there.',
    fr: 'Une mission franchit ses étapes dans l’ordre. La réponse dit où elle en est et ce qui est possible ensuite.',
    nl: 'De stappen van een opdracht volgen elkaar in een vaste volgorde op. Het antwoord zegt waar ze staat en wat van daaruit kan.',
    sv: 'Ett uppdrag tar sina steg i ordning. Svaret säger var det är och vilka steg som är möjliga därifrån.',
    de: 'Die Schritte eines Auftrags folgen in fester Reihenfolge aufeinander. Die Antwort sagt, wo er steht und was von dort möglich ist.',
  },
});

const doesNotFit = problemKind({
  slug: 'mission-does-not-fit',
  status: 422,
  title: {
    en: 'This mission does not fit together',
    fr: 'Cette mission n’est pas cohérente',
    nl: 'Deze opdracht klopt niet',
    sv: 'Uppdraget går inte ihop',
    de: 'Dieser Auftrag passt nicht zusammen',
  },
  cure: {
    en: 'Two of the fields contradict each other, or name something this branch does not know. "errors" names the field and what to do.',
    fr: 'Deux champs se contredisent ou désignent quelque chose que cette coopérative ne connaît pas. « errors » nomme le champ et le remède.',
    nl: 'Twee velden spreken elkaar tegen of noemen iets wat deze coöperatie niet kent. "errors" noemt het veld en wat te doen.',
    sv: 'Två fält motsäger varandra eller anger något som kooperativet inte känner till. ”errors” anger fältet och vad du kan göra.',
    de: 'Zwei Felder widersprechen sich oder nennen etwas, das diese Genossenschaft nicht kennt. „errors“ nennt Feld und Abhilfe.',
  },
});

const linkGone = problemKind({
  slug: 'link-no-longer-works',
  status: 410,
  title: {
    en: 'This link no longer works',
    fr: 'Ce lien ne fonctionne plus',
    nl: 'Deze link werkt niet meer',
    sv: 'Länken fungerar inte längre',
    de: 'Dieser Link gilt nicht mehr',
  },
  cure: {
    en: 'It has expired, was used, or belongs to an order that has changed since. Ask the cooperative for a new one.',
    fr: 'Il a expiré, a servi, ou concerne une commande modifiée depuis. Demandez-en un nouveau à la coopérative.',
    nl: 'De link is verlopen, gebruikt of hoort bij een gewijzigde bestelling. Vraag de coöperatie om een nieuwe.',
    sv: 'Den har gått ut, använts eller hör till en ändrad beställning. Be kooperativet om en ny.',
    de: 'Er ist abgelaufen, benutzt oder gehört zu einem geänderten Auftrag. Bitten Sie die Genossenschaft um einen neuen.',
  },
});

const misfit = (error: ProblemError): Problem => new Problem(doesNotFit, { errors: [error] });

/** What a decision about a mission rests on. */
export const missionFields = {
  state: itsState,
  terms: {
    en: 'its terms',
    fr: 'ses conditions',
    nl: 'de voorwaarden',
    sv: 'villkoren',
    de: 'die Bedingungen',
  },
};

export const missionProblems = refusalTable<MissionRefusal | ConfirmationRefusal>({
  'no-such-mission': () => new Problem(notFound),
  barred: ({ bar }) => barred(bar),
  'no-such-member': () =>
    misfit({
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
  'no-such-client': () =>
    misfit({
      pointer: '#/client',
      code: 'no-such-client',
      detail: {
        en: 'No client of this branch has that id; add the client first.',
        fr: 'Aucun client de cette coopérative n’a cet identifiant ; ajoutez d’abord le client.',
        nl: 'Geen klant van deze coöperatie heeft dit kenmerk; voeg de klant eerst toe.',
        sv: 'Ingen kund hos kooperativet har den beteckningen; lägg till kunden först.',
        de: 'Kein Auftraggeber dieser Genossenschaft hat diese Kennung; fügen Sie ihn zuerst hinzu.',
      },
    }),
  'client-of-another-entity': () =>
    misfit({
      pointer: '#/client',
      code: 'client-of-another-entity',
      detail: {
        en: 'The client belongs to another legal entity than the member.',
        fr: 'Le client appartient à une autre entité juridique que le membre.',
        nl: 'De klant hoort bij een andere rechtspersoon dan het lid.',
        sv: 'Kunden hör till en annan juridisk person än medlemmen.',
        de: 'Der Auftraggeber gehört zu einem anderen Rechtsträger als das Mitglied.',
      },
    }),
  'only-the-home': () =>
    new Problem(notPossible, {
      en: 'Only the home branch, which employs the worker, can do this.',
      fr: 'Seule la coopérative d’origine, qui emploie la personne, peut le faire.',
      nl: 'Alleen de thuiscoöperatie, die de werknemer in dienst heeft, kan dit doen.',
      sv: 'Bara hemkooperativet, som anställer personen, kan göra detta.',
      de: 'Nur die Heimatgenossenschaft, die die Person beschäftigt, kann das tun.',
    }),
  'only-the-host': () =>
    new Problem(notPossible, {
      en: 'Only the host branch, which invoices the client, can do this.',
      fr: 'Seule la coopérative d’accueil, qui facture le client, peut le faire.',
      nl: 'Alleen de gastcoöperatie, die de klant factureert, kan dit doen.',
      sv: 'Bara värdkooperativet, som fakturerar kunden, kan göra detta.',
      de: 'Nur die Gastgenossenschaft, die dem Auftraggeber die Rechnung stellt, kann das tun.',
    }),
  'not-from-here': ({ move, state, possible }) =>
    new Problem(notPossible, {
      detail: {
        en: `"${move}" is not possible while the mission is "${state}".`,
        fr: 'La mission a avancé entre-temps et ceci n’y est plus possible. Rechargez la page pour voir où elle en est.',
        nl: 'De opdracht is intussen verder en dit kan er niet meer. Laad de pagina opnieuw om te zien waar ze staat.',
        sv: 'Uppdraget har gått vidare och det här går inte längre. Ladda om sidan för att se var det är.',
        de: 'Der Auftrag ist inzwischen weiter, und das geht nicht mehr. Laden Sie die Seite neu, um zu sehen, wo er steht.',
      },
      extra: { state, possible },
    }),
  'not-signed-by-both': () =>
    new Problem(notPossible, {
      en: 'The terms are not signed by both branches yet.',
      fr: 'Les conditions ne sont pas encore signées par les deux coopératives.',
      nl: 'De voorwaarden zijn nog niet door beide coöperaties getekend.',
      sv: 'Villkoren är ännu inte undertecknade av båda kooperativen.',
      de: 'Die Bedingungen sind noch nicht von beiden Genossenschaften unterschrieben.',
    }),
  'work-not-over': ({ last, today }) =>
    new Problem(notPossible, {
      en: `The work ends on ${last} and today is ${today}: report it from its last day on.`,
      fr: `Le travail se termine le ${last} et nous sommes le ${today} : déclarez-le à partir de son dernier jour.`,
      nl: `Het werk eindigt op ${last} en vandaag is het ${today}: meld het vanaf de laatste dag.`,
      sv: `Arbetet slutar den ${last} och i dag är det ${today}: rapportera det från den sista dagen.`,
      de: `Die Arbeit endet am ${last} und heute ist der ${today}: Melden Sie sie ab ihrem letzten Tag.`,
    }),
  'more-days-than-agreed': ({ agreed, reported }) =>
    misfit({
      pointer: '#/days',
      code: 'more-days-than-agreed',
      detail: {
        en: `${reported} days are reported and ${agreed} were agreed; change the terms first, which both branches sign.`,
        fr: `${reported} jours sont déclarés et ${agreed} étaient convenus ; changez d’abord les conditions, que les deux coopératives signent.`,
        nl: `${reported} dagen zijn gemeld en ${agreed} waren overeengekomen; wijzig eerst de voorwaarden, die beide coöperaties tekenen.`,
        sv: `${reported} dagar är rapporterade och ${agreed} var överenskomna; ändra först villkoren, som båda kooperativen skriver under.`,
        de: `${reported} Tage sind gemeldet und ${agreed} waren vereinbart; ändern Sie zuerst die Bedingungen, die beide Genossenschaften unterschreiben.`,
      },
    }),
  'not-the-next-version': ({ expected, found }) =>
    new Problem(notPossible, {
      en: `Version ${expected} of the terms is expected, not ${found}.`,
      fr: `La version ${expected} des conditions est attendue, pas la ${found}.`,
      nl: `Versie ${expected} van de voorwaarden wordt verwacht, niet ${found}.`,
      sv: `Version ${expected} av villkoren väntas, inte ${found}.`,
      de: `Version ${expected} der Bedingungen wird erwartet, nicht ${found}.`,
    }),
  'days-reversed': ({ detail }) =>
    misfit({
      pointer: '#/last',
      code: 'days-reversed',
      detail: {
        en: `${detail}: swap them.`,
        fr: 'Le dernier jour précède le premier : échangez-les.',
        nl: 'De laatste dag valt voor de eerste: wissel ze om.',
        sv: 'Den sista dagen kommer före den första: byt plats på dem.',
        de: 'Der letzte Tag liegt vor dem ersten: Tauschen Sie sie.',
      },
    }),
  'more-days-than-period': ({ days, period }) =>
    misfit({
      pointer: '#/days',
      code: 'more-days-than-period',
      detail: {
        en: `${days} days of work do not fit into ${period}; lower them or lengthen the period.`,
        fr: `${days} jours de travail ne tiennent pas dans ${period} ; réduisez-les ou allongez la période.`,
        nl: `${days} werkdagen passen niet in ${period}; verminder hun aantal of verleng de periode.`,
        sv: `${days} arbetsdagar får inte plats i ${period}; minska dem eller förläng perioden.`,
        de: `${days} Arbeitstage passen nicht in ${period}; verringern Sie sie oder verlängern Sie den Zeitraum.`,
      },
    }),
  'months-mixed': ({ first, last }) =>
    misfit({
      pointer: '#/last',
      code: 'months-mixed',
      detail: {
        en: `${first} and ${last} are not in one month: pay and declarations go by month, so register one mission for each.`,
        fr: `${first} et ${last} ne sont pas du même mois : la paie et les déclarations se font par mois, enregistrez donc une mission pour chacun.`,
        nl: `${first} en ${last} vallen niet in één maand: loon en aangiften gaan per maand, dus registreer een opdracht voor elke maand.`,
        sv: `${first} och ${last} ligger inte i samma månad: lön och deklarationer görs per månad, så registrera ett uppdrag för varje månad.`,
        de: `${first} und ${last} liegen nicht in einem Monat: Lohn und Meldungen gehen nach Monaten, also erfassen Sie für jeden einen Auftrag.`,
      },
    }),
  'no-price': () =>
    misfit({
      pointer: '#/price/amount',
      code: 'no-price',
      detail: {
        en: 'A price is more than zero.',
        fr: 'Un prix est supérieur à zéro.',
        nl: 'Een prijs is meer dan nul.',
        sv: 'Ett pris är mer än noll.',
        de: 'Ein Preis ist größer als null.',
      },
    }),
  'another-currency': ({ expected, found }) =>
    misfit({
      pointer: '#/price/currency',
      code: 'another-currency',
      detail: {
        en: `The branch pays in ${expected}; a price in ${found} needs a fixed rate, which missions cannot carry yet.`,
        fr: `La coopérative paie en ${expected} ; un prix en ${found} demande un taux de change fixe, que les missions ne connaissent pas encore.`,
        nl: `De coöperatie betaalt in ${expected}; een prijs in ${found} vraagt een vaste wisselkoers, die opdrachten nog niet kennen.`,
        sv: `Kooperativet betalar i ${expected}; ett pris i ${found} kräver en fast växelkurs, som uppdrag ännu inte har.`,
        de: `Die Genossenschaft zahlt in ${expected}; ein Preis in ${found} braucht einen festen Umrechnungskurs, den Aufträge noch nicht kennen.`,
      },
    }),
  'unknown-host': ({ host }) =>
    misfit({
      pointer: '#/host',
      code: 'unknown-host',
      detail: {
        en: `No node of the federation is called "${host}".`,
        fr: `Aucun nœud de la fédération ne s’appelle « ${host} ».`,
        nl: `Geen knooppunt van de federatie heet “${host}”.`,
        sv: `Ingen nod i federationen heter ”${host}”.`,
        de: `Kein Knoten der Föderation heißt „${host}“.`,
      },
    }),
  'no-host-to-direct': () =>
    misfit({
      pointer: '#/directedBy',
      code: 'no-host-to-direct',
      detail: {
        en: 'There is no host: the branch invoices the client itself, so it directs the work.',
        fr: 'Il n’y a pas de coopérative d’accueil : la coopérative facture elle-même le client et dirige donc le travail.',
        nl: 'Er is geen gastcoöperatie: de coöperatie factureert de klant zelf en leidt dus het werk.',
        sv: 'Det finns inget värdkooperativ: kooperativet fakturerar själv kunden och leder därför arbetet.',
        de: 'Es gibt keine Gastgenossenschaft: Die Genossenschaft stellt die Rechnung selbst und leitet daher die Arbeit.',
      },
    }),
  'passed-on-by-host': passedOnProblem,
  'no-reason-given': () =>
    misfit({
      pointer: '#/text',
      code: 'no-reason-given',
      detail: {
        en: 'Say what should change, or why you refuse.',
        fr: 'Dites ce qui doit changer, ou pourquoi vous refusez.',
        nl: 'Zeg wat er moet veranderen, of waarom niet.',
        sv: 'Skriv vad som ska ändras eller varför uppdraget avböjs.',
        de: 'Sagen Sie, was sich ändern soll oder warum nicht.',
      },
    }),
  'link-unknown': () => new Problem(notFound),
  'link-expired': ({ expiredAt }) =>
    new Problem(linkGone, {
      en: `It expired on ${expiredAt.toISOString()}.`,
      fr: `Il a expiré le ${expiredAt.toISOString()}.`,
      nl: `Hij is verlopen op ${expiredAt.toISOString()}.`,
      sv: `Den gick ut ${expiredAt.toISOString()}.`,
      de: `Er ist am ${expiredAt.toISOString()} abgelaufen.`,
    }),
  'link-withdrawn': () =>
    new Problem(linkGone, {
      en: 'The order has changed since it was sent.',
      fr: 'La commande a changé depuis son envoi.',
      nl: 'De bestelling is gewijzigd sinds ze verstuurd werd.',
      sv: 'Beställningen har ändrats sedan den skickades.',
      de: 'Der Auftrag hat sich geändert, seit er gesendet wurde.',
    }),
  'link-used': ({ answer, answeredAt }) =>
    new Problem(linkGone, {
      en: `It was answered with "${answer}" on ${answeredAt.toISOString()}.`,
      fr: `Une réponse y a été donnée le ${answeredAt.toISOString()}.`,
      nl: `Er is op ${answeredAt.toISOString()} op geantwoord.`,
      sv: `Den besvarades ${answeredAt.toISOString()}.`,
      de: `Er wurde am ${answeredAt.toISOString()} beantwortet.`,
    }),
});
