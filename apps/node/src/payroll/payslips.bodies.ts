import { ApiProperty } from '@nestjs/swagger';
import { inHabit, type Language, MoneyBody, PageBody, publicId } from '@passerelle/doors';
import type { Month, PlainDate } from '@passerelle/values';
import { partsOf } from './decomposition.js';
import { type Explanation, explainParts, explainPayslip } from './explanation.js';
import { ExplanationBody } from './explanation.bodies.js';
import type { PayrollProblem } from './payroll-problem.js';
import { payrollRefusalWords } from './payroll-refusals.words.js';
import type { IssuedPayslip } from './payslip.js';
import { type LineOfYear, type SumOfYear, linesOfYear, sumsOfYear } from './year-so-far.js';

export class PayslipBody {
  @ApiProperty({ type: String, example: 'slip_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  member: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a monthly wage.' })
  mission: string | null;

  @ApiProperty({ type: String, example: 'be-2026-0001', description: 'Reference of the mission, or the month.' })
  reference: string;

  @ApiProperty({ type: String, format: 'date' })
  first: PlainDate;

  @ApiProperty({ type: String, format: 'date' })
  last: PlainDate;

  @ApiProperty({ type: Number })
  days: number;

  @ApiProperty({ type: String, format: 'date' })
  issuedOn: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2026-04-08' })
  payOn: PlainDate;

  @ApiProperty({ type: String, example: '2026.1' })
  ruleVersion: string;

  @ApiProperty({ type: MoneyBody, description: 'Of a monthly wage: what her missions gave for it.' })
  price: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  gross: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  net: MoneyBody;

  static of(issued: IssuedPayslip): PayslipBody {
    const { request, payslip, budget, reference, issuedOn, payOn } = issued;
    return Object.assign(new PayslipBody(), {
      id: publicId('slip', issued.id),
      member: publicId('mem', issued.member),
      mission: issued.mission && publicId('mis', issued.mission),
      reference,
      first: request.first,
      last: request.last,
      days: request.days,
      issuedOn,
      payOn,
      ruleVersion: payslip.version,
      price: MoneyBody.of(budget.price),
      gross: MoneyBody.of(payslip.gross),
      net: MoneyBody.of(payslip.net),
    });
  }
}

export class PayslipsPage extends PageBody(PayslipBody) {}

/** What the price became before the wage. */
export class BudgetBody {
  @ApiProperty({ type: MoneyBody })
  hostShare: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  income: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  contribution: MoneyBody;

  @ApiProperty({ type: String, nullable: true, example: '6.5', description: 'Null for a monthly wage.' })
  contributionPercent: string | null;

  @ApiProperty({ type: MoneyBody })
  employerCost: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  remainder: MoneyBody;

  static of({ budget, payslip }: IssuedPayslip): BudgetBody {
    return Object.assign(new BudgetBody(), {
      hostShare: MoneyBody.of(budget.hostShare),
      income: MoneyBody.of(budget.income),
      contribution: MoneyBody.of(budget.contribution),
      contributionPercent: budget.decided.contribution?.rate.toPercent() ?? null,
      employerCost: MoneyBody.of(payslip.cost),
      remainder: MoneyBody.of(budget.remainder),
    });
  }
}

/** A line of the payslip itself, and what it has come to since the year began. */
export class PayslipLineBody extends ExplanationBody {
  @ApiProperty({ type: String, example: '-226.92', description: 'In the year so far, this payslip included.' })
  yearToDate: string;

  static ofYear(line: LineOfYear): PayslipLineBody {
    return Object.assign(new PayslipLineBody(), ExplanationBody.of(line), { yearToDate: line.yearToDate.toDecimal() });
  }
}

/** What lines come to together, in the order in which a payslip is read. */
export class PayslipSumBody {
  @ApiProperty({
    enum: ['earned', 'held_back_social', 'tax', 'expenses_and_corrections', 'net', 'paid_on_top', 'cost'],
    description: 'The lines of that group; `net` is all that come before it, `cost` what is earned and paid on top.',
  })
  group: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'In the year so far, this payslip included.' })
  yearToDate: MoneyBody;

  static of({ group, amount, yearToDate }: SumOfYear): PayslipSumBody {
    return Object.assign(new PayslipSumBody(), {
      group,
      amount: MoneyBody.of(amount),
      yearToDate: MoneyBody.of(yearToDate),
    });
  }
}

