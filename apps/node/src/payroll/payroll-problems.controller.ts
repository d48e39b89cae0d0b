import { Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional } from '@nestjs/swagger';
import {
  Allow,
  type Answer,
  ApiController,
  Database,
  Idempotency,
  languageOf,
  MovesMoney,
  notFound,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import { IsIn, IsOptional } from 'class-validator';
import type { Request } from 'express';
import type { PayrollProblemId } from './payroll-problem.js';
import { PayrollProblemBody, PayrollProblemsPage } from './payslips.bodies.js';
import { Payslips } from './payslips.service.js';

export class ProblemsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'all'], default: 'open' })
  @IsOptional()
  @IsIn(['open', 'all'])
  state: 'open' | 'all' = 'open';
}

@ApiController('payroll/problems')
export class PayrollProblemsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly payslips: Payslips,
  ) {}

  @Allow('payroll', 'adviser')
  @Get()
  @ApiOperation({ summary: 'Finished missions whose payslip could not be made: which rule, and what to do' })
  @ApiOkResponse({ type: PayrollProblemsPage })
  async list(@Query() query: ProblemsQuery, @Req() request: Request): Promise<Page<PayrollProblemBody>> {
    const language = languageOf(request.headers['accept-language']);
    const after = (query.after() as PayrollProblemId | undefined) ?? null;
    const page = { after, limit: query.limit + 1, open: query.state === 'open' };
    const rows = await this.payslips.problems(this.database.reading, page);
    return pageOf(rows, {
      limit: query.limit,
      keyOf: ({ id }) => id,
      show: (each) => PayrollProblemBody.of(each, language),
    });
  }

  @Allow('payroll')
  @MovesMoney()
  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try again after a correction; the answer says whether the payslip could be made' })
  @ApiOkResponse({ type: PayrollProblemBody })
  retry(@Param('id', new PublicIdPipe('prob')) id: PayrollProblemId, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const problem = await this.payslips.retry(work, id);
      if (!problem) throw new Problem(notFound);
      return { status: 200, body: PayrollProblemBody.of(problem, languageOf(request.headers['accept-language'])) };
    });
  }
}
