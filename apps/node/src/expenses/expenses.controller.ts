import { Body, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  AsSeen,
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
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Result } from '@passerelle/values';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import type { Expense, ExpenseId } from './expense.js';
import { ExpenseBody, ExpenseFormBody, ExpenseReasonBody, ExpensesPage, ExpensesQuery } from './expenses.bodies.js';
import { expenseFields, expenseProblems, noMember } from './expenses.problems.js';
import { type Decider, type ExpenseRefusal, Expenses } from './expenses.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('exp'));

type Act = (work: Work) => Promise<Result<Expense, ExpenseRefusal>>;

const deciderOf = ({ id, subject }: Account): Decider => ({ account: id, member: subject ?? null });

@ApiController('expenses')
export class ExpensesController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly expenses: Expenses,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser', 'finance')
  @Get()
  @ApiOperation({ summary: 'Expenses, newest first; a worker sees her own' })
  @ApiOkResponse({ type: ExpensesPage })
  async list(@Query() query: ExpensesQuery, @CurrentAccount() account: Account): Promise<Page<ExpenseBody>> {
    const { limit, state = null } = query;
    const after = (query.after() as ExpenseId | undefined) ?? null;
    const page = { after, limit: limit + 1, member: confinedTo(account) ?? null, state };
    const rows = await this.expenses.page(this.database.reading, page);
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (expense) => ExpenseBody.of(expense) });
  }

  @Allow('worker', 'adviser', 'finance')
  @Versioned()
  @Get(':id')
  @ApiOperation({ summary: 'One expense' })
  @ApiOkResponse({ type: ExpenseBody })
  async show(@Id() id: ExpenseId, @CurrentAccount() account: Account): Promise<ExpenseBody> {
    return ExpenseBody.of(await this.own(id, account));
  }

  @Allow('worker')
  @Post()
  @ApiOperation({ summary: 'Begin a draft with whatever is filled in' })
  @ApiCreatedResponse({ type: ExpenseBody })
  async begin(@Body() body: ExpenseFormBody, @CurrentAccount() { subject }: Account): Promise<ExpenseBody> {
    if (subject === undefined) throw new Problem(noMember);
    const begun = await this.database.transact((work) =>
      this.expenses.begin(work, subject as MemberId, body.toDraft()),
    );
    return ExpenseBody.of(expenseProblems.valueOf(begun));
  }

  @Allow('worker')
  @AsSeen()
  @Put(':id')
  @ApiOperation({ summary: 'Save the next step of a draft; what is left out is empty again' })
  @ApiOkResponse({ type: ExpenseBody })
  async change(
    @Id() id: ExpenseId,
    @Body() body: ExpenseFormBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<ExpenseBody> {
    await this.own(id, account);
    const changed = await this.database.transact(async (work) => {
      await this.asSeen(work, request, id);
      return this.expenses.change(work, id, body.toDraft());
    });
    return ExpenseBody.of(expenseProblems.valueOf(changed));
  }

  @Allow('worker')
  @MovesMoney()
  @AsSeen()
  @Post(':id/submit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Claim it: the budget promises so much if it has it, else shows its sum' })
  @ApiOkResponse({ type: ExpenseBody })
  async submit(@Id() id: ExpenseId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    await this.own(id, account);
    return this.decide(request, id, (work) => this.expenses.submit(work, id));
  }

  @Allow('adviser', 'finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve it; nobody approves her own' })
  @ApiOkResponse({ type: ExpenseBody })
  approve(@Id() id: ExpenseId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.decide(request, id, (work) => this.expenses.approve(work, id, deciderOf(account)));
  }

  @Allow('adviser', 'finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse it with a reason; the budget and the receipts are free again' })
  @ApiOkResponse({ type: ExpenseBody })
  refuse(
    @Id() id: ExpenseId,
    @Body() { reason }: ExpenseReasonBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.decide(request, id, (work) => this.expenses.refuse(work, id, reason, deciderOf(account)));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/pay')
  @HttpCode(200)
  @ApiOperation({ summary: 'Order the transfer to the worker, once' })
  @ApiOkResponse({ type: ExpenseBody })
  pay(@Id() id: ExpenseId, @Req() request: Request): Promise<Answer> {
    return this.decide(request, id, (work) => this.expenses.pay(work, id));
  }

  private decide(request: Request, id: ExpenseId, act: Act): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      await this.asSeen(work, request, id);
      return { status: 200, body: ExpenseBody.of(expenseProblems.valueOf(await act(work))) };
    });
  }

  private asSeen(work: Work, request: Request, id: ExpenseId): Promise<void> {
    const show = async (): Promise<ExpenseBody> => {
      const expense = await this.expenses.find(work, id);
      if (!expense) throw new Problem(notFound);
      return ExpenseBody.of(expense);
    };
    return this.versions.unchanged(work, request, { thing: id, show, of: expenseFields });
  }

  private async own(id: ExpenseId, account: Account): Promise<Expense> {
    const expense = await this.expenses.find(this.database.reading, id);
    if (!expense) throw new Problem(notFound);
    ownOnly(account, expense.member);
    return expense;
  }
}
