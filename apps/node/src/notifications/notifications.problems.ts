import { invalidRequest, Problem, refusalTable } from '@passerelle/doors';
import type { WishRefusal } from './notifications.service.js';

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
