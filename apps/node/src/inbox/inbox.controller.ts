import { Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Account, Allow, ApiController, CurrentAccount, Database, languageOf, pageOf } from '@passerelle/doors';
import type { Request } from 'express';
import { placeOf } from './inbox-item.js';
import { InboxItemBody, InboxPage, InboxQuery } from './inbox.bodies.js';
import { Inbox } from './inbox.service.js';

@ApiController('inbox')
export class InboxController {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get()
  @ApiOperation({
    summary: 'What needs your decision, the nearest deadline first; nothing that others decide, or were asked to',
  })
  @ApiOkResponse({ type: InboxPage })
  async list(
    @Query() query: InboxQuery,
    @CurrentAccount() account: Account,
    @Req() { headers }: Request,
  ): Promise<InboxPage> {
    const { limit, kind, whose = 'mine' } = query;
    const after = query.after('place') ?? '';
    const language = languageOf(headers['accept-language']);
    const { hers, handedOver } = await this.inbox.look(this.database.reading, { account, language });
    const waiting = whose === 'mine' ? hers : handedOver;
    const rows = waiting.filter((item) => (kind === undefined || item.kind === kind) && placeOf(item) > after);
    const page = pageOf(rows, { limit, keyOf: placeOf, show: (item) => InboxItemBody.of(item, language) });
    return Object.assign(new InboxPage(), {
      ...page,
      kinds: InboxPage.counted(waiting),
      handedOver: handedOver.length,
    });
  }
}
