import { type Fact, type Payslip, belgianValues as be, countryOf } from '@passerelle/rules';
import { type PlainDate, firstDayOf, lastDayOf, money, monthOf } from '@passerelle/values';
import { CannotAnswer, type GoldenCase, dateOf, optionalText, textInput } from './answer.js';
import { euro, householdOf, numberIn, statusOf } from './be-inputs.js';

/** A published payslip of a full month, by the same road as every payslip of the product. */
export function fullPayslip(golden: GoldenCase): Readonly<Record<string, unknown>> {
  const date = dateOf(golden);
  if (/^(false|no)$/i.test(optionalText(golden, 'fullTime') ?? 'true'))
    throw new CannotAnswer('the case does not say how much of full time is worked');
  const payslip = wholeMonth(date, textInput(golden, 'grossMonthly'), factsOf(golden));
  const fiscal = workerAmount(payslip, 'be.fiscal-work-bonus');
  const contribution = -workerAmount(payslip, 'be.employee-contribution');
  const single = workerAmount(payslip, 'be.work-bonus');
  const bonusA = workerAmount(payslip, 'be.work-bonus.a');
  const bonusB = workerAmount(payslip, 'be.work-bonus.b');
  const bonus = single + bonusA + bonusB;
  const special = monthsOwnSpecial(payslip, date, golden);
  return {
    employeeContributionGross: euro(contribution),
    workBonusA: euro(bonusA),
    workBonusB: euro(bonusB),
    workBonusTotal: euro(bonus),
    employeeContributionNet: euro(contribution - bonus),
    taxable: payslip.taxable.toDecimal(),
    withholdingTax: euro(-groupAmount(payslip, 'tax')),
    fiscalWorkBonus: euro(fiscal),
    specialContribution: euro(special),
    netPay: euro(payslip.net.minor - workerAmount(payslip, 'be.special-contribution') - special),
    ...employerFields(payslip),
  };
}

function employerFields(payslip: Payslip): Readonly<Record<string, string>> {
  const reduction =
    -employerAmount(payslip, 'be.structural-reduction') - employerAmount(payslip, 'be.artist-reduction');
  const net = payslip.lines
    .filter(({ group }) => group === 'employer_social')
    .reduce((total, { employer }) => total + (employer?.amount.minor ?? 0n), 0n);
  return {
    employerContribution: euro(net + reduction),
    structuralReductionMonthly: euro(-employerAmount(payslip, 'be.structural-reduction')),
    employerNet: euro(net),
    totalEmployerCost: payslip.cost.toDecimal(),
  };
}

/** Published payslips show a month by itself: its advance, without the correction of a quarter's last month. */
function monthsOwnSpecial(payslip: Payslip, date: PlainDate, golden: GoldenCase): bigint {
  const base = payslip.lines.find(({ id }) => id === 'be.employee-contribution')!.base!.minor;
  const scale = be.specialContribution.monthly.on(date);
  const taxation = { single: 'individual', 'two-incomes': 'joint-both', 'one-income': 'joint-one' } as const;
  return be.specialDue(scale, taxation[householdOf(textInput(golden, 'family'))], base);
}

function factsOf(golden: GoldenCase): Record<string, Fact> {
  const facts: Record<string, Fact> = {
    status: statusOf(optionalText(golden, 'status') ?? textInput(golden, 'workerCode')),
    household: householdOf(textInput(golden, 'family')),
  };
  const children = optionalText(golden, 'children');
  const region = optionalText(golden, 'region');
  const refund = optionalText(golden, 'taxFreeCommuteRefund');
  if (children !== undefined) facts['children'] = Number(children);
  if (region !== undefined) facts['region'] = regionOf(region);
  if (golden.inputs['employerWorkers'] !== undefined) facts['employerWorkers'] = numberIn(golden, 'employerWorkers');
  if (refund !== undefined) facts['commuteRefund'] = refund;
  return facts;
}

function regionOf(text: string): 'brussels' | 'flanders' | 'wallonia' {
  if (/brus|brux|bxl/i.test(text)) return 'brussels';
  if (/fl[ae]|vlaa/i.test(text)) return 'flanders';
  if (/wal/i.test(text)) return 'wallonia';
  throw new CannotAnswer(`"${text}" is no region of Belgium`);
}

function wholeMonth(date: PlainDate, gross: string, facts: Record<string, Fact>): Payslip {
  const month = monthOf(date);
  const answer = countryOf('BE')!.payslip({
    first: firstDayOf(month),
    last: lastDayOf(month),
    days: be.weekdaysOf(month),
    paidOn: lastDayOf(month),
    facts,
    gross: money(gross, 'EUR'),
  });
  if (!answer.ok) throw new CannotAnswer(`${answer.refusal.rule}: ${answer.refusal.detail}`);
  return answer.value;
}

const workerAmount = (payslip: Payslip, id: string): bigint =>
  payslip.lines.find((line) => line.id === id)?.worker?.amount.minor ?? 0n;

const employerAmount = (payslip: Payslip, id: string): bigint =>
  payslip.lines.find((line) => line.id === id)?.employer?.amount.minor ?? 0n;

const groupAmount = (payslip: Payslip, group: string): bigint =>
  payslip.lines.filter((line) => line.group === group).reduce((total, { worker }) => total + worker!.amount.minor, 0n);
