import { Body, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  belongsTo,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { EntityId } from '../cooperative/legal-entity.js';
import { Invitations } from './invitations.service.js';
import { MemberAddresses } from './member-addresses.service.js';
import type { MemberId } from './member.js';
import {
  MemberAccountBody,
  FactsBody,
  MemberBody,
  MemberDetailBody,
  MemberEmailBody,
  MembersPage,
  NewMemberBody,
} from './members.bodies.js';
import { memberFields, memberProblems } from './members.problems.js';
import { Members } from './members.service.js';

@ApiController('members')
export class MembersController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly addresses: MemberAddresses,
    private readonly versions: Versions,
  ) {}

  @Allow('adviser', 'payroll')
  @Get()
  @ApiOperation({ summary: 'The members of this branch, in the order in which they joined' })
  @ApiOkResponse({ type: MembersPage })
  async list(@Query() query: PageQuery): Promise<Page<MemberBody>> {
    const after = (query.after() as MemberId | undefined) ?? null;
    const rows = await this.members.page(this.database.reading, after, query.limit + 1);
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (member) => MemberBody.of(member) });
  }

  @Allow('worker', 'adviser', 'payroll')
  @Versioned()
  @Get(':id')
  @ApiOperation({ summary: 'One member; a worker sees herself' })
  @ApiOkResponse({ type: MemberDetailBody })
  async show(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @CurrentAccount() account: Account,
  ): Promise<MemberDetailBody> {
    ownOnly(account, id);
    const member = await this.members.find(this.database.reading, id);
    if (!member) throw new Problem(notFound);
    return MemberDetailBody.withTold(member, await this.members.toldOf(this.database.reading, member));
  }

  @Allow('adviser')
  @Post()
  @ApiOperation({
    summary: 'Take a member in, and let her sign in: invited to choose a password, or with the one that is given',
  })
  @ApiCreatedResponse({ type: MemberBody })
  async join(
    @Body() { password, invite, entity, ...body }: NewMemberBody,
    @Req() { traceparent }: Request,
  ): Promise<MemberBody> {
    const member = await this.database.transact(async (work) => {
      belongsTo(work, traceparent);
      const given = { ...body, entity: entity as EntityId };
      const joined = memberProblems.valueOf(await this.members.join(work, given));
      if (invite && password !== undefined) throw memberProblems.problemFor({ kind: 'password-is-hers' });
      if (invite) memberProblems.valueOf(await this.invitations.invite(work, joined.id));
      if (password !== undefined) memberProblems.valueOf(await this.invitations.open(work, joined, password));
      return joined;
    });
    return MemberBody.of(member);
  }

  @Allow('adviser', 'payroll')
  @AsSeen()
  @Put(':id/facts')
  @ApiOperation({ summary: 'State what the law must know of her; payslips already made keep what was true then' })
  @ApiOkResponse({ type: MemberBody })
  async stateFacts(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @Body() { facts }: FactsBody,
    @Req() request: Request,
  ): Promise<MemberBody> {
    const stated = await this.database.transact(async (work) => {
      belongsTo(work, request.traceparent);
      await this.asSeen(work, request, id, 'facts');
      return this.members.stateFacts(work, id, facts);
    });
    return MemberBody.of(memberProblems.valueOf(stated));
  }

  @Allow('worker', 'adviser', 'payroll')
  @AsSeen()
  @Put(':id/account')
  @ApiOperation({ summary: 'Pay her to another account from now on; a worker changes her own' })
  @ApiOkResponse({ type: MemberBody })
  async changeAccount(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @Body() { iban }: MemberAccountBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<MemberBody> {
    ownOnly(account, id);
    const changed = await this.database.transact(async (work) => {
      belongsTo(work, request.traceparent);
      await this.asSeen(work, request, id, 'iban');
      return this.members.changeAccount(work, id, iban);
    });
    return MemberBody.of(memberProblems.valueOf(changed));
  }

  @Allow('adviser', 'sysadmin')
  @AsSeen()
  @Put(':id/email')
  @ApiOperation({
    summary:
      'Write to her, and let her sign in, at another address from now on; both addresses are told, she is signed out ' +
      'everywhere, and links to choose a password work no more',
  })
  @ApiOkResponse({ type: MemberBody })
  async changeEmail(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @Body() { email }: MemberEmailBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<MemberBody> {
    const changed = await this.database.transact(async (work) => {
      belongsTo(work, request.traceparent);
      await this.asSeen(work, request, id, 'email');
      return memberProblems.valueOf(await this.addresses.change(work, id, email, account));
    });
    return MemberBody.of(changed);
  }

  /** Refuses to write over what somebody else has stated of her meanwhile. */
  private asSeen(work: Work, request: Request, id: MemberId, field: keyof typeof memberFields): Promise<void> {
    const show = async (): Promise<object> => {
      const member = await this.members.find(work, id);
      if (!member) throw new Problem(notFound);
      return MemberBody.of(member);
    };
    return this.versions.unchanged(work, request, { thing: id, show, of: { [field]: memberFields[field] } });
  }
}
