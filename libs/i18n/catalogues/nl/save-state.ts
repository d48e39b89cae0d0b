import type { Catalogue } from '../en/index.js';

export const saveState: Catalogue['saveState'] = {
  saving: 'Bezig met opslaan …',
  saved: 'Opgeslagen om {{time}}',
  offline: 'Offline, bewaard op dit toestel',
  error: 'Niet opgeslagen. Probeer opnieuw.',
};
