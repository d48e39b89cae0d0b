import type { Invoicing } from '../kit/invoicing.js';

/** Structured invoices go by Peppol since 2026 (law of 6 February 2024); banks check the structured communication. */
export const invoicing: Invoicing = {
  profile: 'peppol',
  paymentReference: 'ogm',
  taxRegistration: null,
  mentions: [],
  routeNote: null,
  dueRoundedTo: null,
};
