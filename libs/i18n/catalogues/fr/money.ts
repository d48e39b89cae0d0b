import type { Catalogue } from '../en/index.js';

export const money: Catalogue['money'] = {
  empty: 'Écrivez un montant.',
  'not-money': '« {{text}} » n’est pas un montant. Écrivez-le comme {{example}}.',
  ambiguous: 'Voulez-vous dire {{large}} ou {{small}} ?',
  'too-many-decimals': '« {{text}} » a plus de décimales que {{currency}}.',
  'other-currency': 'Ce montant doit être en {{currency}}.',
  understood: 'Compris : {{amount}}',
};
