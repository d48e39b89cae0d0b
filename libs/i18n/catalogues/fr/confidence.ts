import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Tiré de la loi',
  secondary: 'Tiré d’une source secondaire',
  inferred: 'Calculé à partir de chiffres connus',
  'to-confirm': 'Pas encore confirmé',
};
