import type { Catalogue } from '../en/index.js';

export const mission: Catalogue['mission'] = {
  state: {
    draft: 'Utkast',
    branch_check: 'Kooperativet granskar',
    offered: 'Hos det andra kooperativet',
    client_confirmation: 'Väntar på kunden',
    formalities: 'Formaliteter (A1, anmälningar)',
    active: 'Pågår',
    invoiced: 'Fakturerat',
    funded_by_client: 'Kunden har betalat',
    funded_by_fund: 'Förskott från fonden',
    payroll: 'Lön förbereds',
    paid: 'Utbetalt',
    completed: 'Arbetet är klart',
    changes_requested: 'Ändringar begärda',
    refused: 'Avslaget',
    late: 'Försenat',
    disputed: 'Bestritt',
    cancelled: 'Inställt',
  },
  owner: {
    worker: 'Du',
    adviser: 'Din rådgivare',
    client: 'Kunden',
    payroll: 'Lönekontoret',
    finance: 'Ekonomiavdelningen',
  },
  days_one: '{{count}} dag',
  days_other: '{{count}} dagar',
  workingDays_one: '{{count}} arbetsdag',
  workingDays_other: '{{count}} arbetsdagar',
};
