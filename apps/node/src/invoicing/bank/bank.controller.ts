import { Readable } from 'node:stream';
import { Body, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  Accepts,
  type Account,
  Accounts,
  Allow,
  type Answer,
  ApiController,
  belongsTo,
  CurrentAccount,
  Database,
  Idempotency,
  type LargeBody,
  MovesMoney,
  notFound,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
  UnreadBody,
  Versioned,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { BankLineId } from './bank-line.js';
import {
  AnnouncedBody,
  AnnouncedListBody,
  BankLineBody,
  BankLinesPage,
  ImportedBody,
  LinesQuery,
  MatchBody,
  RefusedFileBody,
  RefusedFilesBody,
  TransferBody,
  TransfersPage,
  TransfersQuery,
} from './bank.bodies.js';
import { Bank } from './bank.service.js';
import { cutOff, importProblem, matchProblems, tooLargeProblem } from '../invoicing.problems.js';
import { LargeFiles } from './large-files.service.js';
import { Notices } from './notices.service.js';
import { Payments } from './payments.service.js';
import { ShownLines } from './shown-lines.service.js';
import { Statements } from './statements.service.js';
import type { FileId } from './statements.store.js';
import type { TransferId } from './transfer-order.js';
import { Transfers } from './transfers.service.js';

/** The bank's files are the one thing of this room that is larger than the usual JSON. */
export const statementFiles: LargeBody = {
  path: '/api/v1/bank/statements',
  types: ['application/xml', 'text/xml'],
  limitMb: 20,
  unreadMb: 200,
};

@ApiController('bank')
export class BankController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly accounts: Accounts,
    private readonly statements: Statements,
    private readonly largeFiles: LargeFiles,
    private readonly notices: Notices,
    private readonly bank: Bank,
    private readonly payments: Payments,
    private readonly transfers: Transfers,
    private readonly shown: ShownLines,
  ) {}

  /** Known by its content, so that the same file or the same lines again change nothing; it needs no key. */
  @Allow('finance')
  @Accepts('application/xml', 'text/xml')
  @Post('statements')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Import a camt.053 or camt.054 file of an own account; lines already known change nothing, and a notice books nothing',
  })
  @ApiConsumes('application/xml', 'text/xml')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ImportedBody })
  async import(@Req() { body, traceparent }: Request, @CurrentAccount() account: Account): Promise<ImportedBody> {
    if (body instanceof UnreadBody) throw await this.tooLarge(body, account);
    const file = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const imported = await this.database.transact((work) => {
      belongsTo(work, traceparent);
      return this.statements.import(work, file, account.id);
    });
    if (!imported.ok) throw importProblem(imported.refusal);
    return ImportedBody.of(imported.value);
  }

  @Allow('finance')
  @Get('statements/refused')
  @ApiOperation({ summary: 'Files that were not imported, newest first, with line and reason' })
  @ApiOkResponse({ type: RefusedFilesBody })
  async refused(): Promise<RefusedFilesBody> {
    const files = await this.statements.refused(this.database.reading, 200);
    const emails = await this.accounts.emails(files.flatMap(({ by }) => by ?? []));
    return Object.assign(new RefusedFilesBody(), { items: files.map((file) => RefusedFileBody.of(file, emails)) });
  }

  /** Given out to be saved, never to be shown by our own pages: what is in it comes from outside. */
  @Allow('finance')
  @Get('statements/:id/file')
  @ApiOperation({ summary: 'A bank file as it came, also one that was refused' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id', new PublicIdPipe('stm')) id: FileId): Promise<StreamableFile> {
    const work = this.database.reading;
    const options = { type: 'application/octet-stream', disposition: `attachment; filename="statement-${id}.xml"` };
    const large = await this.largeFiles.find(work, id);
    if (large)
      return new StreamableFile(Readable.from(this.largeFiles.content(work, id)), { ...options, length: large.size });
    const content = await this.statements.content(work, id);
    if (!content) throw new Problem(notFound);
    return new StreamableFile(content, options);
  }

  @Allow('finance')
  @Get('lines')
  @ApiOperation({ summary: 'Lines of our statements, newest first; open ones with what they could be' })
  @ApiOkResponse({ type: BankLinesPage })
  async lines(@Query() query: LinesQuery): Promise<Page<BankLineBody>> {
    const { limit, state } = query;
    const work = this.database.reading;
    const after = (query.after() as BankLineId | undefined) ?? null;
    const lines = await this.bank.page(work, { after, limit: limit + 1, state });
    const page = pageOf(lines, { limit, keyOf: ({ id }) => id, show: (line) => line });
    return { items: await this.shown.all(work, page.items), nextCursor: page.nextCursor };
  }

  @Allow('finance')
  @Versioned()
  @Get('lines/:id')
  @ApiOperation({ summary: 'One line of our statements: what it could be while it is open, and what was said of it' })
  @ApiOkResponse({ type: BankLineBody })
  async line(@Param('id', new PublicIdPipe('lin')) id: BankLineId): Promise<BankLineBody> {
    const work = this.database.reading;
    const line = await this.bank.line(work, id);
    if (!line) throw new Problem(notFound);
    return this.shown.one(work, line);
  }

  @Allow('finance')
  @Get('announced')
  @ApiOperation({ summary: 'What notices told and no statement shows yet, newest first, with what it will be' })
  @ApiOkResponse({ type: AnnouncedListBody })
  async announced(): Promise<AnnouncedListBody> {
    const work = this.database.reading;
    const waiting = await this.notices.waiting(work, 200);
    const items = await Promise.all(
      waiting.map(async (one) => AnnouncedBody.of(one, await this.payments.expectationOf(work, one))),
    );
    return Object.assign(new AnnouncedListBody(), { items });
  }

  @Allow('finance')
  @MovesMoney()
  @Post('lines/:id/match')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that a line pays an invoice, whole or in part' })
  @ApiOkResponse({ type: BankLineBody })
  match(
    @Param('id', new PublicIdPipe('lin')) line: BankLineId,
    @Body() { invoice, excess }: MatchBody,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const matched = await this.payments.match(work, { line, invoice, keepExcess: excess === 'keep' });
      return { status: 200, body: await this.shown.one(work, matchProblems.valueOf(matched)) };
    });
  }

  @Allow('finance')
  @Get('transfers')
  @ApiOperation({ summary: 'Transfers we ordered, newest first' })
  @ApiOkResponse({ type: TransfersPage })
  async ordered(@Query() query: TransfersQuery): Promise<Page<TransferBody>> {
    const after = (query.after() as TransferId | undefined) ?? null;
    const page = { after, limit: query.limit + 1, onTheWay: query.state === 'ordered' };
    const rows = await this.transfers.page(this.database.reading, page);
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (order) => TransferBody.of(order) });
  }

  private async tooLarge(body: UnreadBody, { id: by }: Account): Promise<Problem> {
    try {
      const file = await this.database.transact((work) => this.largeFiles.keep(work, body, by));
      return tooLargeProblem(file, statementFiles.limitMb);
    } catch (error) {
      if (body.isCutOff) return new Problem(cutOff);
      throw error;
    }
  }
}
