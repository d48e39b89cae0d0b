import { notFound, Problem, type ProblemError, problemKind, refusalTable } from '@passerelle/doors';
import { noSuchEntity } from '../cooperative/cooperative.problems.js';
import type { PassedOn, PlacingRefusal } from './placings.service.js';

const passedOn = problemKind({
  slug: 'worker-passed-on',
  status: 409,
  title: {
    en: 'The host would place the worker',
    fr: 'La coopérative d’accueil placerait la personne',
    nl: 'De gastcoöperatie zou de werknemer ter beschikking stellen',
    sv: 'Värdkooperativet skulle hyra ut personen',
    de: 'Die Gastgenossenschaft würde die Person überlassen',
  },
  cure: {
    en: 'A host that directs the worker passes her on: no posting then keeps her insured at home, and many countries ask for an agency licence. Let the home direct the work, or let somebody who answers for it open the pair of countries with a reason.',
    fr: 'Une coopérative d’accueil qui dirige le travail met la personne à disposition : aucun détachement ne la garde alors assurée chez elle, et beaucoup de pays exigent une licence. Laissez la coopérative d’origine diriger, ou faites ouvrir la paire de pays, avec un motif, par qui en répond.',
    nl: 'Een gastcoöperatie die het werk leidt, stelt de werknemer ter beschikking: dan blijft ze niet meer door detachering in eigen land verzekerd, en veel landen eisen een vergunning. Laat de thuiscoöperatie leiden, of laat iemand die ervoor instaat het landenpaar met een reden openen.',
    sv: 'Ett värdkooperativ som leder arbetet hyr ut personen: då håller ingen utsändning henne försäkrad hemma, och många länder kräver tillstånd. Låt hemkooperativet leda arbetet, eller låt någon som svarar för det öppna landsparet med ett skäl.',
    de: 'Eine Gastgenossenschaft, die die Arbeit leitet, überlässt die Person: Dann bleibt sie nicht mehr durch Entsendung im Heimatstaat versichert, und viele Länder verlangen eine Überlassungserlaubnis. Lassen Sie die Heimatgenossenschaft leiten, oder lassen Sie das Länderpaar von jemandem, der dafür einsteht, mit Grund öffnen.',
  },
});

const openingRefused = problemKind({
  slug: 'placing-opening-refused',
  status: 422,
  title: {
    en: 'This pair of countries cannot be opened or closed',
    fr: 'Cette paire de pays ne peut être ni ouverte ni fermée',
    nl: 'Dit landenpaar kan niet worden geopend of gesloten',
    sv: 'Landsparet kan inte öppnas eller stängas',
    de: 'Dieses Länderpaar kann nicht geöffnet oder geschlossen werden',
  },
  cure: {
    en: '"errors" names the field. A pair is two different countries, and a closed one is opened by a new entry.',
    fr: '« errors » nomme le champ. Une paire, ce sont deux pays différents ; une paire fermée se rouvre par une nouvelle entrée.',
    nl: '"errors" noemt het veld. Een paar is twee verschillende landen; een gesloten paar wordt met een nieuwe invoer geopend.',
    sv: '”errors” anger fältet. Ett par är två olika länder, och ett stängt par öppnas med en ny post.',
    de: '„errors“ nennt das Feld. Ein Paar sind zwei verschiedene Länder; ein geschlossenes wird durch einen neuen Eintrag geöffnet.',
  },
});

const misfit = (error: ProblemError): Problem => new Problem(openingRefused, { errors: [error] });

export const passedOnProblem = ({ home, host, reasons }: PassedOn): Problem =>
  new Problem(passedOn, {
    detail: {
      en: `The terms say that the host directs the work, and placing from ${home} to ${host} has not been opened.`,
      fr: `Selon les conditions, la coopérative d’accueil dirige le travail, et la mise à disposition de ${home} vers ${host} n’a pas été ouverte.`,
      nl: `Volgens de voorwaarden leidt de gastcoöperatie het werk, en terbeschikkingstelling van ${home} naar ${host} is niet opengesteld.`,
      sv: `Enligt villkoren leder värdkooperativet arbetet, och uthyrning från ${home} till ${host} har inte öppnats.`,
      de: `Nach den Bedingungen leitet die Gastgenossenschaft die Arbeit, und die Überlassung von ${home} nach ${host} ist nicht geöffnet.`,
    },
    extra: { code: 'PASSED_ON_BY_HOST', home, host, reasons: reasons.map(({ words }) => words) },
  });

export const placingProblems = refusalTable<PlacingRefusal>({
  'no-such-entity': () => misfit({ pointer: '#/entity', code: 'no-such-entity', detail: noSuchEntity }),
  'no-such-opening': () => new Problem(notFound),
  'within-one-country': () =>
    misfit({
      pointer: '#/host',
      code: 'within-one-country',
      detail: {
        en: 'Within one country nobody is posted.',
        fr: 'Au sein d’un même pays, personne n’est détaché.',
        nl: 'Binnen één land wordt niemand gedetacheerd.',
        sv: 'Inom ett och samma land sänds ingen ut.',
        de: 'Innerhalb eines Landes wird niemand entsandt.',
      },
    }),
  'closed-already': () =>
    misfit({
      pointer: '#',
      code: 'closed-already',
      detail: {
        en: 'It has been closed before.',
        fr: 'Elle a déjà été fermée.',
        nl: 'Het is al eerder gesloten.',
        sv: 'Det har redan stängts.',
        de: 'Es wurde schon geschlossen.',
      },
    }),
});
