import { type Rate, dated, percent } from '@passerelle/values';

/** Mervärdesskatt. Lower rates (12 % and 6 %) belong to the kind of supply, which the coordination library decides. */
export const vatStandard = dated<Rate>('se.vat.standard', [
  '2024-01-01',
  percent('25'),
  'Mervärdesskattelag (2023:200), 9 kap. 2 §',
]);
