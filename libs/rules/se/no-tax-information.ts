import { type Rate, dated, percent } from '@passerelle/values';
import { act, remembered, scheme } from '../kit/index.js';
import { type Deduction, linkedSteps } from './deduction.js';
import { type TaxTable, stepHolding } from './tax-table.js';

/** Nobody has given a tax certificate: the table of the work place and ten percent of the pay on top. */
export const noTaxInformation = scheme({
  id: 'se.no-tax-information',
  localName: 'Förhöjt skatteavdrag',
  law: act('Skatteförfarandelag (2011:1244)', '11 kap.'),
  words: {
    en: 'Raised income tax: no tax certificate was given',
    fr: 'Impôt majoré : aucune fiche fiscale n’a été remise',
    nl: 'Verhoogde belasting: er is geen belastingattest gegeven',
    sv: 'Förhöjt skatteavdrag: ingen A-skattsedel har lämnats',
    de: 'Erhöhter Steuerabzug: keine Steuerkarte vorgelegt',
  },
  extra: dated<Rate>('se.no-tax-information.extra', [
    '2024-01-01',
    percent('10'),
    'FAR, Rätt lön: Skattetabell',
    'secondary',
  ]),
});

/** A table with so many per mille of the pay on top, kept for each table because it has hundreds of rows. */
export const raisedTable = remembered((table: TaxTable) =>
  remembered((extraPerMille: bigint): Deduction => {
    const rows = table.rows.map(({ from, fixed, perMille }) => ({ from, fixed, perMille: perMille + extraPerMille }));
    const steps = linkedSteps(rows, true);
    return { stepAt: (pay) => stepHolding(steps, pay) };
  }),
);
