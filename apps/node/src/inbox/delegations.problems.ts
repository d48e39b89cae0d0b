import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { DelegationRefusal } from './delegation.js';

const delegationRefused = problemKind({
  slug: 'delegation-refused',
  status: 422,
  title: {
    en: 'This cannot be handed over',
    fr: 'Ceci ne peut pas être confié',
    nl: 'Dit kan niet worden overgedragen',
    sv: 'Det här kan inte lämnas över',
    de: 'Das kann nicht übergeben werden',
  },
  cure: {
    en: 'Choose a colleague who decides things of this kind and has no part in this one. "errors" says what stands in the way; it still waits for you.',
    fr: 'Choisissez un collègue qui décide de ce genre de choses et n’est pas concerné par celle-ci. « errors » dit ce qui s’y oppose ; cela attend toujours votre décision.',
    nl: 'Kies een collega die over zulke zaken beslist en bij deze zelf niet betrokken is. "errors" zegt wat in de weg staat; het wacht nog op u.',
    sv: 'Välj en kollega som beslutar om sådant och som inte själv är inblandad. ”errors” anger vad som hindrar; det väntar fortfarande på dig.',
    de: 'Wählen Sie jemanden, der über solches entscheidet und hier nicht beteiligt ist. „errors“ nennt das Hindernis; es wartet weiter auf Sie.',
  },
});

const at = (code: string, detail: Words): Problem =>
  new Problem(delegationRefused, { errors: [{ pointer: '#/to', code, detail }] });

/** What people call what can change of an item while somebody looks at it. */
export const delegationField = {
  delegation: {
    en: 'who decides it',
    fr: 'qui en décide',
    nl: 'wie erover beslist',
    sv: 'vem som beslutar',
    de: 'wer darüber entscheidet',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const delegationProblems = refusalTable<DelegationRefusal>({
  'not-waiting': () => new Problem(notFound),
  'no-such-colleague': ({ email }) =>
    at('no-such-colleague', {
      en: `Nobody with the address ${email} decides things of this kind here.`,
      fr: `Personne ayant l’adresse ${email} ne décide ici de ce genre de choses.`,
      nl: `Niemand met het adres ${email} beslist hier over zulke zaken.`,
      sv: `Ingen med adressen ${email} beslutar om sådant här.`,
      de: `Niemand mit der Adresse ${email} entscheidet hier über solches.`,
    }),
  'to-oneself': () =>
    at('to-oneself', {
      en: 'It waits for you already: choose somebody else.',
      fr: 'Cela vous attend déjà : choisissez quelqu’un d’autre.',
      nl: 'Het wacht al op u: kies iemand anders.',
      sv: 'Det väntar redan på dig: välj någon annan.',
      de: 'Es wartet schon auf Sie: Wählen Sie jemand anderen.',
    }),
  'not-hers-to-decide': ({ email }) =>
    at('not-hers-to-decide', {
      en: `${email} has prepared it, or it is her own: somebody else must decide it.`,
      fr: `${email} l’a préparé ou en est la personne concernée : quelqu’un d’autre doit en décider.`,
      nl: `${email} heeft het voorbereid of is zelf betrokken: iemand anders moet erover beslissen.`,
      sv: `${email} har förberett det eller är själv berörd: någon annan måste besluta.`,
      de: `${email} hat es vorbereitet oder ist selbst betroffen: Jemand anderes muss entscheiden.`,
    }),
});
