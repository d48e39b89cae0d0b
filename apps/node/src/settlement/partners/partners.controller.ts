import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  Database,
  Idempotency,
  MovesMoney,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import { PairSettlements } from './pair-settlements.service.js';
import { CapFormBody, PairOutlookBody, PairSettlementBody, PartnerBody, PartnerReasonBody } from './partners.bodies.js';
import { pairOfferProblems, partnerFields, partnerProblems } from './partners.problems.js';
import { type PartnerRefused, Partners } from './partners.service.js';
import type { Result } from '@passerelle/values';

/** How far this branch deals with each other one. */
@ApiController('partners')
export class PartnersController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly partners: Partners,
    private readonly pairSettlements: PairSettlements,
    private readonly versions: Versions,
  ) {}

  @Allow('finance', 'adviser')
  @Get()
  @ApiOperation({ summary: 'The other branches: what each may owe, what is used of it, and what stands in the way' })
  @ApiOkResponse({ type: [PartnerBody] })
  async list(): Promise<readonly PartnerBody[]> {
    return (await this.partners.all(this.database.reading)).map((each) => PartnerBody.of(each));
  }

  @Allow('finance', 'adviser')
  @Versioned()
  @Get(':node')
  @ApiOperation({ summary: 'One other branch' })
  @ApiOkResponse({ type: PartnerBody })
  show(@Param('node') node: string): Promise<PartnerBody> {
    return this.shown(this.database.reading, node);
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':node/cap')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say how much the other branch may owe this one from now on' })
  @ApiOkResponse({ type: PartnerBody })
  cap(@Param('node') node: string, @Body() { cap, reason }: CapFormBody, @Req() request: Request): Promise<Answer> {
    return this.once(request, node, (work) => this.partners.grant(work, node, cap.toMoney(), reason));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':node/suspend')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start nothing new with the other branch; what is open is settled as agreed' })
  @ApiOkResponse({ type: PartnerBody })
  suspend(
    @Param('node') node: string,
    @Body() { reason }: PartnerReasonBody,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.once(request, node, (work) => this.partners.suspend(work, node, reason));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':node/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Deal with a suspended branch again, within the limits of before' })
  @ApiOkResponse({ type: PartnerBody })
  resume(@Param('node') node: string, @Req() request: Request): Promise<Answer> {
    return this.once(request, node, (work) => this.partners.resume(work, node));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':node/leave')
  @HttpCode(200)
  @ApiOperation({ summary: 'Part for good, once nothing is open: both say where their messages end' })
  @ApiOkResponse({ type: PartnerBody })
  leave(@Param('node') node: string, @Body() { reason }: PartnerReasonBody, @Req() request: Request): Promise<Answer> {
    return this.once(request, node, (work) => this.partners.leave(work, node, reason.normalize('NFC')));
  }

  @Allow('finance')
  @MovesMoney()
  @Post(':node/settle-pair')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle directly what the last cycle left out; it counts when both branches say so' })
  @ApiOkResponse({ type: PairSettlementBody })
  settlePair(@Param('node') node: string, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const kept = pairOfferProblems.valueOf(await this.pairSettlements.offer(work, node));
      return { status: 200, body: PairSettlementBody.of(kept) };
    });
  }

  @Allow('finance', 'adviser')
  @Get(':node/pair-settlement')
  @ApiOperation({ summary: 'What the last cycle left between the two, and who has said to settle it directly' })
  @ApiOkResponse({ type: PairOutlookBody })
  async pairSettlement(@Param('node') node: string): Promise<PairOutlookBody> {
    const outlook = await this.pairSettlements.outlook(this.database.reading, node);
    if (!outlook) throw partnerProblems.problemFor({ kind: 'unknown-partner' });
    return PairOutlookBody.of(outlook);
  }

  private once(
    request: Request,
    node: string,
    decide: (work: Work) => Promise<Result<unknown, PartnerRefused>>,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const show = (): Promise<PartnerBody> => this.shown(work, node);
      await this.versions.unchanged(work, request, { thing: node, show, of: partnerFields });
      partnerProblems.valueOf(await decide(work));
      return { status: 200, body: await this.shown(work, node) };
    });
  }

  private async shown(work: Work, node: string): Promise<PartnerBody> {
    const reading = await this.partners.find(work, node);
    if (!reading) throw partnerProblems.problemFor({ kind: 'unknown-partner' });
    return PartnerBody.of(reading);
  }
}
