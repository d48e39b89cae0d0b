import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Worker's contribution: a share of the gross, held back from her pay. */
export const workerContribution = scheme({
  id: 'xx.worker-contribution',
  localName: 'Worker contribution',
  law: act('Demo Contributions Act', 'art. 2'),
  words: {
    en: 'Worker contribution',
    fr: 'Cotisation du travailleur',
    nl: 'Werknemersbijdrage',
    sv: 'Arbetstagaravgift',
    de: 'Arbeitnehmerbeitrag',
  },
  worker: dated('xx.worker-contribution.worker', ['2024-01-01', percent('13.07'), 'demo rule, not law']),
});
