import { dated } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Work-accident insurance: a private policy whose premium is a setting of the node (`accidentInsurancePercent`). */
export const accidentInsurance = scheme({
  id: 'be.accident-insurance',
  localName: 'Arbeidsongevallenverzekering / Assurance accidents du travail',
  law: act('Act of 10 April 1971 on work accidents', 'art. 49'),
  words: {
    en: 'Work-accident insurance',
    fr: 'Assurance accidents du travail',
    nl: 'Arbeidsongevallenverzekering',
    sv: 'Arbetsskadeförsäkring',
    de: 'Arbeitsunfallversicherung',
  },
  premium: dated('be.accident-insurance.premium', [
    '2024-01-01',
    'percent of gross, by the employer’s own policy',
    'premium of the private policy, a setting of the node',
  ]),
});
