import { Money } from '@passerelle/values';
import type { Invoicing } from '../kit/invoicing.js';

export const invoicing: Invoicing = {
  profile: 'peppol',
  paymentReference: 'ocr',
  // Buyers withhold tax from sellers who do not say that they pay their own (Skatteförfarandelagen, ch. 9 and 10).
  taxRegistration: 'Godkänd för F-skatt',
  mentions: [],
  routeNote: null,
  // Öresavrundning: by custom an invoice in kronor is paid in whole kronor; the tax keeps its öre.
  dueRoundedTo: new Money(100n, 'SEK'),
};
