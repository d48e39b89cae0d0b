import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Läst i lagen',
  secondary: 'Läst hos ett förlag',
  inferred: 'Beräknat ur kända tal',
  'to-confirm': 'Ännu inte bekräftat',
};
