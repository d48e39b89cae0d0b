import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Other charges of the employer, such as insurance: a share of the gross on top of it. */
export const otherCharges = scheme({
  id: 'xx.other-charges',
  localName: 'Other employer charges',
  law: act('Demo Contributions Act', 'art. 4'),
  words: {
    en: 'Other employer charges',
    fr: "Autres charges de l'employeur",
    nl: 'Andere werkgeverslasten',
    sv: 'Övriga arbetsgivarkostnader',
    de: 'Weitere Arbeitgeberkosten',
  },
  employer: dated('xx.other-charges.employer', ['2024-01-01', percent('2'), 'demo rule, not law']),
});
