import { Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  Allow,
  type Answer,
  ApiController,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  Problem,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import { CycleReadings } from './cycle-readings.service.js';
import { CycleBody, CycleDaysBody, CycleDetailBody, CyclePipe } from './cycles.bodies.js';
import { Cycles } from './cycles.service.js';
import { cutProblems } from '../settlement.problems.js';

/** Cycles are months, so this many are years. */
const shownMax = 60;

const Id = (): ParameterDecorator => Param('id', new CyclePipe());

@ApiController('cycles')
export class CyclesController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly cycles: Cycles,
    private readonly readings: CycleReadings,
  ) {}

  @Allow('finance', 'adviser', 'payroll')
  @Get()
  @ApiOperation({ summary: 'Cycles that this node knows, newest first' })
  @ApiOkResponse({ type: [CycleBody] })
  async list(): Promise<readonly CycleBody[]> {
    const latest = await this.readings.latest(this.database.reading, shownMax);
    return latest.map((reading) => CycleBody.from(reading));
  }

  @Allow('finance', 'adviser', 'payroll', 'worker')
  @Get('current')
  @ApiOperation({ summary: 'The cycle in which debts agreed now count, with its days' })
  @ApiOkResponse({ type: CycleDaysBody })
  async current(): Promise<CycleDaysBody> {
    const current = await this.cycles.current(this.database.reading);
    if (!current) throw new Problem(notFound);
    return CycleDaysBody.of(current.id, current.dates);
  }

  @Allow('finance', 'adviser', 'payroll')
  @Get(':id')
  @ApiOperation({ summary: 'One cycle: statements, positions, who signed what, payments' })
  @ApiOkResponse({ type: CycleDetailBody })
  show(@Id() id: string): Promise<CycleDetailBody> {
    return this.detail(this.database.reading, id);
  }

  @Allow('finance')
  @MovesMoney()
  @Post(':id/cut')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close the set of the open cycle before its day' })
  @ApiOkResponse({ type: CycleDetailBody })
  cut(@Id() id: string, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      cutProblems.valueOf(await this.cycles.cutNow(work, id));
      return { status: 200, body: await this.detail(work, id) };
    });
  }

  private async detail(work: Work, id: string): Promise<CycleDetailBody> {
    const reading = await this.readings.read(work, id);
    if (!reading) throw new Problem(notFound);
    return CycleDetailBody.detail(reading);
  }
}
