import type { Catalogue } from '../en/index.js';

export const mission: Catalogue['mission'] = {
  state: {
    draft: 'Utkast',
    branch_check: 'Kooperativet granskar',
    offered: 'Hos det andra kooperativet',
    client_confirmation: 'Väntar på kunden',
    formalities: 'Formaliteter (A1, anmälningar)',
    active: 'Pågår',
    invoiced: 'Fakturerad',
    funded_by_client: 'Kunden har betalat',
    funded_by_fund: 'Förskott från fonden',
    payroll: 'Lön förbereds',
    paid: 'Utbetald',
    completed: 'Arbetet är klart',
    changes_requested: 'Ändringar begärda',
    refused: 'Nekad',
    late: 'Försenad',
    disputed: 'Bestridd',
    cancelled: 'Inställd',
  },
  owner: {
    worker: 'Du',
    adviser: 'Din rådgivare',
    client: 'Kunden',
    payroll: 'Lönekontoret',
    finance: 'Ekonomi',
  },
  days_one: '{{count}} dag',
  days_other: '{{count}} dagar',
  workingDays_one: '{{count}} arbetsdag',
  workingDays_other: '{{count}} arbetsdagar',
};
