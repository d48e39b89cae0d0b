import type { Catalogue } from '../en/index.js';

export const payslip: Catalogue['payslip'] = {
  group: {
    earned: 'Verdient',
    worker_social: 'Einbehalten für soziale Sicherung',
    tax: 'Steuer',
    employer_social: 'Zusätzlich von der Genossenschaft gezahlt',
    net_addition: 'Dem Netto hinzugefügt',
    net_deduction: 'Vom Netto abgezogen',
  },
  gross: 'Bruttolohn',
  net: 'Nettolohn',
  cost: 'Arbeitgeberkosten',
  remainder: 'Restbetrag auf Ihrem Konto',
  estimate: 'Schätzung',
  contribution: 'Beitrag an die Genossenschaft',
  price: 'Preis ohne Umsatzsteuer',
  paidOn: 'Gezahlt am {{date}}',
};
