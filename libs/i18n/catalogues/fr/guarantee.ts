import type { Catalogue } from '../en/index.js';

export const guarantee: Catalogue['guarantee'] = {
  covered: 'Couverte par le fonds de garantie',
  'not-covered': 'Non couverte par le fonds de garantie',
  conditional: 'Couverte dès que les conditions sont remplies',
};
