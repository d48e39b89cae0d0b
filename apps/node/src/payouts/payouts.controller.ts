import { Body, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  ByAPerson,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { Payout, PayoutId } from './payout.js';
import {
  NewPayoutBody,
  PayoutBody,
  PayoutDetailBody,
  PayoutsPage,
  PayoutsQuery,
  TakeOutBody,
  WaitingBody,
  WaitingListBody,
} from './payouts.bodies.js';
import { notApproved, payoutFields, payoutProblems } from './payouts.problems.js';
import { Payouts } from './payouts.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('pay'));

@ApiController('payouts')
export class PayoutsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly payouts: Payouts,
    private readonly versions: Versions,
  ) {}

  @Allow('payroll', 'finance')
  @Get()
  @ApiOperation({ summary: 'Transfers put together for the bank, newest first' })
  @ApiOkResponse({ type: PayoutsPage })
  async list(@Query() query: PayoutsQuery): Promise<Page<PayoutBody>> {
    const { limit, state = null } = query;
    const after = (query.after() as PayoutId | undefined) ?? null;
    const rows = await this.payouts.page(this.database.reading, { after, limit: limit + 1, state });
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (payout) => PayoutBody.of(payout) });
  }

  @Allow('payroll', 'finance')
  @Get('waiting')
  @ApiOperation({ summary: 'Ordered transfers that no payout holds yet, for each entity and currency' })
  @ApiOkResponse({ type: WaitingListBody })
  async waiting(): Promise<WaitingListBody> {
    const groups = await this.payouts.waiting(this.database.reading);
    return Object.assign(new WaitingListBody(), { items: groups.map((group) => WaitingBody.of(group)) });
  }

  @Allow('payroll', 'finance')
  @Versioned()
  @Get(':id')
  @ApiOperation({ summary: 'One payout with its lines, and what has changed about them since' })
  @ApiOkResponse({ type: PayoutDetailBody })
  async show(@Id() id: PayoutId): Promise<PayoutDetailBody> {
    const payout = await this.payouts.find(this.database.reading, id);
    if (!payout) throw new Problem(notFound);
    return this.detail(this.database.reading, payout);
  }

  @Allow('payroll', 'finance')
  @MovesMoney()
  @Post()
  @ApiOperation({ summary: 'Put waiting transfers together for the bank; another person approves them' })
  @ApiCreatedResponse({ type: PayoutDetailBody })
  prepare(
    @Body() body: NewPayoutBody,
    @CurrentAccount() { email: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const prepared = payoutProblems.valueOf(await this.payouts.prepare(work, body.toWish(), by));
      return { status: 201, body: await this.detail(work, prepared) };
    });
  }

  @Allow('finance')
  @ByAPerson()
  @MovesMoney()
  @AsSeen()
  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve what somebody else prepared, if nothing about it has changed; this makes the file',
  })
  @ApiOkResponse({ type: PayoutDetailBody })
  approve(@Id() id: PayoutId, @CurrentAccount() { email: by }: Account, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      await this.asSeen(work, request, id);
      const approved = payoutProblems.valueOf(await this.payouts.approve(work, id, by));
      return { status: 200, body: await this.detail(work, approved) };
    });
  }

  @Allow('payroll', 'finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/take-out')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take lines out of what is not approved yet; without the last one it is withdrawn' })
  @ApiOkResponse({ type: PayoutDetailBody })
  takeOut(
    @Id() id: PayoutId,
    @Body() { transfers }: TakeOutBody,
    @CurrentAccount() { email: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      await this.asSeen(work, request, id);
      const left = payoutProblems.valueOf(await this.payouts.takeOut(work, id, transfers ?? null, by));
      return { status: 200, body: await this.detail(work, left) };
    });
  }

  @Allow('payroll', 'finance')
  @Get(':id/file')
  @ApiOperation({ summary: 'The file for the bank (pain.001.001.09), as it was approved' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Id() id: PayoutId): Promise<StreamableFile> {
    const payout = await this.payouts.find(this.database.reading, id);
    if (!payout) throw new Problem(notFound);
    const content = await this.payouts.approvedFile(this.database.reading, id);
    if (!content) throw new Problem(notApproved);
    const name = `payout-${payout.decidedAt!.toISOString().slice(0, 10)}-${id}.xml`;
    return new StreamableFile(content, { type: 'application/xml', disposition: `attachment; filename="${name}"` });
  }

  private asSeen(work: Work, request: Request, id: PayoutId): Promise<void> {
    const show = async (): Promise<PayoutDetailBody> => {
      const payout = await this.payouts.find(work, id);
      if (!payout) throw new Problem(notFound);
      return this.detail(work, payout);
    };
    return this.versions.unchanged(work, request, { thing: id, show, of: payoutFields });
  }

  private async detail(work: Work, payout: Payout): Promise<PayoutDetailBody> {
    return PayoutDetailBody.withLines(payout, await this.payouts.changes(work, payout));
  }
}
