import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  languageOf,
  notFound,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { LawComparison, LawComparisonId } from './law-comparison.js';
import {
  AskedComparisonBody,
  DifferingPayslipsBody,
  LawComparisonBody,
  LawComparisonsPage,
} from './law-comparisons.bodies.js';
import { lawComparisonProblems } from './law-comparisons.problems.js';
import { LawComparisons } from './law-comparisons.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('cmp'));

@ApiController('law-comparisons')
export class LawComparisonsController {
  constructor(
    private readonly database: Database,
    private readonly comparisons: LawComparisons,
  ) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get()
  @ApiOperation({
    summary: 'What issued payslips come to by these rules, or by the law of a day to come; newest first',
  })
  @ApiOkResponse({ type: LawComparisonsPage })
  async list(@Query() query: PageQuery, @Req() { headers }: Request): Promise<Page<LawComparisonBody>> {
    const language = languageOf(headers['accept-language']);
    const after = (query.after() as LawComparisonId | undefined) ?? null;
    const rows = await this.comparisons.page(this.database.reading, { after, limit: query.limit + 1 });
    return pageOf(rows, {
      limit: query.limit,
      keyOf: ({ id }) => id,
      show: (each) => LawComparisonBody.of(each, language),
    });
  }

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get(':id')
  @ApiOperation({ summary: 'One comparison: how far it is, and what it found by country and line' })
  @ApiOkResponse({ type: LawComparisonBody })
  async show(@Id() id: LawComparisonId, @Req() { headers }: Request): Promise<LawComparisonBody> {
    return LawComparisonBody.of(await this.found(id), languageOf(headers['accept-language']));
  }

  @Allow('adviser', 'payroll')
  @Get(':id/payslips')
  @ApiOperation({
    summary: 'The payslips that differ most, line by line: as issued, as they come out, and how much more',
  })
  @ApiOkResponse({ type: DifferingPayslipsBody })
  async payslips(@Id() id: LawComparisonId, @Req() { headers }: Request): Promise<DifferingPayslipsBody> {
    return DifferingPayslipsBody.of(await this.found(id), languageOf(headers['accept-language']));
  }

  @Allow('payroll', 'sysadmin')
  @Post()
  @ApiOperation({
    summary: 'Compare the payslips of the last months; it changes none, and one that is under way goes on',
  })
  @ApiCreatedResponse({ type: LawComparisonBody })
  async ask(
    @Body() { lawFrom = null }: AskedComparisonBody,
    @CurrentAccount() { email: by }: Account,
    @Req() { headers }: Request,
  ): Promise<LawComparisonBody> {
    const asked = await this.database.transact((work) => this.comparisons.ask(work, { lawFrom, by }));
    return LawComparisonBody.of(lawComparisonProblems.valueOf(asked), languageOf(headers['accept-language']));
  }

  private async found(id: LawComparisonId): Promise<LawComparison> {
    const comparison = await this.comparisons.find(this.database.reading, id);
    if (!comparison) throw new Problem(notFound);
    return comparison;
  }
}
