import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  gross: 'Bruttolohn',
  net: 'Nettolohn',
  price: 'Preis ohne Umsatzsteuer',
  paidOn: 'Gezahlt am {{date}}',
};
