import { Body, Get, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  confinedTo,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  type Page,
  pageOf,
  PageQuery,
  Public,
} from '@passerelle/doors';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Request } from 'express';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MissionId } from '../missions/mission.js';
import type { FundEntryId } from './fund.js';
import { FundReading } from './fund-reading.service.js';
import { AlarmsBody, EndowmentBody, FundEntriesPage, FundEntryBody, FundsBody, LossBody } from './guarantee.bodies.js';
import { guaranteeProblems } from './guarantee.problems.js';
import { Guarantee } from './guarantee.service.js';

export class YearQuery {
  @ApiPropertyOptional({ type: Number, minimum: 2000, maximum: 2199, description: 'The year that runs when left out.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2199)
  year?: number;
}

export class AlarmsQuery {
  @ApiPropertyOptional({ enum: ['open', 'all'], default: 'open' })
  @IsOptional()
  @IsIn(['open', 'all'])
  state: 'open' | 'all' = 'open';
}

/** More open alarms than a person looks at; the newest are shown. */
const alarmsShown = 200;

@ApiController('guarantee')
export class GuaranteeController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly guarantee: Guarantee,
    private readonly reading: FundReading,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'The guarantee fund in sums: anybody may know how safe wages are' })
  @ApiOkResponse({ type: FundsBody })
  async sums(@Query() { year }: YearQuery): Promise<FundsBody> {
    return FundsBody.of(await this.reading.accounts(this.database.reading, year));
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get('entries')
  @ApiOperation({ summary: 'Every change of the fund, newest first; members see no mission' })
  @ApiOkResponse({ type: FundEntriesPage })
  async entries(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<FundEntryBody>> {
    const after = (query.after() as FundEntryId | undefined) ?? null;
    const rows = await this.reading.entries(this.database.reading, { after, limit: query.limit + 1 });
    const reader = confinedTo(account) === undefined ? 'staff' : 'members';
    return pageOf(rows, {
      limit: query.limit,
      keyOf: ({ id }) => id,
      show: (entry) => FundEntryBody.of(entry, reader),
    });
  }

  @Allow('finance')
  @Get('alarms')
  @ApiOperation({ summary: 'Wages for which the fund fell short, newest first' })
  @ApiOkResponse({ type: AlarmsBody })
  async alarms(@Query() { state }: AlarmsQuery): Promise<AlarmsBody> {
    const page = { open: state === 'open', limit: alarmsShown };
    return AlarmsBody.of(await this.reading.alarms(this.database.reading, page));
  }

  @Allow('finance')
  @MovesMoney()
  @Post('endowments')
  @ApiOperation({ summary: 'Put money into the fund' })
  @ApiCreatedResponse({ type: FundEntryBody })
  endow(@Body() { entity, amount, decision }: EndowmentBody, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const wanted = { entity: entity as EntityId, amount: amount.toMoney(), text: decision };
      const entry = guaranteeProblems.valueOf(await this.guarantee.endow(work, wanted));
      return { status: 201, body: FundEntryBody.of(entry, 'staff') };
    });
  }

  @Allow('finance')
  @MovesMoney()
  @Post('losses')
  @ApiOperation({ summary: 'Give up an advance for good; money that comes later is a recovery' })
  @ApiCreatedResponse({ type: FundEntryBody })
  lose(@Body() { mission, amount, reason }: LossBody, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const given = { mission: mission as MissionId, amount: amount.toMoney(), text: reason };
      const entry = guaranteeProblems.valueOf(await this.guarantee.writeOff(work, given));
      return { status: 201, body: FundEntryBody.of(entry, 'staff') };
    });
  }
}
