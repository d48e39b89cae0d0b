import type { Catalogue } from '../en/index.js';

export const mission: Catalogue['mission'] = {
  state: {
    draft: 'Brouillon',
    branch_check: 'Vérification par la coopérative',
    offered: 'Chez l’autre coopérative',
    client_confirmation: 'En attente du client',
    formalities: 'Formalités (A1, déclarations)',
    active: 'En cours',
    invoiced: 'Facturée',
    funded_by_client: 'Client payé',
    funded_by_fund: 'Avancé par le fonds',
    payroll: 'Paie',
    paid: 'Payée',
    completed: 'Travail terminé',
    changes_requested: 'Modifications demandées',
    refused: 'Refusée',
    late: 'En retard',
    disputed: 'Contestée',
    cancelled: 'Annulée',
  },
  owner: {
    worker: 'Vous',
    adviser: 'Votre conseiller',
    client: 'Le client',
    payroll: 'Service paie',
    finance: 'Service financier',
  },
  days_one: '{{count}} jour',
  days_other: '{{count}} jours',
  workingDays_one: '{{count}} jour ouvrable',
  workingDays_other: '{{count}} jours ouvrables',
};
