import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { inHabit, IsMonth, type Language, MoneyBody, publicId, SignedMoneyBody } from '@passerelle/doors';
import { type Month } from '@passerelle/values';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { asOneText, ruleRefusalWords } from '../members/rule-refusals.words.js';
import type { MonthOfPlan, WageForecast } from './wage-forecast.js';
import type { WagePlan } from './wage-plan.js';
import type { PlannedWage, WagePreview, WageWish } from './wage-plans.service.js';
import type { PaidMonth } from './wage-plans.store.js';

export class WagePlanDecisionBody {
  @ApiProperty({ type: String, example: '2026-05', description: 'A month that has not begun.' })
  @IsMonth()
  from: Month;

  @ApiPropertyOptional({ type: MoneyBody, description: 'Gross of a month; left out when the wage stops.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyBody)
  gross?: MoneyBody;
}

export class WagePreviewQuestionBody extends WagePlanDecisionBody {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 36,
    example: 6,
    description: 'Without a gross: the largest even wage that so many months carry.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(36)
  months?: number;

  toWish(): WageWish {
    return this.gross ? { gross: this.gross.toMoney() } : { months: this.months ?? 12 };
  }
}

export class MonthOfPlanBody {
  @ApiProperty({ type: String, example: '2026-05' })
  month: Month;

  @ApiProperty({ type: MoneyBody, description: 'What the work that is done in it brings for wages.' })
  brings: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What the wage costs the employer.' })
  cost: MoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'What is left after it; below zero it is not carried.' })
  left: SignedMoneyBody;

  static of({ month, brings, cost, left }: MonthOfPlan): MonthOfPlanBody {
    return Object.assign(new MonthOfPlanBody(), {
      month,
      brings: MoneyBody.of(brings),
      cost: MoneyBody.of(cost),
      left: SignedMoneyBody.of(left),
    });
  }
}

export class WageForecastBody {
  @ApiProperty({ type: SignedMoneyBody, description: 'What is free in the budget besides the money of missions.' })
  free: SignedMoneyBody;

  @ApiProperty({ type: Number, example: 5, description: 'Months that are carried, from the first one on.' })
  carried: number;

  @ApiProperty({ type: String, nullable: true, example: '2026-10', description: 'The first month not carried.' })
  driesUpIn: Month | null;

  @ApiProperty({ type: [MonthOfPlanBody] })
  months: readonly MonthOfPlanBody[];

  static of({ free, months, driesUpIn }: WageForecast): WageForecastBody {
    return Object.assign(new WageForecastBody(), {
      free: SignedMoneyBody.of(free),
      carried: driesUpIn === null ? months.length : months.length - 1,
      driesUpIn,
      months: months.map((month) => MonthOfPlanBody.of(month)),
    });
  }
}

export class WagePlanBody {
  @ApiProperty({ type: String, example: '2026-05' })
  from: Month;

  @ApiProperty({ type: MoneyBody, nullable: true, description: 'Null: it stops.' })
  gross: MoneyBody | null;

  @ApiProperty({ type: String, format: 'date-time' })
  decidedAt: Date;

  static of({ from, gross, decidedAt }: WagePlan): WagePlanBody {
    return Object.assign(new WagePlanBody(), { from, gross: gross && MoneyBody.of(gross), decidedAt });
  }
}

export class PaidMonthBody {
  @ApiProperty({ type: String, example: '2026-05' })
  month: Month;

  @ApiProperty({ type: String, example: 'slip_019a0000000070008000000000000001' })
  payslip: string;

  static of({ month, payslip }: PaidMonth): PaidMonthBody {
    return Object.assign(new PaidMonthBody(), { month, payslip: publicId('slip', payslip) });
  }
}

export class PlannedWageBody {
  @ApiProperty({ type: [WagePlanBody], description: 'In the order in which they were decided.' })
  plans: readonly WagePlanBody[];

  @ApiProperty({ type: WageForecastBody, nullable: true, description: 'Null when no wage is planned.' })
  forecast: WageForecastBody | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the law no longer allows it, and what to do.' })
  impossible: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Days before it dries up on which she is warned.' })
  warningDays: number | null;

  @ApiProperty({ type: [String], example: ['2026-10'], description: 'Months she was warned about, newest first.' })
  warnedOf: readonly Month[];

  @ApiProperty({ type: [PaidMonthBody], description: 'Months whose wage has its payslip, the oldest first.' })
  paid: readonly PaidMonthBody[];

  static of(
    { plans, forecast, impossible, warningDays, warnedOf, paid }: PlannedWage,
    language: Language,
  ): PlannedWageBody {
    return Object.assign(new PlannedWageBody(), {
      plans: plans.map((plan) => WagePlanBody.of(plan)),
      forecast: forecast && WageForecastBody.of(forecast),
      impossible: impossible && inHabit(asOneText(ruleRefusalWords(impossible))[language], language),
      warningDays,
      warnedOf,
      paid: paid.map((month) => PaidMonthBody.of(month)),
    });
  }
}

export class WagePreviewBody {
  @ApiProperty({ type: MoneyBody })
  gross: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'In the first month, without the sums of her year.' })
  net: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What it costs the employer in the first month.' })
  cost: MoneyBody;

  @ApiProperty({ type: WageForecastBody })
  forecast: WageForecastBody;

  static of({ payslip, forecast }: WagePreview): WagePreviewBody {
    return Object.assign(new WagePreviewBody(), {
      gross: MoneyBody.of(payslip.gross),
      net: MoneyBody.of(payslip.net),
      cost: MoneyBody.of(payslip.cost),
      forecast: WageForecastBody.of(forecast),
    });
  }
}
