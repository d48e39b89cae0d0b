import { Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { AcknowledgeRefusal } from './doctor-rounds.service.js';

const notAcknowledged = problemKind({
  slug: 'finding-not-acknowledged',
  status: 409,
  title: {
    en: 'This finding cannot be acknowledged',
    fr: 'Ce constat ne peut pas être pris en compte',
    nl: 'Deze bevinding kan niet worden bevestigd',
    sv: 'Denna iakttagelse kan inte kvitteras',
    de: 'Dieser Befund lässt sich nicht quittieren',
  },
  cure: {
    en: 'Only what the last look found not to be well is acknowledged, until a day to come. "detail" says which of the two is missing.',
    fr: 'Seul ce que le dernier examen a trouvé en défaut est pris en compte, jusqu’à un jour à venir. « detail » dit ce qui manque.',
    nl: 'Alleen wat bij de laatste controle niet in orde was, wordt bevestigd, tot een dag in de toekomst. "detail" zegt wat ontbreekt.',
    sv: 'Bara det som inte var bra vid den senaste kontrollen kvitteras, till en kommande dag. ”detail” säger vad som saknas.',
    de: 'Quittiert wird nur, was beim letzten Nachsehen nicht in Ordnung war, bis zu einem künftigen Tag. „detail“ sagt, was fehlt.',
  },
});

export const findingProblems = refusalTable<AcknowledgeRefusal>({
  'nothing-found': () =>
    new Problem(notAcknowledged, {
      en: 'The last look has nothing to say against it.',
      fr: 'Le dernier examen n’y a rien trouvé à redire.',
      nl: 'Bij de laatste controle was er niets op aan te merken.',
      sv: 'Den senaste kontrollen hade inget att anmärka på det.',
      de: 'Beim letzten Nachsehen war nichts dagegen zu sagen.',
    }),
  'day-is-past': () =>
    new Problem(notAcknowledged, {
      en: 'The day is not one to come.',
      fr: 'Le jour n’est pas à venir.',
      nl: 'De dag ligt niet in de toekomst.',
      sv: 'Dagen är ingen kommande dag.',
      de: 'Der Tag liegt nicht in der Zukunft.',
    }),
});