export class PayslipDetailBody extends PayslipBody {
  @ApiProperty({ type: BudgetBody })
  budget: BudgetBody;

  @ApiProperty({
    type: [PayslipLineBody],
    description: 'Those that only earlier payslips of the year had stand at the end, with nothing.',
  })
  lines: readonly PayslipLineBody[];

  @ApiProperty({ type: [PayslipSumBody] })
  sums: readonly PayslipSumBody[];

  @ApiProperty({ type: [ExplanationBody], description: 'What each cent of the price became; they sum to the price.' })
  parts: readonly ExplanationBody[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Facts from which rights are computed.' })
  rights: object;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What the law was told of the worker.' })
  facts: object;

  static explained(
    issued: IssuedPayslip,
    { before, earlier }: { readonly before: IssuedPayslip | null; readonly earlier: readonly IssuedPayslip[] },
  ): PayslipDetailBody {
    const lines = linesOfYear(
      explainPayslip(issued, before),
      earlier.map((each) => explainPayslip(each, null)),
    );
    return Object.assign(new PayslipDetailBody(), PayslipBody.of(issued), {
      budget: BudgetBody.of(issued),
      lines: lines.map((line) => PayslipLineBody.ofYear(line)),
      sums: sumsOfYear(lines).map((each) => PayslipSumBody.of(each)),
      parts: partsExplained(issued).map((part) => ExplanationBody.of(part)),
      rights: { ...issued.rights, entity: publicId('ent', issued.rights.entity) },
      facts: issued.request.facts,
    });
  }
}

const partsExplained = ({ budget, payslip }: IssuedPayslip): readonly Explanation[] =>
  explainParts(partsOf(budget, payslip), { ...budget, payslip });

/** Whether the rules still answer as they did. */
export class ProofBody {
  @ApiProperty({ enum: ['same', 'no-law', 'refused-now', 'differs'] })
  outcome: string;

  @ApiProperty({ type: String, example: '2026.1', description: 'Version of the rules that made the payslip.' })
  keptVersion: string;

  @ApiProperty({ type: String, nullable: true, description: 'Version of the rules that were asked now.' })
  askedVersion: string | null;
}

export class PayrollProblemBody {
  @ApiProperty({ type: String, example: 'prob_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ enum: ['open', 'solved'] })
  state: 'open' | 'solved';

  @ApiProperty({ type: String, nullable: true, description: 'Null for a monthly wage.' })
  mission: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2026-05', description: 'Of a monthly wage.' })
  month: Month | null;

  @ApiProperty({ type: String })
  member: string;

  @ApiProperty({ type: Number })
  days: number;

  @ApiProperty({ type: String, example: 'below-minimum' })
  code: string;

  @ApiProperty({ type: String, example: 'be.minimum-income' })
  rule: string;

  @ApiProperty({ type: String, format: 'date' })
  date: PlainDate;

  @ApiProperty({ type: String })
  detail: string;

  @ApiProperty({ type: String })
  remedy: string;

  @ApiProperty({ type: MoneyBody, nullable: true })
  missing: MoneyBody | null;

  @ApiProperty({ type: Number })
  attempts: number;

  @ApiProperty({ type: String, format: 'date-time' })
  raisedAt: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  triedAt: Date;

  @ApiProperty({ type: String, nullable: true })
  payslip: string | null;

  static of(problem: PayrollProblem, language: Language): PayrollProblemBody {
    const { refusal, payslip, days, attempts, raisedAt, triedAt } = problem;
    const { kind, rule, date, missing } = refusal;
    const { detail, remedy } = payrollRefusalWords(refusal);
    return Object.assign(new PayrollProblemBody(), {
      id: publicId('prob', problem.id),
      state: payslip === null ? 'open' : 'solved',
      mission: problem.mission && publicId('mis', problem.mission),
      month: problem.month,
      member: publicId('mem', problem.member),
      days,
      code: kind,
      rule,
      date,
      detail: inHabit(detail[language], language),
      remedy: inHabit(remedy[language], language),
      missing: missing ? MoneyBody.of(missing) : null,
      attempts,
      raisedAt,
      triedAt,
      payslip: payslip && publicId('slip', payslip),
    });
  }
}

export class PayrollProblemsPage extends PageBody(PayrollProblemBody) {}
