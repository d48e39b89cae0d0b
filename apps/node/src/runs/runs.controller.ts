import { Body, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
  languageOf,
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
import type { Result } from '@passerelle/values';
import type { Request } from 'express';
import type { Run, RunId, RunRefusal } from './run.js';
import {
  ApprovalBody,
  CollectBody,
  RunBody,
  RunItemBody,
  RunItemsPage,
  RunItemsQuery,
  RunsPage,
  RunsQuery,
  UncollectedBody,
  UncollectedListBody,
  UncollectedQuery,
  WithdrawalBody,
} from './runs.bodies.js';
import { runFields, runProblems } from './runs.problems.js';
import { Runs } from './runs.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('run'));

@ApiController('payroll-runs')
export class RunsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly runs: Runs,
    private readonly versions: Versions,
  ) {}

  @Allow('payroll', 'finance', 'adviser')
  @Get()
  @ApiOperation({ summary: 'Payroll runs, newest first, of one month or of all' })
  @ApiOkResponse({ type: RunsPage })
  async list(@Query() query: RunsQuery): Promise<Page<RunBody>> {
    const { limit, period = null } = query;
    const after = (query.after() as RunId | undefined) ?? null;
    const { reading } = this.database;
    const rows = await this.runs.page(reading, { after, limit: limit + 1, period });
    const { items, nextCursor } = pageOf(rows, { limit, keyOf: ({ id }) => id, show: (run) => run });
    return { items: await Promise.all(items.map((run) => this.shown(reading, run))), nextCursor };
  }

  @Allow('payroll', 'finance', 'adviser')
  @Get('waiting')
  @ApiOperation({ summary: 'What each legal entity has to pay by the end of a month and nobody has collected' })
  @ApiOkResponse({ type: UncollectedListBody })
  async waiting(@Query() { period }: UncollectedQuery): Promise<UncollectedListBody> {
    const waiting = await this.runs.waiting(this.database.reading, period ?? null);
    return { items: waiting.map((each) => UncollectedBody.of(each)) };
  }

  @Allow('payroll', 'finance', 'adviser')
  @Versioned()
  @Get(':id')
  @ApiOperation({ summary: 'One payroll run: what was done with it, and how far it is' })
  @ApiOkResponse({ type: RunBody })
  async show(@Id() id: RunId): Promise<RunBody> {
    return this.shown(this.database.reading, await this.found(id));
  }

  @Allow('payroll', 'finance', 'adviser')
  @Get(':id/items')
  @ApiOperation({ summary: 'The wages of a run: what is unusual, and what failed, why, and what to do' })
  @ApiOkResponse({ type: RunItemsPage })
  async items(@Id() id: RunId, @Query() query: RunItemsQuery, @Req() request: Request): Promise<Page<RunItemBody>> {
    const language = languageOf(request.headers['accept-language']);
    const { limit, state = null, unusual } = query;
    await this.found(id);
    const page = { after: Number(query.after('number') ?? 0), limit: limit + 1, state, unusual };
    const rows = await this.runs.items(this.database.reading, id, page);
    return pageOf(rows, {
      limit,
      keyOf: ({ number }) => String(number),
      show: (item) => RunItemBody.of(item, language),
    });
  }

  @Allow('payroll')
  @MovesMoney()
  @Post()
  @ApiOperation({ summary: 'Collect what falls due by the end of a month; it is computed at once' })
  @ApiCreatedResponse({ type: RunBody })
  collect(
    @Body() { entity, period }: CollectBody,
    @CurrentAccount() { email: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.act(request, 201, (work) => this.runs.collect(work, { entity, period, by }));
  }

  @Allow('payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try those again that failed, and only those' })
  @ApiOkResponse({ type: RunBody })
  retry(@Id() id: RunId, @CurrentAccount() { email }: Account, @Req() request: Request): Promise<Answer> {
    return this.decide(request, id, (work) => this.runs.retry(work, id, email));
  }

  @Allow('payroll', 'finance')
  @ByAPerson()
  @MovesMoney()
  @AsSeen()
  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve exactly what was checked; nobody approves what she prepared' })
  @ApiOkResponse({ type: RunBody })
  approve(
    @Id() id: RunId,
    @Body() body: ApprovalBody,
    @CurrentAccount() { email: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.decide(request, id, (work) => this.runs.approve(work, id, { by, checked: body.toChecked() }));
  }

  @Allow('payroll', 'finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give everything back with a reason; another run may collect it' })
  @ApiOkResponse({ type: RunBody })
  withdraw(
    @Id() id: RunId,
    @Body() { reason }: WithdrawalBody,
    @CurrentAccount() { email: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.decide(request, id, (work) => this.runs.withdraw(work, id, { by, reason }));
  }

  @Allow('payroll', 'finance')
  @ByAPerson()
  @MovesMoney()
  @AsSeen()
  @Post(':id/publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give every payslip of an approved run to its worker, with a letter' })
  @ApiOkResponse({ type: RunBody })
  publish(@Id() id: RunId, @CurrentAccount() { email }: Account, @Req() request: Request): Promise<Answer> {
    return this.decide(request, id, (work) => this.runs.publish(work, id, email));
  }

  private act(
    request: Request,
    status: number,
    act: (work: Work) => Promise<Result<Run, RunRefusal>>,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => ({
      status,
      body: await this.shown(work, runProblems.valueOf(await act(work))),
    }));
  }

  /** Rests on the run as it was seen, where the request says how that was. */
  private decide(
    request: Request,
    id: RunId,
    decide: (work: Work) => Promise<Result<Run, RunRefusal>>,
  ): Promise<Answer> {
    return this.act(request, 200, async (work) => {
      const show = async (): Promise<RunBody> => this.shown(work, await this.found(id, work));
      await this.versions.unchanged(work, request, { thing: id, show, of: runFields });
      return decide(work);
    });
  }

  private async shown(work: Work, run: Run): Promise<RunBody> {
    return RunBody.of(run, await this.runs.counts(work, run));
  }

  private async found(id: RunId, work: Work = this.database.reading): Promise<Run> {
    const run = await this.runs.find(work, id);
    if (!run) throw new Problem(notFound);
    return run;
  }
}
