import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Accounts,
  Allow,
  type Answer,
  ApiController,
  ByAPerson,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { RefundId } from './refund.js';
import { NewRefundBody, RefundBody, RefundsPage } from './refunds.bodies.js';
import { refundProblems } from './refunds.problems.js';
import { type OrderedRefund, Refunds } from './refunds.service.js';

@ApiController('client-refunds')
export class RefundsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly accounts: Accounts,
    private readonly refunds: Refunds,
  ) {}

  @Allow('finance')
  @Get()
  @ApiOperation({ summary: 'Money of clients that went back to them, newest first' })
  @ApiOkResponse({ type: RefundsPage })
  async list(@Query() query: PageQuery): Promise<Page<RefundBody>> {
    const after = (query.after() as RefundId | undefined) ?? null;
    const rows = await this.refunds.page(this.database.reading, { after, limit: query.limit + 1 });
    const emails = await this.emailsOf(rows);
    const show = (each: OrderedRefund): RefundBody => RefundBody.of(each, emails);
    return pageOf(rows, { limit: query.limit, keyOf: ({ refund }) => refund.id, show });
  }

  @Allow('finance')
  @Get(':id')
  @ApiOperation({ summary: 'One refund of a client, and whether a statement of ours shows it' })
  @ApiOkResponse({ type: RefundBody })
  async show(@Param('id', new PublicIdPipe('rfd')) id: RefundId): Promise<RefundBody> {
    const found = await this.refunds.find(this.database.reading, id);
    if (!found) throw new Problem(notFound);
    return RefundBody.of(found, await this.emailsOf([found]));
  }

  @Allow('finance')
  @ByAPerson()
  @MovesMoney()
  @Post()
  @ApiOperation({
    summary: 'Order a transfer of what a client has with us, which goes into the next file for the bank',
  })
  @ApiCreatedResponse({ type: RefundBody })
  order(
    @Body() { client, amount, iban, reason }: NewRefundBody,
    @CurrentAccount() { id: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const wanted = { client, amount: amount.toMoney(), iban, reason, by };
      const ordered = refundProblems.valueOf(await this.refunds.order(work, wanted));
      return { status: 201, body: RefundBody.of(ordered, await this.emailsOf([ordered])) };
    });
  }

  private emailsOf(refunds: readonly OrderedRefund[]): Promise<ReadonlyMap<string, string>> {
    return this.accounts.emails([...new Set(refunds.map(({ refund }) => refund.orderedBy))]);
  }
}
