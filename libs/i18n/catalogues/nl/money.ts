import type { Catalogue } from '../en/index.js';

export const money: Catalogue['money'] = {
  empty: 'Schrijf een bedrag.',
  'not-money': '“{{text}}” is geen bedrag. Schrijf het als {{example}}.',
  ambiguous: 'Bedoelt u {{large}} of {{small}}?',
  'too-many-decimals': '“{{text}}” heeft meer decimalen dan {{currency}}.',
  'other-currency': 'Dit bedrag moet in {{currency}} zijn.',
  understood: 'Begrepen: {{amount}}',
};
