import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Page, pageOf } from '../../bodies/page.js';
import { Database } from '../../database/database.js';
import { ApiController } from '../../http/api-controller.js';
import { Allow } from '../allow.js';
import { TrailEntryBody, TrailPage, TrailQuery } from './trail.body.js';
import { TrailStore } from './trail.store.js';

@ApiController('trail')
export class TrailController {
  constructor(
    private readonly database: Database,
    private readonly trail: TrailStore,
  ) {}

  @Allow('sysadmin', 'auditor', 'fedadmin')
  @Get()
  @ApiOperation({ summary: 'Who saw and did what, newest first' })
  @ApiOkResponse({ type: TrailPage })
  async list(@Query() query: TrailQuery): Promise<Page<TrailEntryBody>> {
    const { limit, name = null, about = null, only } = query;
    const question = {
      before: query.after('number') ?? null,
      limit: limit + 1,
      name,
      about: about?.slice(-32) ?? null,
      isOnlyChanges: only === 'changes',
    };
    const rows = await this.database.report((work) => this.trail.page(work, question));
    return pageOf(rows, { limit, keyOf: ({ number }) => number, show: TrailEntryBody.of });
  }
}
