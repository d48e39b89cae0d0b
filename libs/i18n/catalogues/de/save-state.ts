import type { Catalogue } from '../en/index.js';

export const saveState: Catalogue['saveState'] = {
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert um {{time}}',
  offline: 'Offline, auf diesem Gerät gespeichert',
  error: 'Nicht gespeichert. Versuchen Sie es erneut.',
};
