import { ApiProperty } from '@nestjs/swagger';
import { type CycleDates, type Statement, isCycleId } from '@passerelle/settlement';
import { MoneyBody, notFound, Problem, SignedMoneyBody } from '@passerelle/doors';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { PipeTransform } from '@nestjs/common';
import type { CycleReading, LegReading, PairReading } from './cycle-reading.js';

/** Reads `cyc_2026-04` or `2026-04`; whatever else is simply not found. */
export class CyclePipe implements PipeTransform<string, string> {
  transform(text: string): string {
    const id = text.replace(/^cyc_/, '');
    if (!isCycleId(id)) throw new Problem(notFound);
    return id;
  }
}

const moneyBody = (minor: string, currency: string): MoneyBody =>
  MoneyBody.of(new Money(BigInt(minor), currency as CurrencyCode));

const signedBody = (minor: string, currency: string): SignedMoneyBody =>
  SignedMoneyBody.of(new Money(BigInt(minor), currency as CurrencyCode));

export class CycleDaysBody {
  @ApiProperty({ type: String, example: 'cyc_2026-04' })
  id: string;

  @ApiProperty({ type: String, format: 'date', description: 'The last day whose debts count in it.' })
  cutOff: string;

  @ApiProperty({ type: String, format: 'date' })
  statementDate: string;

  @ApiProperty({ type: String, format: 'date' })
  proposalDate: string;

  @ApiProperty({ type: String, format: 'date' })
  paymentDate: string;

  @ApiProperty({ type: String, format: 'date' })
  graceEnd: string;

  static days(id: string, { cutOff, statements, proposal, payment, graceEnd }: CycleDates) {
    const [statementDate, proposalDate, paymentDate] = [statements, proposal, payment];
    return { id: `cyc_${id}`, cutOff, statementDate, proposalDate, paymentDate, graceEnd };
  }

  static of(id: string, dates: CycleDates): CycleDaysBody {
    return Object.assign(new CycleDaysBody(), CycleDaysBody.days(id, dates));
  }
}

export class StatementTotalBody {
  @ApiProperty({ type: MoneyBody, description: 'What this branch owes the other one.' })
  weOwe: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What the other branch owes this one.' })
  theyOwe: MoneyBody;
}

export class PairStatementBody {
  @ApiProperty({ type: Number, description: 'How many debts it counts.' })
  count: number;

  @ApiProperty({ type: [StatementTotalBody], description: 'One for each currency.' })
  totals: readonly StatementTotalBody[];

  @ApiProperty({ type: String, description: 'Stands for the list of debts and their terms.' })
  root: string;

  static of({ n, lines, root, a }: Statement, peer: string): PairStatementBody {
    const totals = Object.keys(lines)
      .sort()
      .map((currency) => {
        const { ab, ba } = lines[currency]!;
        const [weOwe, theyOwe] = a === peer ? [ba, ab] : [ab, ba];
        const total = { weOwe: moneyBody(weOwe, currency), theyOwe: moneyBody(theyOwe, currency) };
        return Object.assign(new StatementTotalBody(), total);
      });
    return Object.assign(new PairStatementBody(), { count: Number(n), totals, root });
  }
}

export class PairInCycleBody {
  @ApiProperty({ type: String })
  peer: string;

  @ApiProperty({ type: Boolean })
  cutByUs: boolean;

  @ApiProperty({ type: Boolean })
  cutByThem: boolean;

  @ApiProperty({ enum: ['waiting', 'equal', 'different'] })
  outcome: string;

  @ApiProperty({ type: PairStatementBody, nullable: true, description: 'What this node has signed.' })
  ours: PairStatementBody | null;

  @ApiProperty({ type: PairStatementBody, nullable: true, description: 'What the other node has signed.' })
  theirs: PairStatementBody | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Null while there is no result.' })
  inResult: boolean | null;

