import { notFound, Problem, type ProblemError, problemKind, refusalTable } from '@passerelle/doors';
import type { StatingRefusal } from './situations.service.js';

const situationRefused = problemKind({
  slug: 'situation-refused',
  status: 422,
  title: {
    en: 'This situation does not fit together',
    fr: 'Cette situation n’est pas cohérente',
    nl: 'Deze situatie klopt niet',
    sv: 'Situationen går inte ihop',
    de: 'Diese Lage passt nicht zusammen',
  },
  cure: {
    en: 'Each employer is named once, each activity names one of them, and the shares make one at most. "errors" names the field; nothing has been kept.',
    fr: 'Chaque employeur est nommé une fois, chaque activité en désigne un, et les parts font au plus un. « errors » nomme le champ ; rien n’a été conservé.',
    nl: 'Elke werkgever staat er één keer, elke activiteit noemt er een, en de delen zijn samen hoogstens één. "errors" noemt het veld; er is niets bewaard.',
    sv: 'Varje arbetsgivare nämns en gång, varje verksamhet anger en av dem och andelarna blir högst ett. "errors" anger fältet; inget har sparats.',
    de: 'Jeder Arbeitgeber steht einmal da, jede Tätigkeit nennt einen, und die Anteile ergeben höchstens eins. „errors“ nennt das Feld; nichts wurde gespeichert.',
  },
});

const misfit = (error: ProblemError): Problem => new Problem(situationRefused, { errors: [error] });

export const situationProblems = refusalTable<StatingRefusal>({
  'no-such-member': () => new Problem(notFound),
  'employer-twice': ({ at, id }) =>
    misfit({
      pointer: `#/employers/${at}/id`,
      code: 'employer-twice',
      detail: `"${id}" is named before; name it once.`,
    }),
  'reserved-employer': ({ at }) =>
    misfit({
      pointer: `#/employers/${at}/id`,
      code: 'reserved-employer',
      detail: '"cooperative" is this cooperative and need not be named; call the other one differently.',
    }),
  'unknown-employer': ({ at, id }) =>
    misfit({
      pointer: `#/activities/${at}/employer`,
      code: 'unknown-employer',
      detail: `No employer is called "${id}"; add it to "employers".`,
    }),
  'employee-without-employer': ({ at }) =>
    misfit({
      pointer: `#/activities/${at}/employer`,
      code: 'employee-without-employer',
      detail: 'Employed work has an employer: "cooperative", or one of "employers".',
    }),
  'more-than-all-time': ({ field }) =>
    misfit({
      pointer: '#/activities',
      code: 'more-than-all-time',
      detail: `"${field}" of all activities together is more than 1; lower one.`,
    }),
});
