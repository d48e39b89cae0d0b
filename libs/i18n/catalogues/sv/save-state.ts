import type { Catalogue } from '../en/index.js';

export const saveState: Catalogue['saveState'] = {
  saving: 'Sparar …',
  saved: 'Sparat {{time}}',
  offline: 'Offline, sparat på den här enheten',
  error: 'Inte sparat. Försök igen.',
};
