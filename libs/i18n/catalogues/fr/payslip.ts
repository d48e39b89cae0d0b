import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  group: {
    earned: 'Gagné',
    worker_social: 'Retenu pour la protection sociale',
    tax: 'Impôt',
    employer_social: 'Payé en plus par la coopérative',
    net_addition: 'Ajouté au net',
    net_deduction: 'Déduit du net',
  },
  gross: 'Salaire brut',
  net: 'Salaire net',
  cost: 'Coût employeur',
  remainder: 'Reliquat sur votre compte',
  estimate: 'estimation',
  contribution: 'Contribution mutualisée',
  price: 'Prix hors TVA',
  paidOn: 'Payé le {{date}}',
};
