import type { Country, Scheme } from '../kit/index.js';
import { allowanceFigures, answersFrom, retentionFigures } from '../kit/index.js';
import { allowances } from './allowances.js';
import { burialAndChurchFee, incomeBaseAmount, priceBaseAmount, seniorTaxAge } from './amounts.js';
import { basicAllowance } from './basic-allowance.js';
import { earnedIncomeCredit } from './earned-income-credit.js';
import { citations } from './citations.js';
import { contracts } from './contract.js';
import { declarations } from './declarations.js';
import { invoicing } from './invoicing.js';
import {
  components,
  contributionAges,
  contributionRounding,
  foreignEmployer,
  minorReduction,
  smallYearlyPay,
  youthReduction,
} from './employer-contributions.js';
import { artistSink, decisionTax, sideIncomeTax, sink, smallPayment } from './flat-tax.js';
import { noTaxInformation } from './no-tax-information.js';
import { insurance, occupationalPension, specialPayrollTax } from './occupational-pension.js';
import { oneOffTax } from './one-off-tax.js';
import { holidayPay, pay } from './pay.js';
import { pensionFee } from './pension-fee.js';
import { facts } from './person-facts.js';
import { publicHolidays } from './public-holidays.js';
import { publicServiceFee } from './public-service-fee.js';
import { head, reckoner } from './reckoning.js';
import { retentions } from './retention.js';
import { stateTax } from './state-tax.js';
import { tableTax } from './tax-table.js';
import { vatStandard } from './vat.js';
import { workIncomeCredit } from './work-income-credit.js';

const earned: readonly Scheme[] = [pay, holidayPay];
const heldBack: readonly Scheme[] = [
  tableTax,
  decisionTax,
  sideIncomeTax,
  oneOffTax,
  noTaxInformation,
  sink,
  artistSink,
  smallPayment,
];
/** What the tax tables are made of; none of it is a line of its own. */
const insideTheTables: readonly Scheme[] = [
  basicAllowance,
  stateTax,
  pensionFee,
  publicServiceFee,
  workIncomeCredit,
  earnedIncomeCredit,
];
const owedByEmployer: readonly Scheme[] = [
  ...components,
  youthReduction,
  minorReduction,
  contributionRounding,
  contributionAges,
  foreignEmployer,
  smallYearlyPay,
  occupationalPension,
  specialPayrollTax,
  insurance,
];

const schemes = [...earned, ...heldBack, ...insideTheTables, ...owedByEmployer];

/** Sweden, 2024 to 2026: see README.md for what is covered and what is not. */
export const sweden: Country = {
  ...head,
  localName: 'Sverige',
  timeZone: 'Europe/Stockholm',
  schemes,
  figures: [
    ...allowanceFigures(allowances),
    ...retentionFigures(retentions),
    priceBaseAmount,
    incomeBaseAmount,
    burialAndChurchFee,
    seniorTaxAge,
    ...schemes.flatMap(({ figures }) => figures),
    ...declarations.map(({ due }) => due),
    vatStandard,
  ],
  citations,
  facts,
  declarations,
  openEnded: (facts) => facts,
  vat: { standard: vatStandard },
  contracts,
  invoicing,
  allowances,
  retentions,
  // Skatteverket writes an organisation's number with the "century" 16 before it.
  employerNumber: (register) => `16${register}`,
  publicHolidays,
  ...answersFrom(head, reckoner),
};
