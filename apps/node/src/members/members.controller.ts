import { Body, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Accounts,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from './member.js';
import { FactsBody, MemberBody, MembersPage, NewMemberBody } from './members.bodies.js';
import { memberProblems } from './members.problems.js';
import { Members } from './members.service.js';

@ApiController('members')
export class MembersController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly accounts: Accounts,
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
  @Get(':id')
  @ApiOperation({ summary: 'One member; a worker sees herself' })
  @ApiOkResponse({ type: MemberBody })
  async show(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @CurrentAccount() account: Account,
  ): Promise<MemberBody> {
    ownOnly(account, id);
    const member = await this.members.find(this.database.reading, id);
    if (!member) throw new Problem(notFound);
    return MemberBody.of(member);
  }

  @Allow('adviser')
  @Post()
  @ApiOperation({ summary: 'Take a member in, with a way to sign in when a password is given' })
  @ApiCreatedResponse({ type: MemberBody })
  async join(@Body() { password, entity, ...body }: NewMemberBody): Promise<MemberBody> {
    const joined = await this.database.transact((work) =>
      this.members.join(work, { ...body, entity: entity as EntityId }),
    );
    const member = memberProblems.valueOf(joined);
    if (password !== undefined) await this.letSignIn(member, password);
    return MemberBody.of(member);
  }

  @Allow('adviser', 'payroll')
  @Put(':id/facts')
  @ApiOperation({ summary: 'State what the law must know of her; payslips already made keep what was true then' })
  @ApiOkResponse({ type: MemberBody })
  async stateFacts(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @Body() { facts }: FactsBody,
  ): Promise<MemberBody> {
    const stated = await this.database.transact((work) => this.members.stateFacts(work, id, facts));
    return MemberBody.of(memberProblems.valueOf(stated));
  }

  private async letSignIn(
    { id, email, language }: { id: MemberId; email: string; language: Account['language'] },
    password: string,
  ): Promise<void> {
    const made = await this.accounts.ensure({ email, password, roles: ['worker'], subject: id, language });
    if (!made.ok) throw new Error(`a checked member cannot sign in: ${made.refusal.kind}`);
  }
}
