import { Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  confinedTo,
  CurrentAccount,
  Database,
  Idempotency,
  languageOf,
  MovesMoney,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MissionId } from '../../missions/mission.js';
import type { Invoice, InvoiceId } from './invoice.js';
import { Invoices } from './invoices.service.js';
import { HeldList, InvoiceBody, InvoicesPage, InvoicesQuery } from '../invoicing.bodies.js';
import { retryProblems } from '../invoicing.problems.js';
import { KeptPapers } from '../papers/kept-papers.service.js';
import type { PaperForm } from '../papers/kept-paper.js';
import { mediaOf, paperFile } from '../papers/paper-file.js';

@ApiController('invoices')
export class InvoicesController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly invoices: Invoices,
    private readonly papers: KeptPapers,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get()
  @ApiOperation({ summary: 'Invoices, newest first; a worker sees those of her own missions' })
  @ApiOkResponse({ type: InvoicesPage })
  async list(@Query() query: InvoicesQuery, @CurrentAccount() account: Account): Promise<Page<InvoiceBody>> {
    const after = (query.after() as InvoiceId | undefined) ?? null;
    const isOpen = query.state === 'open';
    const page = { after, limit: query.limit + 1, member: confinedTo(account) ?? null, isOpen };
    const rows = await this.invoices.page(this.database.reading, page);
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (invoice) => InvoiceBody.of(invoice) });
  }

  @Allow('adviser', 'finance')
  @Get('held')
  @ApiOperation({ summary: 'Missions whose invoice waits for a person, oldest first, with the reason' })
  @ApiOkResponse({ type: HeldList })
  async held(@Req() { headers }: Request): Promise<HeldList> {
    return HeldList.of(await this.invoices.held(this.database.reading), languageOf(headers['accept-language']));
  }

  @Allow('finance')
  @MovesMoney()
  @Post('held/:mission/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make the invoice of a held mission now that nothing stands against it' })
  @ApiOkResponse({ type: InvoiceBody })
  retry(@Param('mission', new PublicIdPipe('mis')) mission: MissionId, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const issued = retryProblems.valueOf(await this.invoices.retry(work, mission));
      return { status: 200, body: InvoiceBody.of(issued) };
    });
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id')
  @ApiOperation({ summary: 'One invoice: lines, VAT, what is paid, and how to pay it' })
  @ApiOkResponse({ type: InvoiceBody })
  async show(
    @Param('id', new PublicIdPipe('inv')) id: InvoiceId,
    @CurrentAccount() account: Account,
  ): Promise<InvoiceBody> {
    return InvoiceBody.of(await this.own(id, account));
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/pdf')
  @ApiOperation({ summary: 'The invoice for people, as it was made; in France with the one for programs inside' })
  @ApiProduces(mediaOf.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(
    @Param('id', new PublicIdPipe('inv')) id: InvoiceId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    return this.paper(id, account, 'pdf');
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/xml')
  @ApiOperation({ summary: 'The invoice for programs (UBL of EN 16931), as it was made' })
  @ApiProduces(mediaOf.xml)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  xml(
    @Param('id', new PublicIdPipe('inv')) id: InvoiceId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    return this.paper(id, account, 'xml');
  }

  private async paper(id: InvoiceId, account: Account, form: PaperForm): Promise<StreamableFile> {
    const { buyer, number } = await this.own(id, account);
    const paper = await this.database.transact((work) => this.papers.paper(work, id, form, buyer));
    return paperFile(paper, `invoice-${number}`);
  }

  private async own(id: InvoiceId, account: Account): Promise<Invoice> {
    const invoice = await this.invoices.find(this.database.reading, id);
    if (!invoice) throw new Problem(notFound);
    ownOnly(account, invoice.member ?? '');
    return invoice;
  }
}
