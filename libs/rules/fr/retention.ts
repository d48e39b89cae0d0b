import { dated } from '@passerelle/values';
import type { Retentions } from '../kit/retention.js';
import { act } from '../kit/scheme.js';

/** Durées de conservation. A payslip that exists only as a file stays readable for the worker far longer than paper had to. */
export const retentions: Retentions = {
  wages: {
    law: act('Code du travail', 'art. D3243-8'),
    years: dated('fr.retention.wages', [
      '2017-01-01',
      50,
      'Décret n° 2016-1762 of 16 December 2016, as published by marieannechabin.fr and mdc-avocat.fr',
      'secondary',
    ]),
  },
  books: {
    law: act('Code de commerce', 'art. L123-22'),
    years: dated('fr.retention.books', ['2015-01-01', 10, 'Art. L123-22, as published by mdc-avocat.fr', 'secondary']),
  },
  insurance: {
    law: act('Code de la sécurité sociale', 'art. L243-16'),
    years: dated('fr.retention.insurance', [
      '2019-01-01',
      6,
      'Six years for what an inspector of contributions may ask for; believed, no source opened yet',
      'to-confirm',
    ]),
  },
};
