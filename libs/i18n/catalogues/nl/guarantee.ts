import type { Catalogue } from '../en/index.js';

export const guarantee: Catalogue['guarantee'] = {
  covered: 'Gedekt door het garantiefonds',
  'not-covered': 'Niet gedekt door het garantiefonds',
  conditional: 'Gedekt zodra aan de voorwaarden is voldaan',
};
