import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  group: {
    earned: 'Intjänat',
    worker_social: 'Avdrag för social trygghet',
    tax: 'Skatt',
    employer_social: 'Betalas därutöver av kooperativet',
    net_addition: 'Läggs till nettot',
    net_deduction: 'Dras från nettot',
  },
  gross: 'Bruttolön',
  net: 'Nettolön',
  cost: 'Lönekostnad',
  remainder: 'Rest på ditt konto',
  estimate: 'uppskattning',
  contribution: 'Avgift till kooperativet',
  price: 'Pris utan moms',
  paidOn: 'Betalades {{date}}',
};
