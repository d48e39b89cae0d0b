import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Im Gesetz gelesen',
  secondary: 'Bei einem Verlag gelesen',
  inferred: 'Aus bekannten Werten berechnet',
  'to-confirm': 'Noch nicht bestätigt',
};
