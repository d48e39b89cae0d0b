import { notFound, Problem, type ProblemError, problemKind, refusalTable } from '@passerelle/doors';
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
    nl: 'De opdracht kan deze stap nu niet zetten',
    sv: 'Uppdraget kan inte ta det här steget nu',
    de: 'Der Auftrag kann diesen Schritt jetzt nicht gehen',
  },
  cure: {
    en: 'A mission takes its steps in order. The answer says where it is and which steps are possible from there.',
    fr: 'Une mission franchit ses étapes dans l’ordre. La réponse dit où elle en est et ce qui est possible ensuite.',
    nl: 'Een opdracht zet haar stappen in volgorde. Het antwoord zegt waar ze staat en wat van daaruit kan.',
    sv: 'Ett uppdrag tar sina steg i ordning. Svaret säger var det är och vilka steg som är möjliga därifrån.',
    de: 'Ein Auftrag geht seine Schritte der Reihe nach. Die Antwort sagt, wo er steht und was von dort möglich ist.',
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
    sv: 'Två fält motsäger varandra eller anger något som kooperativet inte känner till. "errors" anger fältet och vad du kan göra.',
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

export const missionProblems = refusalTable<MissionRefusal | ConfirmationRefusal>({
  'no-such-mission': () => new Problem(notFound),
  barred: ({ bar }) => barred(bar),
  'no-such-member': () =>
    misfit({ pointer: '#/member', code: 'no-such-member', detail: 'No member of this branch has that id.' }),
  'no-such-client': () =>
    misfit({
      pointer: '#/client',
      code: 'no-such-client',
      detail: 'No client of this branch has that id; add the client first.',
    }),
  'client-of-another-entity': () =>
    misfit({
      pointer: '#/client',
      code: 'client-of-another-entity',
      detail: 'The client belongs to another legal entity than the member.',
    }),
  'only-the-home': () => new Problem(notPossible, 'Only the home branch, which employs the worker, can do this.'),
  'only-the-host': () => new Problem(notPossible, 'Only the host branch, which invoices the client, can do this.'),
  'not-from-here': ({ move, state, possible }) =>
    new Problem(notPossible, {
      detail: `"${move}" is not possible while the mission is "${state}".`,
      extra: { state, possible },
    }),
  'not-signed-by-both': () => new Problem(notPossible, 'The terms are not signed by both branches yet.'),
  'work-not-over': ({ last, today }) =>
    new Problem(notPossible, `The work ends on ${last} and today is ${today}: report it from its last day on.`),
  'more-days-than-agreed': ({ agreed, reported }) =>
    misfit({
      pointer: '#/days',
      code: 'more-days-than-agreed',
      detail: `${reported} days are reported and ${agreed} were agreed; change the terms first, which both branches sign.`,
    }),
  'not-the-next-version': ({ expected, found }) =>
    new Problem(notPossible, `Version ${expected} of the terms is expected, not ${found}.`),
  'days-reversed': ({ detail }) =>
    misfit({ pointer: '#/last', code: 'days-reversed', detail: `${detail}: swap them.` }),
  'more-days-than-period': ({ days, period }) =>
    misfit({
      pointer: '#/days',
      code: 'more-days-than-period',
      detail: `${days} days of work do not fit into ${period}; lower them or lengthen the period.`,
    }),
  'months-mixed': ({ first, last }) =>
    misfit({
      pointer: '#/last',
      code: 'months-mixed',
      detail: `${first} and ${last} are not in one month: pay and declarations go by month, so register one mission for each.`,
    }),
  'no-price': () => misfit({ pointer: '#/price/amount', code: 'no-price', detail: 'A price is more than zero.' }),
  'another-currency': ({ expected, found }) =>
    misfit({
      pointer: '#/price/currency',
      code: 'another-currency',
      detail: `The branch pays in ${expected}; a price in ${found} needs a fixed rate, which missions cannot carry yet.`,
    }),
  'unknown-host': ({ host }) =>
    misfit({ pointer: '#/host', code: 'unknown-host', detail: `No node of the federation is called "${host}".` }),
  'no-host-to-direct': () =>
    misfit({
      pointer: '#/directedBy',
      code: 'no-host-to-direct',
      detail: 'There is no host: the branch invoices the client itself, so it directs the work.',
    }),
  'passed-on-by-host': passedOnProblem,
  'no-reason-given': () =>
    misfit({ pointer: '#/text', code: 'no-reason-given', detail: 'Say what should change, or why not.' }),
  'link-unknown': () => new Problem(notFound),
  'link-expired': ({ expiredAt }) => new Problem(linkGone, `It expired on ${expiredAt.toISOString()}.`),
  'link-withdrawn': () => new Problem(linkGone, 'The order has changed since it was sent.'),
  'link-used': ({ answer, answeredAt }) =>
    new Problem(linkGone, `It was answered with "${answer}" on ${answeredAt.toISOString()}.`),
});
