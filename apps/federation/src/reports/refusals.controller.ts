import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, Database, type Page, pageOf, PageQuery } from '@passerelle/doors';
import { RefusalBody, RefusalPage } from './refusals.bodies.js';
import { ReportsStore } from './reports.store.js';

@ApiController('refusals')
@Allow('fedadmin')
export class RefusalsController {
  constructor(
    private readonly database: Database,
    private readonly store: ReportsStore,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What was refused, newest first: reports here, and messages at the nodes by their own word',
  })
  @ApiOkResponse({ type: RefusalPage })
  async list(@Query() query: PageQuery): Promise<Page<RefusalBody>> {
    const before = query.after('number') ?? null;
    const rows = await this.database.report((work) => this.store.refusals(work, { before, limit: query.limit + 1 }));
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (entry) => RefusalBody.of(entry) });
  }
}
