import type { Catalogue } from '../en/index.js';

export const guarantee: Catalogue['guarantee'] = {
  covered: 'Täcks av garantifonden',
  'not-covered': 'Täcks inte av garantifonden',
  conditional: 'Täcks när villkoren är uppfyllda',
};
