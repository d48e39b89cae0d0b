import type { Catalogue } from '../en/index.js';

export const guarantee: Catalogue['guarantee'] = {
  covered: 'Vom Garantiefonds gedeckt',
  'not-covered': 'Nicht vom Garantiefonds gedeckt',
  conditional: 'Gedeckt, sobald die Bedingungen erfüllt sind',
};
