import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Employer's contribution: a share of the gross on top of it. */
export const employerContribution = scheme({
  id: 'xx.employer-contribution',
  localName: 'Employer contribution',
  law: act('Demo Contributions Act', 'art. 3'),
  words: {
    en: 'Employer contribution',
    fr: "Cotisation de l'employeur",
    nl: 'Werkgeversbijdrage',
    sv: 'Arbetsgivaravgift',
    de: 'Arbeitgeberbeitrag',
  },
  employer: dated('xx.employer-contribution.employer', ['2024-01-01', percent('25'), 'demo rule, not law']),
});
