import { Body, Get, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  belongsTo,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MemberId } from './member.js';
import { Members } from './members.service.js';
import { SituationBody, SituationsBody, StatedSituationBody } from './situations.bodies.js';
import { situationProblems } from './situations.problems.js';
import { Situations } from './situations.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mem'));

@ApiController('members')
export class SituationsController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly situations: Situations,
  ) {}

  @Allow('worker', 'adviser', 'payroll')
  @Get(':id/situations')
  @ApiOperation({ summary: 'Where a member lives and what else she does, as stated from day to day' })
  @ApiOkResponse({ type: SituationsBody })
  async list(@Id() id: MemberId, @CurrentAccount() account: Account): Promise<SituationsBody> {
    ownOnly(account, id);
    if (!(await this.members.find(this.database.reading, id))) throw new Problem(notFound);
    return SituationsBody.of(await this.situations.all(this.database.reading, id));
  }

  @Allow('worker', 'adviser', 'payroll')
  @Post(':id/situations')
  @ApiOperation({ summary: 'State it from a day on; earlier statements stay as they were' })
  @ApiCreatedResponse({ type: StatedSituationBody })
  async state(
    @Id() id: MemberId,
    @Body() body: SituationBody,
    @CurrentAccount() account: Account,
    @Req() { traceparent }: Request,
  ): Promise<StatedSituationBody> {
    ownOnly(account, id);
    const stated = await this.database.transact((work) => {
      belongsTo(work, traceparent);
      return this.situations.state(work, id, body.toSituation(), account.id);
    });
    return StatedSituationBody.of(situationProblems.valueOf(stated));
  }
}
