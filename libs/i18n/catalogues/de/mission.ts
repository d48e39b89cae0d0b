import type { Catalogue } from '../en/index.js';

export const mission: Catalogue['mission'] = {
  state: {
    draft: 'Entwurf',
    branch_check: 'Prüfung durch die Genossenschaft',
    offered: 'Bei der anderen Genossenschaft',
    client_confirmation: 'Warten auf den Auftraggeber',
    formalities: 'Formalitäten (A1, Meldungen)',
    active: 'Läuft',
    invoiced: 'In Rechnung gestellt',
    funded_by_client: 'Bezahlt',
    funded_by_fund: 'Vom Fonds vorgestreckt',
    payroll: 'Lohnabrechnung',
    paid: 'Ausgezahlt',
    completed: 'Arbeit erledigt',
    changes_requested: 'Änderungen erbeten',
    refused: 'Abgelehnt',
    late: 'Verspätet',
    disputed: 'Bestritten',
    cancelled: 'Storniert',
  },
  owner: {
    worker: 'Sie',
    adviser: 'Ihre Beratung',
    client: 'Der Auftraggeber',
    payroll: 'Lohnbüro',
    finance: 'Finanzabteilung',
  },
  days_one: '{{count}} Tag',
  days_other: '{{count}} Tage',
  workingDays_one: '{{count}} Arbeitstag',
  workingDays_other: '{{count}} Arbeitstage',
};
