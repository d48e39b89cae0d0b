import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  gross: 'Bruttolön',
  net: 'Nettolön',
  price: 'Pris utan moms',
  paidOn: 'Betalades {{date}}',
};
