import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  gross: 'Brutoloon',
  net: 'Nettoloon',
  price: 'Prijs zonder btw',
  paidOn: 'Betaald op {{date}}',
};
