import type { Catalogue } from '../en/index.js';

export const saveState: Catalogue['saveState'] = {
  saving: 'Enregistrement …',
  saved: 'Enregistré à {{time}}',
  offline: 'Hors ligne, conservé sur cet appareil',
  error: 'Non enregistré. Réessayez.',
};
