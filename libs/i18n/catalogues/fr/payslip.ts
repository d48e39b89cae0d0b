import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  gross: 'Salaire brut',
  net: 'Salaire net',
  price: 'Prix hors TVA',
  paidOn: 'Payé le {{date}}',
};
