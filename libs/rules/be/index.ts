import { openEnded } from './open-ended.js';
import { country } from '@passerelle/values';
import { answersFrom } from '../kit/answers.js';
import { allowanceFigures } from '../kit/allowances.js';
import type { Country } from '../kit/country.js';
import { retentionFigures } from '../kit/retention.js';
import { accidentInsurance } from './accident-insurance.js';
import { allowances } from './allowances.js';
import { amateurArtsAllowance } from './amateur-arts-allowance.js';
import { contributionBase } from './amounts.js';
import { artistReduction } from './artist-reduction.js';
import { artistWithholding } from './artist-withholding.js';
import { asbestosFund } from './asbestos-fund.js';
import { cachet } from './cachet.js';
import { publicHolidays } from './calendar.js';
import { closureFund } from './closure-fund.js';
import { commute } from './commute.js';
import { citations } from './citations.js';
import { contracts } from './contract.js';
import { declarations } from './declarations.js';
import { employeeContribution } from './employee-contribution.js';
import { employerContribution } from './employer-contribution.js';
import { exceptionalWithholding } from './exceptional-withholding.js';
import { fields } from './facts.js';
import { familyReductions } from './family-reductions.js';
import { fiscalWorkBonus } from './fiscal-work-bonus.js';
import { holidayContribution } from './holiday-contribution.js';
import { holidayPay } from './holiday-pay.js';
import { invoicing } from './invoicing.js';
import { mealVouchers } from './meal-vouchers.js';
import { minimumIncome } from './minimum-income.js';
import { pay } from './pay.js';
import { reckoner } from './reckoning.js';
import { reductionMultiplier } from './reduction-multiplier.js';
import { retentions } from './retention.js';
import { riskGroups } from './risk-groups.js';
import { specialContribution } from './special-contribution.js';
import { structuralReduction } from './structural-reduction.js';
import { temporaryUnemployment } from './temporary-unemployment.js';
import { unemploymentContribution } from './unemployment-contribution.js';
import { vatStandard } from './vat.js';
import { withholdingTax } from './withholding-tax.js';
import { workBonus } from './work-bonus.js';

const schemes = [
  pay,
  minimumIncome,
  employeeContribution,
  workBonus,
  withholdingTax,
  familyReductions,
  fiscalWorkBonus,
  artistWithholding,
  specialContribution,
  employerContribution,
  unemploymentContribution,
  closureFund,
  temporaryUnemployment,
  riskGroups,
  asbestosFund,
  holidayContribution,
  accidentInsurance,
  structuralReduction,
  artistReduction,
  reductionMultiplier,
  commute,
  mealVouchers,
  holidayPay,
  exceptionalWithholding,
  cachet,
  amateurArtsAllowance,
];

const head = { code: country('BE'), currency: 'EUR', version: '2026.1' } as const;

/** Belgium: employees, manual workers and artists of the private sector, 2024 to 2026. */
export const belgium: Country = {
  ...head,
  localName: 'België / Belgique / Belgien',
  timeZone: 'Europe/Brussels',
  schemes,
  figures: [
    contributionBase,
    ...allowanceFigures(allowances),
    ...retentionFigures(retentions),
    ...schemes.flatMap(({ figures }) => figures),
    ...declarations.map(({ due }) => due),
    vatStandard,
  ],
  citations,
  facts: fields,
  declarations,
  openEnded,
  vat: { standard: vatStandard },
  contracts,
  invoicing,
  allowances,
  retentions,
  employerNumber: (register) => register,
  publicHolidays,
  ...answersFrom(head, reckoner(head)),
};
