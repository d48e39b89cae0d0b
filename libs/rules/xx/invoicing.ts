import type { Invoicing } from '../kit/invoicing.js';

/** The least a country says: its network, and references by the international standard. */
export const invoicing: Invoicing = {
  profile: 'peppol',
  paymentReference: 'rf',
  taxRegistration: null,
  mentions: [],
  routeNote: null,
  dueRoundedTo: null,
};
