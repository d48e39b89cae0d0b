import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Dem Gesetz entnommen',
  secondary: 'Einer Sekundärquelle entnommen',
  inferred: 'Aus bekannten Werten berechnet',
  'to-confirm': 'Noch nicht bestätigt',
};
