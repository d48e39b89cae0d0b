import { invalidRequest, Problem, refusalTable, type Words } from '@passerelle/doors';
import type { NotificationKind } from './notification.js';
import { kindWords } from './notifications.words.js';
import type { WishRefusal } from './notifications.service.js';

/** Each event is wished for by itself: another one that was changed meanwhile does not matter. */
export const wishFields = (kinds: readonly NotificationKind[]): Readonly<Record<string, Words>> =>
  Object.fromEntries(kinds.map((kind) => [`items/${kind}`, kindWords[kind].title]));

export const wishProblems = refusalTable<WishRefusal>({
  'letter-is-owed': ({ of }) =>
    new Problem(invalidRequest, {
      errors: [
        {
          pointer: '#/items',
          code: 'letter-is-owed',
          detail: {
            en: `The cooperative owes you the letter of "${of}": leave its mail switched on.`,
            fr: `La coopérative vous doit la lettre « ${of} » : laissez son e-mail activé.`,
            nl: `De coöperatie moet u de mail "${of}" sturen: laat hem ingeschakeld.`,
            sv: `Kooperativet är skyldigt dig brevet ”${of}”: låt dess e-post vara på.`,
            de: `Die Genossenschaft muss Ihnen die E-Mail „${of}“ senden: Lassen Sie sie eingeschaltet.`,
          },
        },
      ],
    }),
});
