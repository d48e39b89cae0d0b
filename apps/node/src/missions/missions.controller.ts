import { Body, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Account,
  Accounts,
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  confinedTo,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicId,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Result } from '@passerelle/values';
import { IsOptional } from 'class-validator';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import type { Mission, MissionId } from './mission.js';
import {
  CompleteBody,
  MissionBody,
  MissionDetailBody,
  MissionFormBody,
  MissionsPage,
  ReasonBody,
} from './missions.bodies.js';
import { missionFields, missionProblems } from './missions.problems.js';
import { type MissionRefusal, Missions } from './missions.service.js';

export class NewMissionBody extends MissionFormBody {
  @ApiPropertyOptional({
    type: String,
    description: 'For whom; an adviser must say it, a worker registers for herself.',
  })
  @IsOptional()
  @PublicId('mem')
  member?: string;
}

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mis'));

/** The others are the client, nodes, and the node itself. */
const isAccount = (who: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(who);

type Decide = (work: Work) => Promise<Result<Mission, MissionRefusal>>;

@ApiController('missions')
export class MissionsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly missions: Missions,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get()
  @ApiOperation({ summary: 'Missions, newest first; a worker sees her own' })
  @ApiOkResponse({ type: MissionsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<MissionBody>> {
    const after = (query.after() as MissionId | undefined) ?? null;
    const member = confinedTo(account) ?? null;
    const rows = await this.missions.page(this.database.reading, { after, limit: query.limit + 1, member });
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (mission) => MissionBody.of(mission) });
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Versioned()
  @Get(':id')
  @ApiOperation({ summary: 'One mission: terms, agreement, and what happened to it' })
  @ApiOkResponse({ type: MissionDetailBody })
  async show(@Id() id: MissionId, @CurrentAccount() account: Account): Promise<MissionDetailBody> {
    const mission = await this.own(this.database.reading, id, account);
    const events = await this.missions.events(this.database.reading, id);
    const emails = await this.accounts.emails(events.map(({ who }) => who).filter(isAccount));
    return MissionDetailBody.withHistory(mission, events, emails);
  }

  @Allow('worker', 'adviser')
  @MovesMoney()
  @Post()
  @ApiOperation({ summary: 'Register a mission as a draft' })
  @ApiCreatedResponse({ type: MissionBody })
  register(@Body() body: NewMissionBody, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    const member = (confinedTo(account) ?? body.member ?? account.subject ?? '') as MemberId;
    const decide: Decide = (work) => this.missions.register(work, member, body.toForm(), account.id);
    return this.once(request, 201, decide);
  }

  @Allow('worker', 'adviser')
  @AsSeen()
  @Put(':id')
  @ApiOperation({ summary: 'Fill the form in again before the branch has checked it' })
  @ApiOkResponse({ type: MissionBody })
  async change(
    @Id() id: MissionId,
    @Body() body: MissionFormBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<MissionBody> {
    const changed = await this.database.transact(async (work) => {
      await this.own(work, id, account);
      await this.asSeen(work, request, id);
      return this.missions.change(work, id, body.toForm(), account.id);
    });
    return MissionBody.of(missionProblems.valueOf(changed));
  }

  @Allow('worker', 'adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/submit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hand the mission to the branch' })
  @ApiOkResponse({ type: MissionBody })
  submit(@Id() id: MissionId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.onOwn(request, id, account, (work) => this.missions.submit(work, id, account.id));
  }

  @Allow('adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Home branch: sign the terms and offer them to the host, or ask the client' })
  @ApiOkResponse({ type: MissionBody })
  approve(@Id() id: MissionId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.onSeen(request, id, (work) => this.missions.approve(work, id, account.id));
  }

  @Allow('adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/amend')
  @HttpCode(200)
  @ApiOperation({ summary: 'Home branch: offer changed terms; both branches sign again' })
  @ApiOkResponse({ type: MissionBody })
  amend(
    @Id() id: MissionId,
    @Body() body: MissionFormBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.onSeen(request, id, (work) => this.missions.amend(work, id, body.toForm(), account.id));
  }

  @Allow('adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Host branch: sign the offered terms; the client is asked to confirm' })
  @ApiOkResponse({ type: MissionBody })
  accept(@Id() id: MissionId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.onSeen(request, id, (work) => this.missions.accept(work, id, account.id));
  }

  @Allow('adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse with a reason that the other side will read' })
  @ApiOkResponse({ type: MissionBody })
  refuse(
    @Id() id: MissionId,
    @Body() { reason }: ReasonBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.onSeen(request, id, (work) => this.missions.refuse(work, id, reason, account.id));
  }

  @Allow('adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/ask-changes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Home branch: send the form back to the worker' })
  @ApiOkResponse({ type: MissionBody })
  askChanges(
    @Id() id: MissionId,
    @Body() { reason }: ReasonBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.onSeen(request, id, (work) => this.missions.askChanges(work, id, reason, account.id));
  }

  @Allow('worker', 'adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/complete')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report that the work is done' })
  @ApiOkResponse({ type: MissionBody })
  complete(
    @Id() id: MissionId,
    @Body() { days }: CompleteBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.onOwn(request, id, account, (work) => this.missions.complete(work, id, days, account.id));
  }

  @Allow('worker', 'adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call the mission off, with a reason' })
  @ApiOkResponse({ type: MissionBody })
  cancel(
    @Id() id: MissionId,
    @Body() { reason }: ReasonBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.onOwn(request, id, account, (work) => this.missions.cancel(work, id, reason, account.id));
  }

  private onOwn(request: Request, id: MissionId, account: Account, decide: Decide): Promise<Answer> {
    return this.onSeen(request, id, async (work) => {
      await this.own(work, id, account);
      return decide(work);
    });
  }

  private onSeen(request: Request, id: MissionId, decide: Decide): Promise<Answer> {
    return this.once(request, 200, async (work) => {
      await this.asSeen(work, request, id);
      return decide(work);
    });
  }

  private asSeen(work: Work, request: Request, id: MissionId): Promise<void> {
    const show = async (): Promise<MissionBody> => {
      const mission = await this.missions.find(work, id);
      if (!mission) throw new Problem(notFound);
      return MissionBody.of(mission);
    };
    return this.versions.unchanged(work, request, { thing: id, show, of: missionFields });
  }

  private once(request: Request, status: number, decide: Decide): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const decided = missionProblems.valueOf(await decide(work));
      return { status, body: MissionBody.of(decided) };
    });
  }

  private async own(work: Work, id: MissionId, account: Account): Promise<Mission> {
    const mission = await this.missions.find(work, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
    return mission;
  }
}
