import { Body, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
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
  notFound,
  ownOnly,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { CreditNoteId } from './credit-note.js';
import { CreditNoteBody, CreditNotesPage, CreditNotesQuery, NewCreditNoteBody } from './credit-notes.bodies.js';
import { CreditNotes } from './credit-notes.service.js';
import type { Invoice, InvoiceId } from './invoice.js';
import { Invoices } from './invoices.service.js';
import { creditProblems } from '../invoicing.problems.js';
import { KeptPapers } from '../papers/kept-papers.service.js';
import type { PaperForm } from '../papers/kept-paper.js';
import { mediaOf, paperFile } from '../papers/paper-file.js';

@ApiController('')
export class CreditNotesController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly invoices: Invoices,
    private readonly notes: CreditNotes,
    private readonly papers: KeptPapers,
  ) {}

  @Allow('finance')
  @MovesMoney()
  @Post('invoices/:id/credit-notes')
  @HttpCode(201)
  @ApiOperation({ summary: 'Take an invoice back, whole or in part, by a credit note that names it' })
  @ApiCreatedResponse({ type: CreditNoteBody })
  issue(
    @Param('id', new PublicIdPipe('inv')) invoice: InvoiceId,
    @Body() { reason, net, billAgain = false }: NewCreditNoteBody,
    @CurrentAccount() { id: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const wanted = { invoice, net: net?.toMoney() ?? null, reason: reason.trim(), billAgain, by };
      const note = creditProblems.valueOf(await this.notes.issue(work, wanted));
      return { status: 201, body: CreditNoteBody.of(note) };
    });
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get('credit-notes')
  @ApiOperation({ summary: 'Credit notes, newest first; a worker sees those of her own missions' })
  @ApiOkResponse({ type: CreditNotesPage })
  async list(@Query() query: CreditNotesQuery, @CurrentAccount() account: Account): Promise<Page<CreditNoteBody>> {
    const { limit, invoice = null } = query;
    const after = (query.after() as CreditNoteId | undefined) ?? null;
    const page = { after, limit: limit + 1, invoice: invoice as InvoiceId | null, member: confinedTo(account) ?? null };
    const rows = await this.notes.page(this.database.reading, page);
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (note) => CreditNoteBody.of(note) });
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get('credit-notes/:id/pdf')
  @ApiOperation({ summary: 'The credit note for people, as it was made' })
  @ApiProduces(mediaOf.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(
    @Param('id', new PublicIdPipe('cre')) id: CreditNoteId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    return this.paper(id, account, 'pdf');
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get('credit-notes/:id/xml')
  @ApiOperation({ summary: 'The credit note for programs (UBL of EN 16931), as it was made' })
  @ApiProduces(mediaOf.xml)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  xml(
    @Param('id', new PublicIdPipe('cre')) id: CreditNoteId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    return this.paper(id, account, 'xml');
  }

  private async paper(id: CreditNoteId, account: Account, form: PaperForm): Promise<StreamableFile> {
    const note = await this.notes.find(this.database.reading, id);
    if (!note) throw new Problem(notFound);
    const { buyer } = await this.own(note.invoice, account);
    const paper = await this.database.transact((work) => this.papers.paper(work, id, form, buyer));
    return paperFile(paper, `credit-note-${note.number}`);
  }

  private async own(id: InvoiceId, account: Account): Promise<Invoice> {
    const invoice = await this.invoices.find(this.database.reading, id);
    if (!invoice) throw new Problem(notFound);
    ownOnly(account, invoice.member ?? '');
    return invoice;
  }
}
