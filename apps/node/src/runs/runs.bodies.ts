import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsMoney,
  IsMonth,
  type Language,
  MoneyBody,
  PageBody,
  PageQuery,
  PublicId,
  publicId,
  type Words,
} from '@passerelle/doors';
import type { CountryCode, Month, PlainDate } from '@passerelle/values';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Finding, FindingKind } from './findings.js';
import {
  type Checked,
  type ItemState,
  type Run,
  type RunAct,
  type RunCounts,
  type RunState,
  itemStates,
  runMoves,
  stateOf,
} from './run.js';
import type { ItemFailure, RunItem } from './run-item.js';
import type { Uncollected } from './runs.service.js';

const acts = Object.keys(runMoves) as RunAct[];
const states = [...new Set(Object.values(runMoves).map(({ to }) => to))];
const findingKinds: readonly FindingKind[] = ['first-payslip', 'net-change', 'not-positive', 'new-account', 'no-a1'];

export class RunsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '2026-04' })
  @IsOptional()
  @IsMonth()
  period?: Month;
}

export class UncollectedQuery {
  @ApiPropertyOptional({ type: String, example: '2026-04', description: 'The current month when left out.' })
  @IsOptional()
  @IsMonth()
  period?: Month;
}

export class UncollectedBody {
  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String, example: 'De Brug' })
  name: string;

  @ApiProperty({ type: String, example: '2026-04' })
  period: Month;

  @ApiProperty({ type: Number, description: 'Wages due by the end of the month that are in no run.' })
  count: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  firstDue: PlainDate | null;

  static of({ entity, period, count, firstDue }: Uncollected): UncollectedBody {
    const of = { entity: publicId('ent', entity.id), name: entity.name, period, count, firstDue };
    return Object.assign(new UncollectedBody(), of);
  }
}

export class UncollectedListBody {
  @ApiProperty({ type: [UncollectedBody] })
  items: readonly UncollectedBody[];
}

export class RunItemsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: itemStates })
  @IsOptional()
  @IsIn(itemStates)
  state?: ItemState;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Only those somebody should look at.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unusual = false;
}

export class CollectBody {
  @ApiProperty({ type: String })
  @PublicId('ent')
  entity: EntityId;

  @ApiProperty({ type: String, example: '2026-04', description: 'What falls due by the end of this month.' })
  @IsMonth()
  period: Month;
}

export class ApprovalBody {
  @ApiProperty({ type: Number, example: 12, description: 'How many payslips were checked.' })
  @IsInt()
  @Min(1)
  payslips: number;

  @IsMoney()
  total: MoneyBody;

  toChecked(): Checked {
    return { payslips: this.payslips, total: this.total.toMoney() };
  }
}

export class WithdrawalBody {
  @ApiProperty({ type: String, example: 'The index of April is missing' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class RunStepBody {
  @ApiProperty({ enum: acts })
  act: RunAct;

  @ApiProperty({ type: String, nullable: true, description: 'The account that did it; null for the node itself.' })
  by: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** How many wages of a run are in each state. */
export class RunItemCountsBody implements Record<ItemState, number> {
  @ApiProperty({ type: Number, description: 'Wait to be computed.' })
  left: number;

  @ApiProperty({ type: Number })
  done: number;

  @ApiProperty({ type: Number })
  failed: number;

  @ApiProperty({ type: Number, description: 'Left for another run.' })
  dropped: number;

  @ApiProperty({ type: Number })
  published: number;
}

export class RunBody {
  @ApiProperty({ type: String, example: 'run_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String, example: '2026-04' })
  period: Month;

  @ApiProperty({ enum: states })
  state: RunState;

  @ApiProperty({ type: [RunStepBody], description: 'Everything that was done with it, in order.' })
  steps: readonly RunStepBody[];

  @ApiProperty({ type: RunItemCountsBody })
  items: RunItemCountsBody;

  @ApiProperty({ type: MoneyBody, description: 'The net of all its payslips.' })
  total: MoneyBody;

  @ApiProperty({ type: Number, description: 'Payslips somebody should look at.' })
  unusual: number;

  @ApiProperty({ type: Number, description: 'Wages that are ordered: they leave with the next payment file.' })
  ordered: number;

  @ApiProperty({ type: Number, description: 'Wages in a payment file, approved or not.' })
  prepared: number;

  @ApiProperty({ type: Number, description: 'Wages in a payment file that two people have approved.' })
  sent: number;

  @ApiProperty({ type: Number, description: 'Wages that our own bank statement shows.' })
  confirmed: number;

  static of(run: Run, { items, total, ...counts }: RunCounts): RunBody {
    return Object.assign(new RunBody(), {
      id: publicId('run', run.id),
      entity: publicId('ent', run.entity),
      period: run.period,
      state: stateOf(run),
      steps: run.steps,
      items,
      total: MoneyBody.of(total),
      ...counts,
    });
  }
}

export class RunsPage extends PageBody(RunBody) {}

export class RunFindingBody {
  @ApiProperty({ enum: findingKinds })
  kind: FindingKind;

  @ApiPropertyOptional({ type: String, example: 'FR', description: 'The country of work without a certificate.' })
  country?: CountryCode;
}

export class ItemFailureBody {
  @ApiProperty({ type: String, example: 'below-minimum' })
  code: string;

  @ApiProperty({ type: String, nullable: true, example: 'be.minimum-income' })
  rule: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  date: PlainDate | null;

  @ApiProperty({ type: String })
  detail: string;

  @ApiProperty({ type: String })
  remedy: string;

  static of({ kind, rule, date, detail, remedy }: ItemFailure, language: Language): ItemFailureBody {
    const said = (text: Words | string): string => (typeof text === 'string' ? text : text[language]);
    return Object.assign(new ItemFailureBody(), { code: kind, rule, date, detail: said(detail), remedy: said(remedy) });
  }
}

export class RunItemBody {
  @ApiProperty({ type: Number })
  number: number;

  @ApiProperty({ enum: itemStates })
  state: ItemState;

  @ApiProperty({ type: String })
  member: string;

  @ApiProperty({ type: String, example: 'Amina' })
  name: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a monthly wage.' })
  mission: string | null;

  @ApiProperty({ type: String, example: 'be-2026-0001', description: 'Reference of the mission, or the month.' })
  reference: string;

  @ApiProperty({ type: String, nullable: true })
  payslip: string | null;

  @ApiProperty({ type: MoneyBody, nullable: true })
  net: MoneyBody | null;

  @ApiProperty({ type: [RunFindingBody] })
  findings: readonly Finding[];

  @ApiProperty({ type: ItemFailureBody, nullable: true })
  failure: ItemFailureBody | null;

  static of(item: RunItem, language: Language): RunItemBody {
    const { number, state, name, reference, net, findings, failure, payslip } = item;
    return Object.assign(new RunItemBody(), {
      number,
      state,
      member: publicId('mem', item.member),
      name,
      mission: item.mission && publicId('mis', item.mission),
      reference,
      payslip: payslip && publicId('slip', payslip),
      net: net && MoneyBody.of(net),
      findings,
      failure: failure && ItemFailureBody.of(failure, language),
    });
  }
}

export class RunItemsPage extends PageBody(RunItemBody) {}
