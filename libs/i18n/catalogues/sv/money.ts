import type { Catalogue } from '../en/index.js';

export const money: Catalogue['money'] = {
  empty: 'Skriv ett belopp.',
  'not-money': '”{{text}}” är inget belopp. Skriv det som {{example}}.',
  ambiguous: 'Menar du {{large}} eller {{small}}?',
  'too-many-decimals': '”{{text}}” har fler decimaler än {{currency}}.',
  'other-currency': 'Beloppet ska vara i {{currency}}.',
  understood: 'Uppfattat: {{amount}}',
};
