import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Lu dans la loi',
  secondary: 'Lu chez un éditeur',
  inferred: 'Calculé à partir de chiffres connus',
  'to-confirm': 'Pas encore confirmé',
};
