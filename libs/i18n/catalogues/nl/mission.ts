import type { Catalogue } from '../en/index.js';

export const mission: Catalogue['mission'] = {
  state: {
    draft: 'Concept',
    branch_check: 'Controle door de coöperatie',
    offered: 'Bij de andere coöperatie',
    client_confirmation: 'Wacht op de klant',
    formalities: 'Formaliteiten (A1, meldingen)',
    active: 'Lopend',
    invoiced: 'Gefactureerd',
    funded_by_client: 'Klant betaald',
    funded_by_fund: 'Voorgeschoten door het fonds',
    payroll: 'Loonverwerking',
    paid: 'Betaald',
    completed: 'Werk gedaan',
    changes_requested: 'Wijzigingen gevraagd',
    refused: 'Geweigerd',
    late: 'Te laat',
    disputed: 'Betwist',
    cancelled: 'Geannuleerd',
  },
  owner: {
    worker: 'U',
    adviser: 'Uw adviseur',
    client: 'De klant',
    payroll: 'Loonadministratie',
    finance: 'Financiën',
  },
  days_one: '{{count}} dag',
  days_other: '{{count}} dagen',
  workingDays_one: '{{count}} werkdag',
  workingDays_other: '{{count}} werkdagen',
};
