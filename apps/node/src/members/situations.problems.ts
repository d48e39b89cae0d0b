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
    sv: 'Varje arbetsgivare nämns en gång, varje verksamhet anger en av dem och andelarna blir högst ett. ”errors” anger fältet; inget har sparats.',
    de: 'Jeder Arbeitgeber steht einmal da, jede Tätigkeit nennt einen, und die Anteile ergeben höchstens eins. „errors“ nennt das Feld; nichts wurde gespeichert.',
  },
});

const misfit = (error: ProblemError): Problem => new Problem(situationRefused, { errors: [error] });

const shares = {
  timeShare: { fr: 'La part du temps', nl: 'Het tijdsaandeel', sv: 'Tidsandelen', de: 'Der Zeitanteil' },
  payShare: { fr: 'La part de la rémunération', nl: 'Het loonaandeel', sv: 'Löneandelen', de: 'Der Entgeltanteil' },
} as const;

export const situationProblems = refusalTable<StatingRefusal>({
  'no-such-member': () => new Problem(notFound),
  'employer-twice': ({ at, id }) =>
    misfit({
      pointer: `#/employers/${at}/id`,
      code: 'employer-twice',
      detail: {
        en: `"${id}" is named before; name it once.`,
        fr: `« ${id} » est déjà nommé ; nommez-le une seule fois.`,
        nl: `"${id}" staat er al; noem het één keer.`,
        sv: `”${id}” är redan nämnd; nämn den en gång.`,
        de: `„${id}“ steht schon da; nennen Sie es einmal.`,
      },
    }),
  'reserved-employer': ({ at }) =>
    misfit({
      pointer: `#/employers/${at}/id`,
      code: 'reserved-employer',
      detail: {
        en: '"cooperative" is this cooperative and need not be named; call the other one differently.',
        fr: '« cooperative » désigne cette coopérative, qu’il ne faut pas nommer ; appelez l’autre autrement.',
        nl: '"cooperative" is deze coöperatie en hoeft niet genoemd te worden; geef de andere een andere naam.',
        sv: '”cooperative” är det här kooperativet och behöver inte nämnas; kalla den andra något annat.',
        de: '„cooperative“ ist diese Genossenschaft und muss nicht genannt werden; geben Sie der anderen einen anderen Namen.',
      },
    }),
  'unknown-employer': ({ at, id }) =>
    misfit({
      pointer: `#/activities/${at}/employer`,
      code: 'unknown-employer',
      detail: {
        en: `No employer is called "${id}"; add it to "employers".`,
        fr: `Aucun employeur ne s’appelle « ${id} » ; ajoutez-le aux employeurs.`,
        nl: `Geen werkgever heet "${id}"; voeg die toe aan de werkgevers.`,
        sv: `Ingen arbetsgivare heter ”${id}”; lägg till den bland arbetsgivarna.`,
        de: `Kein Arbeitgeber heißt „${id}“; fügen Sie ihn den Arbeitgebern hinzu.`,
      },
    }),
  'employee-without-employer': ({ at }) =>
    misfit({
      pointer: `#/activities/${at}/employer`,
      code: 'employee-without-employer',
      detail: {
        en: 'Employed work has an employer: "cooperative", or one of "employers".',
        fr: 'Un travail salarié a un employeur : cette coopérative, ou l’un des employeurs nommés.',
        nl: 'Werk in loondienst heeft een werkgever: deze coöperatie, of een van de genoemde werkgevers.',
        sv: 'Anställt arbete har en arbetsgivare: det här kooperativet, eller en av de nämnda arbetsgivarna.',
        de: 'Eine Beschäftigung hat einen Arbeitgeber: diese Genossenschaft oder einen der genannten Arbeitgeber.',
      },
    }),
  'more-than-all-time': ({ field }) =>
    misfit({
      pointer: '#/activities',
      code: 'more-than-all-time',
      detail: {
        en: `"${field}" of all activities together is more than 1; lower one.`,
        fr: `${shares[field].fr} de toutes les activités ensemble dépasse 1 ; réduisez-en une.`,
        nl: `${shares[field].nl} van alle activiteiten samen is meer dan 1; verlaag er een.`,
        sv: `${shares[field].sv} för alla verksamheter tillsammans är mer än 1; sänk en.`,
        de: `${shares[field].de} aller Tätigkeiten zusammen ist mehr als 1; senken Sie einen.`,
      },
    }),
});
