import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
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
import type { MemberId } from '../members/member.js';
import { Members } from '../members/members.service.js';
import { Consents } from './consents.service.js';
import { BranchBody, ConsentBody, ConsentsBody, CountingsBody, NewConsentBody } from './countings.bodies.js';
import { consentProblems } from './countings.problems.js';
import { Countings } from './countings.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mem'));

@ApiController('members')
export class CountingsController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly consents: Consents,
    private readonly countings: Countings,
  ) {}

  @Allow('worker', 'adviser')
  @Get(':id/counting-consents')
  @ApiOperation({ summary: 'Which branches she lets tell each other on how many days she works in a country' })
  @ApiOkResponse({ type: ConsentsBody })
  async list(@Id() id: MemberId, @CurrentAccount() account: Account): Promise<ConsentsBody> {
    await this.seen(id, account);
    return ConsentsBody.of(await this.consents.of(this.database.reading, id), account.subject === id);
  }

  /** Said twice it changes nothing, so it needs no key. */
  @Allow('worker')
  @Post(':id/counting-consents')
  @ApiOperation({ summary: 'Let a branch that employs you too tell, and be told, such sums of days' })
  @ApiCreatedResponse({ type: ConsentBody })
  async give(
    @Id() id: MemberId,
    @Body() { branch: peer, code }: NewConsentBody,
    @CurrentAccount() account: Account,
    @Req() { traceparent }: Request,
  ): Promise<ConsentBody> {
    herself(id, account);
    const given = await this.database.transact((work) => {
      belongsTo(work, traceparent);
      return this.consents.give(work, id, { peer, code });
    });
    return ConsentBody.of(consentProblems.valueOf(given), true);
  }

  @Allow('worker')
  @Post(':id/counting-consents/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let nothing more be told to that branch' })
  @ApiOkResponse({ type: ConsentsBody })
  async withdraw(
    @Id() id: MemberId,
    @Body() { branch: peer }: BranchBody,
    @CurrentAccount() account: Account,
    @Req() { traceparent }: Request,
  ): Promise<ConsentsBody> {
    herself(id, account);
    await this.database.transact((work) => {
      belongsTo(work, traceparent);
      return this.consents.withdraw(work, id, peer);
    });
    return ConsentsBody.of(await this.consents.of(this.database.reading, id), true);
  }

  @Allow('worker', 'adviser')
  @Get(':id/countings')
  @ApiOperation({ summary: 'Every question about her days between this branch and others, with what was told' })
  @ApiOkResponse({ type: CountingsBody })
  async log(@Id() id: MemberId, @CurrentAccount() account: Account): Promise<CountingsBody> {
    await this.seen(id, account);
    return CountingsBody.of(await this.countings.log(this.database.reading, id));
  }

  private async seen(id: MemberId, account: Account): Promise<void> {
    ownOnly(account, id);
    if (!(await this.members.find(this.database.reading, id))) throw new Problem(notFound);
  }
}

/** Nobody consents for somebody else, whatever their role. */
function herself(id: MemberId, { subject }: Account): void {
  if (subject !== id) throw new Problem(notFound);
}
