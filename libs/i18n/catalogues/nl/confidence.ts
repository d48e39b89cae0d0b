import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'Uit de wet overgenomen',
  secondary: 'Uit een secundaire bron overgenomen',
  inferred: 'Berekend uit bekende cijfers',
  'to-confirm': 'Nog niet bevestigd',
};
