import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  group: {
    earned: 'Verdiend',
    worker_social: 'Ingehouden voor sociale bescherming',
    tax: 'Belasting',
    employer_social: 'Bovenop betaald door de coöperatie',
    net_addition: 'Toegevoegd aan het netto',
    net_deduction: 'Afgetrokken van het netto',
  },
  gross: 'Brutoloon',
  net: 'Nettoloon',
  cost: 'Loonkost',
  remainder: 'Restbedrag op uw rekening',
  estimate: 'raming',
  contribution: 'Bijdrage aan de coöperatie',
  price: 'Prijs zonder btw',
  paidOn: 'Betaald op {{date}}',
};
