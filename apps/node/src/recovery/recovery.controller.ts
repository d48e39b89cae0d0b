import { Body, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  Clock,
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
import type { PlainDate } from '@passerelle/values';
import type { Request } from 'express';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../config/node-settings.js';
import type { InvoiceId } from '../invoicing/invoices/invoice.js';
import { RecoveryBody, RecoveryPage, RecoveryReasonBody } from './recovery.bodies.js';
import { recoveryProblems } from './recovery.problems.js';
import { Recovery } from './recovery.service.js';

const Id = (): ParameterDecorator => Param('invoice', new PublicIdPipe('inv'));

type Saying = Parameters<Recovery['say']>[2];

@ApiController('recovery')
export class RecoveryController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly recovery: Recovery,
    private readonly clock: Clock,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {}

  @Allow('finance')
  @Get()
  @ApiOperation({ summary: 'Invoices that clients have not paid in time, the longest overdue first' })
  @ApiOkResponse({ type: RecoveryPage })
  async list(@Query() query: PageQuery): Promise<Page<RecoveryBody>> {
    const after = (query.after() as InvoiceId | undefined) ?? null;
    const today = this.today();
    const page = { before: today, after, limit: query.limit + 1 };
    const rows = await this.recovery.overdue(this.database.reading, page);
    return pageOf(rows, {
      limit: query.limit,
      keyOf: ({ invoice }) => invoice.id,
      show: (each) => RecoveryBody.of(each, today),
    });
  }

  @Allow('finance')
  @Get(':invoice')
  @ApiOperation({ summary: 'What was done about one invoice because it is not paid' })
  @ApiOkResponse({ type: RecoveryBody })
  async show(@Id() invoice: InvoiceId): Promise<RecoveryBody> {
    const found = await this.recovery.find(this.database.reading, invoice);
    if (!found) throw new Problem(notFound);
    return RecoveryBody.of(found, this.today());
  }

  @Allow('finance')
  @MovesMoney()
  @Post(':invoice/disputes')
  @HttpCode(200)
  @ApiOperation({ summary: 'The client disputes the invoice: nobody reminds her until that is resolved' })
  @ApiOkResponse({ type: RecoveryBody })
  dispute(
    @Id() invoice: InvoiceId,
    @Body() { reason }: RecoveryReasonBody,
    @CurrentAccount() { id: who }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.say(request, invoice, { kind: 'disputed', reason, who });
  }

  @Allow('finance')
  @MovesMoney()
  @Post(':invoice/resolutions')
  @HttpCode(200)
  @ApiOperation({ summary: 'The dispute is resolved: reminders go on after as many days as before' })
  @ApiOkResponse({ type: RecoveryBody })
  resolve(
    @Id() invoice: InvoiceId,
    @Body() { reason }: RecoveryReasonBody,
    @CurrentAccount() { id: who }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.say(request, invoice, { kind: 'resolved', reason, who });
  }

  @Allow('finance')
  @MovesMoney()
  @Post(':invoice/losses')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give up what is open: the fund bears its advance, the cooperative the rest, no worker anything',
  })
  @ApiOkResponse({ type: RecoveryBody })
  lose(
    @Id() invoice: InvoiceId,
    @Body() { reason }: RecoveryReasonBody,
    @CurrentAccount() { id: who }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.say(request, invoice, { kind: 'lost', reason, who });
  }

  private say(request: Request, invoice: InvoiceId, said: Saying): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const recovering = recoveryProblems.valueOf(await this.recovery.say(work, invoice, said));
      return { status: 200, body: RecoveryBody.of(recovering, this.today()) };
    });
  }

  private today(): PlainDate {
    return this.clock.today(zoneOf(this.config));
  }
}
