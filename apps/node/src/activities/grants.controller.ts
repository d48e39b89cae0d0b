import { Body, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import { grantProblems, noOwnActivity } from './activities.problems.js';
import type { ActivityId } from './activity.js';
import type { GrantId } from './grant.js';
import { GrantBody, GrantsPage, NewGrantBody } from './grants.bodies.js';
import { type By, Grants } from './grants.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('grt'));

@ApiController('grants')
export class GrantsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly grants: Grants,
  ) {}

  @Allow('worker', 'adviser', 'finance')
  @Get()
  @ApiOperation({ summary: 'What activities give each other, newest first; a worker sees those of hers' })
  @ApiOkResponse({ type: GrantsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<GrantBody>> {
    const { limit } = query;
    const after = (query.after() as GrantId | undefined) ?? null;
    const page = { after, limit: limit + 1, member: confinedTo(account) ?? null };
    const rows = await this.grants.page(this.database.reading, page);
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (grant) => GrantBody.of(grant) });
  }

  @Allow('worker')
  @MovesMoney()
  @Post()
  @ApiOperation({ summary: 'Offer what your activity has available to another; its lead accepts' })
  @ApiCreatedResponse({ type: GrantBody })
  offer(@Body() body: NewGrantBody, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    const { giver, receiver, amount, text } = body;
    const wish = { giver: giver as ActivityId, receiver: receiver as ActivityId, amount: amount.toMoney(), text };
    return this.idempotency.once(request, async (work) => {
      const offered = grantProblems.valueOf(await this.grants.offer(work, wish, memberIn(account)));
      return { status: 201, body: GrantBody.of(offered) };
    });
  }

  @Allow('worker')
  @MovesMoney()
  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept it for the receiver' })
  @ApiOkResponse({ type: GrantBody })
  accept(@Id() id: GrantId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const accepted = grantProblems.valueOf(await this.grants.accept(work, id, memberIn(account)));
      return { status: 200, body: GrantBody.of(accepted) };
    });
  }

  @Allow('worker')
  @MovesMoney()
  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decline it for the receiver, or take the offer back' })
  @ApiOkResponse({ type: GrantBody })
  decline(@Id() id: GrantId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const declined = grantProblems.valueOf(await this.grants.decline(work, id, memberIn(account)));
      return { status: 200, body: GrantBody.of(declined) };
    });
  }
}

function memberIn({ subject }: Account): By {
  if (subject === undefined) throw new Problem(noOwnActivity);
  return { member: subject };
}
