import type { Catalogue } from '../en/index.js';

export const money: Catalogue['money'] = {
  empty: 'Schreiben Sie einen Betrag.',
  'not-money': '„{{text}}“ ist kein Betrag. Schreiben Sie ihn wie {{example}}.',
  ambiguous: 'Meinen Sie {{large}} oder {{small}}?',
  'too-many-decimals': '„{{text}}“ hat mehr Nachkommastellen als {{currency}}.',
  'other-currency': 'Dieser Betrag muss in {{currency}} sein.',
  understood: 'Verstanden: {{amount}}',
};
