import { type Dated, type PlainDate, day } from '@passerelle/values';
import { type AppliedFigure, type InForce, inForce, inForceIfAny, remembered } from '../kit/index.js';
import { burialAndChurchFee, inKronor, incomeBaseAmount, priceBaseAmount, seniorTaxAge } from './amounts.js';
import { basicAllowance } from './basic-allowance.js';
import { type EarnedIncomeCredit, earnedIncomeCredit } from './earned-income-credit.js';
import { type PensionFeeLimits, pensionFee, readyPensionFee } from './pension-fee.js';
import { type PublicServiceLimits, publicServiceFee } from './public-service-fee.js';
import { type Scale, type Step, readyScale, tenThousandths } from './scale.js';
import { type StateTaxLimits, stateTax } from './state-tax.js';
import { type PhaseOut, workIncomeCredit } from './work-income-credit.js';

/** Every figure of preliminary tax for one income year, as plain whole numbers. */
export interface TaxYear {
  readonly year: number;
  /** Burial and church fee in 1/10 000 of taxable income. */
  readonly burialAndChurch: bigint;
  readonly seniorAge: number;
  readonly allowance: Scale;
  /** Absent in a year whose scale for seniors is not known. */
  readonly seniorAllowance?: Scale;
  readonly credit: Scale;
  readonly phaseOut?: PhaseOut;
  readonly seniorCredit?: Scale;
  readonly sicknessCredit?: Scale;
  readonly pension: PensionFeeLimits;
  readonly state: StateTaxLimits;
  readonly publicService: PublicServiceLimits;
  readonly earned: EarnedIncomeCredit;
  /** What a line computed from the tables rests on. */
  readonly figures: readonly AppliedFigure[];
}

/** The figures of an income year. Throws NoValueOnDay for a year before 2024 or one not yet published. */
export const taxYear = remembered((year: number): TaxYear => readyYear(year, day(`${year}-01-01`)));

function readyYear(year: number, on: PlainDate): TaxYear {
  const figures: AppliedFigure[] = [];
  const noted = <T>({ value, applied }: InForce<T>): T => {
    figures.push(applied);
    return value;
  };
  const read = <T>(figure: Dated<T>): T => noted(inForce(figure, on));
  const priceBase = inKronor(read(priceBaseAmount));
  const incomeBase = inKronor(read(incomeBaseAmount));
  const scaleOf = (figure: Dated<readonly Step[]>): Scale => readyScale(read(figure), priceBase);
  const scaleIfAny = (figure: Dated<readonly Step[]>): Scale | undefined => {
    const steps = inForceIfAny(figure, on);
    return steps && readyScale(noted(steps), priceBase);
  };
  return {
    year,
    burialAndChurch: tenThousandths(read(burialAndChurchFee).toString()),
    seniorAge: read(seniorTaxAge),
    allowance: scaleOf(basicAllowance.forAll),
    seniorAllowance: scaleIfAny(basicAllowance.forSeniors),
    credit: scaleOf(workIncomeCredit.ordinary),
    phaseOut: phaseOutOf(inForceIfAny(workIncomeCredit.phaseOut, on)?.value, priceBase),
    seniorCredit: scaleIfAny(workIncomeCredit.senior),
    sicknessCredit: scaleIfAny(workIncomeCredit.sickness),
    pension: readyPensionFee(
      { rate: read(pensionFee.rate), ceiling: read(pensionFee.ceiling), floor: read(pensionFee.floor) },
      priceBase,
      incomeBase,
    ),
    state: { threshold: inKronor(read(stateTax.threshold)), rate: read(stateTax.rate) },
    publicService: { rate: read(publicServiceFee.rate), most: inKronor(read(publicServiceFee.most)) },
    earned: read(earnedIncomeCredit.credit),
    figures,
  };
}

const phaseOutOf = (value: { above: string; share: string } | undefined, priceBase: bigint): PhaseOut | undefined =>
  value && { above: tenThousandths(value.above) * priceBase, share: tenThousandths(value.share) };
