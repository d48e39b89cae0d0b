import { dated, percent } from '@passerelle/values';

/** The ordinary VAT rate (RD no. 20 of 20 July 1970, art. 1). */
export const vatStandard = dated('be.vat.standard', ['2024-01-01', percent('21'), 'RD no. 20 of 20 July 1970, art. 1']);
