import type { Catalogue } from '../en/index.js';

export const confidence: Catalogue['confidence'] = {
  confirmed: 'In de wet gelezen',
  secondary: 'Bij een uitgever gelezen',
  inferred: 'Berekend uit bekende cijfers',
  'to-confirm': 'Nog niet bevestigd',
};
