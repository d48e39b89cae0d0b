import { dated } from '@passerelle/values';
import type { Retentions } from '../kit/retention.js';
import { act } from '../kit/scheme.js';

const incomeTaxCode = act('Code des impôts sur les revenus 1992', 'art. 315');
const sevenYears = 'Art. 315 CIR 92 before the Act of 20 November 2022, as published by merak.be';
const tenYears = 'Act of 20 November 2022, from assessment year 2023 on, as published by bufiscom.be and confiancia.be';

/** Bewaartermijnen / délais de conservation. The longest duty counts where several hold, such as five years for accounts of pay. */
export const retentions: Retentions = {
  wages: {
    law: incomeTaxCode,
    years: dated(
      'be.retention.wages',
      ['2015-01-01', 7, sevenYears, 'secondary'],
      ['2022-01-01', 10, tenYears, 'secondary'],
    ),
  },
  books: {
    law: incomeTaxCode,
    years: dated(
      'be.retention.books',
      ['2015-01-01', 7, sevenYears, 'secondary'],
      ['2022-01-01', 10, tenYears, 'secondary'],
    ),
  },
  insurance: {
    law: act('Loi du 27 juin 1969 concernant la sécurité sociale des travailleurs', 'art. 42'),
    years: dated('be.retention.insurance', [
      '2015-01-01',
      7,
      'Contributions can be claimed for seven years where there was fraud; the period for certificates is not confirmed',
      'to-confirm',
    ]),
  },
};
