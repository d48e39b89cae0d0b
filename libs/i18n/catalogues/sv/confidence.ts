import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Hämtat ur lagen',
  secondary: 'Hämtat ur en andrahandskälla',
  inferred: 'Beräknat ur kända uppgifter',
  'to-confirm': 'Ännu inte bekräftat',
};