  static of({ peer, cutMine, cutTheirs, outcome, mine, theirs, isInResult }: PairReading): PairInCycleBody {
    return Object.assign(new PairInCycleBody(), {
      peer,
      cutByUs: cutMine,
      cutByThem: cutTheirs,
      outcome,
      ours: mine && PairStatementBody.of(mine, peer),
      theirs: theirs && PairStatementBody.of(theirs, peer),
      inResult: isInResult,
    });
  }
}

export class PositionBody {
  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: SignedMoneyBody, description: 'Positive receives, negative pays.' })
  amount: SignedMoneyBody;
}

export class LegBody {
  @ApiProperty({ type: String, description: 'The reference of the bank transfer.' })
  id: string;

  @ApiProperty({ type: String })
  from: string;

  @ApiProperty({ type: String })
  to: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'Null where this node neither pays nor receives it.' })
  received: MoneyBody | null;

  @ApiProperty({ type: String, description: 'due, ordered, sent, partial, received, late, unpaid …, or not-ours.' })
  state: string;

  static of({ leg, from, to, amount, currency, received, state }: LegReading): LegBody {
    return Object.assign(new LegBody(), {
      id: leg,
      from,
      to,
      amount: moneyBody(amount, currency),
      received: received === null ? null : moneyBody(received, currency),
      state,
    });
  }
}

export class CycleEventBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: String })
  node: string;

  @ApiProperty({ type: String, description: 'What it said or what became known: cycle.cut, cycle.approve, final …' })
  what: string;

  @ApiProperty({ type: String })
  text: string;
}

export class CycleBody extends CycleDaysBody {
  @ApiProperty({ type: String, description: 'open, stated, proposed, locking, final, settled, empty, aborted …' })
  state: string;

  @ApiProperty({ enum: ['running', 'applied', 'closed'] })
  status: string;

  @ApiProperty({ type: Number })
  round: number;

  @ApiProperty({ type: String, nullable: true, description: 'The hash by which every node means the same result.' })
  result: string | null;

  static summary(reading: CycleReading) {
    const { id, dates, phase: state, status, round, result } = reading;
    return { ...CycleDaysBody.days(id, dates), state, status, round, result };
  }

  static override of(): never {
    throw new TypeError('a cycle is shown from its reading');
  }

  static from(reading: CycleReading): CycleBody {
    return Object.assign(new CycleBody(), CycleBody.summary(reading));
  }
}

export class CycleDetailBody extends CycleBody {
  @ApiProperty({ type: [PairInCycleBody] })
  statements: readonly PairInCycleBody[];

  @ApiProperty({ type: [PositionBody] })
  positions: readonly PositionBody[];

  @ApiProperty({ type: [SignedMoneyBody], description: 'The sum of the positions in each currency: always zero.' })
  check: readonly SignedMoneyBody[];

  @ApiProperty({ type: [String], description: 'Nodes that have approved the result.' })
  approved: readonly string[];

  @ApiProperty({ type: [String], description: 'Nodes whose votes made it final.' })
  locked: readonly string[];

  @ApiProperty({ type: [LegBody] })
  legs: readonly LegBody[];

  @ApiProperty({ type: [CycleEventBody], description: 'Who said what and when.' })
  events: readonly CycleEventBody[];

  static detail(reading: CycleReading): CycleDetailBody {
    const { pairs, positions, approved, locked, legs, events } = reading;
    return Object.assign(new CycleDetailBody(), CycleBody.summary(reading), {
      statements: pairs.map((pair) => PairInCycleBody.of(pair)),
      positions: positionsOf(positions),
      check: Object.keys(positions).map((currency) =>
        signedBody(`${Object.values(positions[currency]!).reduce((so, minor) => so + BigInt(minor), 0n)}`, currency),
      ),
      approved,
      locked,
      legs: legs.map((leg) => LegBody.of(leg)),
      events: events.map((event) => Object.assign(new CycleEventBody(), event)),
    });
  }
}

const positionsOf = (positions: CycleReading['positions']): PositionBody[] =>
  Object.entries(positions).flatMap(([currency, nodes]) =>
    Object.entries(nodes).map(([node, minor]) =>
      Object.assign(new PositionBody(), { node, amount: signedBody(minor, currency) }),
    ),
  );
