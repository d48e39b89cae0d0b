import { openEnded } from './open-ended.js';
import { country } from '@passerelle/values';
import { answersFrom } from '../kit/answers.js';
import type { Country } from '../kit/country.js';
import { retentionFigures } from '../kit/retention.js';
import type { Scheme } from '../kit/scheme.js';
import { amounts } from './amounts.js';
import { apprenticeship, extraApprenticeship } from './apprenticeship.js';
import { citations } from './citations.js';
import { contracts } from './contract.js';
import { csg } from './csg.js';
import { deathCover } from './death-cover.js';
import { declarations } from './declarations.js';
import { invoicing } from './invoicing.js';
import { fields } from './facts.js';
import { family } from './family.js';
import { forfaitSocial } from './forfait-social.js';
import { generalReduction } from './general-reduction.js';
import { contractIndemnities, deductionNote, grossPay } from './gross-pay.js';
import { health } from './health.js';
import { housingAid, housingEffort } from './housing.js';
import { leaveFund } from './leave-fund.js';
import { minimumWage } from './minimum-wage.js';
import { mobility } from './mobility.js';
import { oldAgeCapped, oldAgeUncapped } from './old-age.js';
import { publicHolidays } from './public-holidays.js';
import { reckoner } from './reckoning.js';
import { limitLeast, limitWage } from './reduced-rates.js';
import { retentions } from './retention.js';
import { balance, managers, retirement, technicalBalance } from './retirement.js';
import { artsActivities, commonFund, occupationalHealth, privateActivities } from './show-funds.js';
import { localSickness, sickness } from './sickness.js';
import { socialDialogue } from './social-dialogue.js';
import { solidarity } from './solidarity.js';
import { fixedTermTraining, training } from './training.js';
import { unemployment, wageGuarantee } from './unemployment.js';
import { vat } from './vat.js';
import { withholdingTax } from './withholding.js';
import { workAccident } from './work-accident.js';

export { type ActivityAccount, resultToDate } from './entrepreneur.js';
export { publicHolidaysOfAlsaceMoselle } from './public-holidays.js';

const head = { code: country('FR'), currency: 'EUR', version: '2026.1' } as const;

/** The rules of a payslip, in its order. */
const rules = [
  grossPay,
  contractIndemnities,
  deductionNote,
  sickness,
  localSickness,
  health,
  deathCover,
  workAccident,
  oldAgeCapped,
  oldAgeUncapped,
  retirement,
  balance,
  technicalBalance,
  managers,
  family,
  unemployment,
  wageGuarantee,
  solidarity,
  housingAid,
  mobility,
  socialDialogue,
  training,
  fixedTermTraining,
  apprenticeship,
  extraApprenticeship,
  housingEffort,
  forfaitSocial,
  leaveFund,
  occupationalHealth,
  artsActivities,
  commonFund,
  privateActivities,
  generalReduction,
  csg,
];

const schemes: readonly Scheme[] = [minimumWage, ...rules, withholdingTax, vat];

/** France: employees, artists and technicians of the show business, entrepreneurs-salariés. The README says what is covered. */
export const france: Country = {
  ...head,
  localName: 'France',
  timeZone: 'Europe/Paris',
  schemes,
  figures: [
    ...new Set([...amounts, limitWage, limitLeast, ...schemes.flatMap(({ figures }) => figures)]),
    ...declarations.map(({ due }) => due),
    ...retentionFigures(retentions),
  ],
  citations,
  facts: fields,
  declarations,
  openEnded,
  vat: { standard: vat.standard },
  contracts,
  invoicing,
  allowances: {},
  retentions,
  // An establishment (SIRET) declares, which is not found in the number of its company (SIREN).
  employerNumber: () => null,
  publicHolidays,
  ...answersFrom(head, reckoner(head, rules)),
};
