import { Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, type Answer, ApiController, Database, Idempotency, MovesMoney } from '@passerelle/doors';
import { percent } from '@passerelle/values';
import type { Request } from 'express';
import { Peers } from '../../peers/peers.service.js';
import { Branch } from '../branch.service.js';
import { Cycles } from '../cycles/cycles.service.js';
import { FundCalls } from '../fund/fund-calls.service.js';
import { FundCallBody, OpenLegBody } from './legs.bodies.js';
import { Legs } from './legs.service.js';
import { defaultProblems } from '../settlement.problems.js';

/** Defaults shown at most; a federation that has more of them has other worries. */
const callsShown = 100;

/** The payments between branches that are not received in full, and what becomes of those that stay unpaid. */
@ApiController('legs')
export class LegsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly legs: Legs,
    private readonly cycles: Cycles,
    private readonly fundCalls: FundCalls,
    private readonly branch: Branch,
    private readonly peers: Peers,
  ) {}

  @Allow('finance', 'adviser')
  @Get()
  @ApiOperation({
    summary: 'Payments of this branch that are not received in full, with what is late and its interest',
  })
  @ApiOkResponse({ type: [OpenLegBody] })
  async open(): Promise<readonly OpenLegBody[]> {
    const work = this.database.reading;
    const open = await this.legs.open(work);
    if (open.length === 0) return [];
    const today = await this.branch.today(work);
    const yearly = percent(this.peers.roster!.lateInterestPercent);
    return open.map((leg) => OpenLegBody.of(leg, { ...this.cycles.datesOf(leg.cycle), today, yearly }));
  }

  @Allow('finance', 'adviser')
  @Get('defaults')
  @ApiOperation({ summary: 'Defaults of members: who bears them, who has signed that, and whether it came back' })
  @ApiOkResponse({ type: [FundCallBody] })
  async defaults(): Promise<readonly FundCallBody[]> {
    const calls = await this.fundCalls.all(this.database.reading, callsShown);
    return calls.map((call) => FundCallBody.of(call));
  }

  @Allow('finance')
  @MovesMoney()
  @Post(':leg/default')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that the payer is in default: every member computes who bears it' })
  @ApiOkResponse({ type: FundCallBody })
  declare(@Param('leg') leg: string, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const kept = defaultProblems.valueOf(await this.cycles.declareDefault(work, leg));
      return { status: 200, body: FundCallBody.of(kept) };
    });
  }
}
