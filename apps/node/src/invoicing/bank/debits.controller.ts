import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
  Problem,
  PublicIdPipe,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { BankLineId } from './bank-line.js';
import { BankLineBody, BankLineListBody } from './bank.bodies.js';
import { Bank } from './bank.service.js';
import { ClientCredits } from './client-credits.service.js';
import { ClientCreditsBody, DebitReturnBody, ExplainDebitBody } from './debits.bodies.js';
import { debitProblems, lineFields, returnProblems } from './debits.problems.js';
import { Debits } from './debits.service.js';
import { ShownLines } from './shown-lines.service.js';

const Line = (): ParameterDecorator => Param('id', new PublicIdPipe('lin'));

@ApiController('bank')
export class DebitsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly versions: Versions,
    private readonly bank: Bank,
    private readonly debits: Debits,
    private readonly credits: ClientCredits,
    private readonly shown: ShownLines,
  ) {}

  @Allow('finance')
  @Get('claims')
  @ApiOperation({ summary: 'Debits that are claimed back from the bank and have not come back whole, oldest first' })
  @ApiOkResponse({ type: BankLineListBody })
  async claims(): Promise<BankLineListBody> {
    const work = this.database.reading;
    return BankLineListBody.of(await this.shown.all(work, await this.debits.claimed(work)));
  }

  @Allow('finance')
  @Get('client-credits')
  @ApiOperation({ summary: 'Money of clients that we hold: paid too much, or credited after it was paid' })
  @ApiOkResponse({ type: ClientCreditsBody })
  async clientCredits(): Promise<ClientCreditsBody> {
    return ClientCreditsBody.of(await this.credits.all(this.database.reading));
  }

  @Allow('finance')
  @ByAPerson()
  @MovesMoney()
  @AsSeen()
  @Post('lines/:id/explanation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what money was that left without an order; of a refused claim, what it was after all' })
  @ApiOkResponse({ type: BankLineBody })
  explain(
    @Line() line: BankLineId,
    @Body() { kind, text, client }: ExplainDebitBody,
    @CurrentAccount() { id: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.decide(request, line, async (work) => {
      const wanted = { kind, text, client: client ?? null, by };
      return debitProblems.valueOf(await this.debits.explain(work, line, wanted));
    });
  }

  @Allow('finance')
  @ByAPerson()
  @MovesMoney()
  @AsSeen()
  @Post('lines/:id/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that a line is what the bank owed us for a debit, in whole or in part' })
  @ApiOkResponse({ type: BankLineBody })
  comeBack(
    @Line() line: BankLineId,
    @Body() { debit }: DebitReturnBody,
    @CurrentAccount() { id: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.decide(request, line, async (work) =>
      returnProblems.valueOf(await this.debits.comeBack(work, { line, debit, by })),
    );
  }

  private decide(request: Request, id: BankLineId, act: (work: Work) => Promise<unknown>): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const show = (): Promise<BankLineBody> => this.show(work, id);
      await this.versions.unchanged(work, request, { thing: id, show, of: lineFields });
      await act(work);
      return { status: 200, body: await show() };
    });
  }

  private async show(work: Work, id: BankLineId): Promise<BankLineBody> {
    const line = await this.bank.line(work, id);
    if (!line) throw new Problem(notFound);
    return this.shown.one(work, line);
  }
}
