import { ApiProperty } from '@nestjs/swagger';
import { MoneyBody, SignedMoneyBody } from '@passerelle/doors';
import type { CycleResult, CycleState, CycleView, LegView, NodeInCycle } from './cycles.js';
import { SignedBody } from './signed.body.js';

export class StepBody {
  @ApiProperty({ type: String, example: 'stated' })
  state: string;

  @ApiProperty({ type: String, example: '0' })
  round: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since: string;
}

export class NodeInCycleBody extends SignedBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a member that has not reported this cycle.' })
  state: CycleState | null;

  @ApiProperty({ type: String, nullable: true })
  round: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  waitingSince: string | null;

  @ApiProperty({ type: [StepBody], description: 'What it has done, oldest first.' })
  steps: readonly StepBody[];

  @ApiProperty({ type: String, nullable: true })
  result: string | null;

  static of(view: NodeInCycle): NodeInCycleBody {
    return Object.assign(new NodeInCycleBody(), view);
  }
}

export class CyclePositionBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: SignedMoneyBody })
  amount: SignedMoneyBody;
}

export class CycleResultBody extends SignedBody {
  @ApiProperty({ type: String, nullable: true, description: 'Hash of the result; null while it is a proposal.' })
  result: string | null;

  @ApiProperty({ type: [CyclePositionBody] })
  positions: readonly CyclePositionBody[];

  @ApiProperty({ type: [SignedMoneyBody], description: 'The check: zero in each currency.' })
  sums: readonly SignedMoneyBody[];

  @ApiProperty({ type: [MoneyBody] })
  gross: readonly MoneyBody[];

  @ApiProperty({ type: [MoneyBody] })
  net: readonly MoneyBody[];

  static of(view: CycleResult): CycleResultBody {
    return Object.assign(new CycleResultBody(), view, {
      positions: view.positions.map(({ node, amount }) => ({ node, amount: SignedMoneyBody.of(amount) })),
      sums: view.sums.map((each) => SignedMoneyBody.of(each)),
      gross: view.gross.map((each) => MoneyBody.of(each)),
      net: view.net.map((each) => MoneyBody.of(each)),
    });
  }
}

export class SignatureBody extends SignedBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: Boolean, description: 'By the word of the nodes that hold its signature.' })
  hasSigned: boolean;
}

export class LegBody extends SignedBody {
  @ApiProperty({ type: String, description: 'The reference on the bank statements.' })
  leg: string;

  @ApiProperty({ type: String })
  from: string;

  @ApiProperty({ type: String })
  to: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What arrived, by the payee’s own bank statement.' })
  paid: MoneyBody;

  @ApiProperty({ type: String, nullable: true, example: 'closed' })
  payerSays: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'closed' })
  payeeSays: string | null;

  static of(leg: LegView): LegBody {
    return Object.assign(new LegBody(), leg, { amount: MoneyBody.of(leg.amount), paid: MoneyBody.of(leg.paid) });
  }
}

export class CycleSummaryBody extends SignedBody {
  @ApiProperty({ type: String, example: 'cyc_2026-04' })
  id: string;

  @ApiProperty({ type: String, description: 'As far as the node that is furthest behind.' })
  state: CycleState;

  @ApiProperty({ type: Boolean })
  isEnded: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  cutOff: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  payment: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  graceEnd: string | null;

  @ApiProperty({
    type: [MoneyBody],
    description: 'The debts of its result, one sum a currency; of the result that most have signed, empty before.',
  })
  gross: readonly MoneyBody[];

  @ApiProperty({ type: [MoneyBody], description: 'What is left of them to pay, in the same order.' })
  net: readonly MoneyBody[];

  static of(view: CycleView): CycleSummaryBody {
    return Object.assign(new CycleSummaryBody(), summaryOf(view));
  }
}

export class CycleBody extends CycleSummaryBody {
  @ApiProperty({ type: [NodeInCycleBody] })
  nodes: readonly NodeInCycleBody[];

  @ApiProperty({ type: [CycleResultBody], description: 'One, unless nodes contradict each other.' })
  results: readonly CycleResultBody[];

  @ApiProperty({ type: [SignatureBody] })
  signatures: readonly SignatureBody[];

  @ApiProperty({ type: [LegBody] })
  legs: readonly LegBody[];

  static override of(view: CycleView): CycleBody {
    return Object.assign(new CycleBody(), summaryOf(view), {
      nodes: view.nodes.map((each) => NodeInCycleBody.of(each)),
      results: view.results.map((each) => CycleResultBody.of(each)),
      signatures: view.signatures.map((each) => Object.assign(new SignatureBody(), each)),
      legs: view.legs.map((each) => LegBody.of(each)),
    });
  }
}

export class CyclesBody {
  @ApiProperty({ type: [CycleSummaryBody] })
  items: readonly CycleSummaryBody[];
}

const summaryOf = ({ cycle, state, isEnded, dates, results, signedBy, at }: CycleView) => ({
  id: `cyc_${cycle}`,
  state,
  isEnded,
  cutOff: dates?.cutOff ?? null,
  payment: dates?.payment ?? null,
  graceEnd: dates?.graceEnd ?? null,
  gross: (mostSigned(results)?.gross ?? []).map((sum) => MoneyBody.of(sum)),
  net: (mostSigned(results)?.net ?? []).map((sum) => MoneyBody.of(sum)),
  signedBy,
  at,
});

const mostSigned = (results: readonly CycleResult[]): CycleResult | undefined =>
  results.filter(({ result }) => result !== null).sort((one, other) => other.signedBy.length - one.signedBy.length)[0];
