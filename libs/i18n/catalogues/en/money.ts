export const money = {
  empty: 'Write an amount.',
  'not-money': '“{{text}}” is not an amount. Write it like {{example}}.',
  ambiguous: 'Do you mean {{large}} or {{small}}?',
  'too-many-decimals': '“{{text}}” has more decimals than {{currency}} has.',
  'other-currency': 'This amount must be in {{currency}}.',
  understood: 'Understood: {{amount}}',
};
