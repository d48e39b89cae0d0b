import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  confinedTo,
  CurrentAccount,
  Database,
  notFound,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { MemberId } from '../members/member.js';
import { Members } from '../members/members.service.js';
import {
  ActivitiesPage,
  ActivitiesQuery,
  ActivityBody,
  ActivityBudgetBody,
  EntriesBody,
  EntryBody,
  InvitationBody,
  NewActivityBody,
} from './activities.bodies.js';
import { activityProblems, noOwnActivity } from './activities.problems.js';
import { Activities } from './activities.service.js';
import { type Activity, type ActivityId, personalActivity, roleOf } from './activity.js';
import { Budgets } from './budgets.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('act'));

/** Entries shown of an account, the newest; older ones are in the book. */
const entriesShown = 1000;

@ApiController('activities')
export class ActivitiesController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly activities: Activities,
    private readonly budgets: Budgets,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get()
  @ApiOperation({ summary: 'Activities: members’ own, or with `kind=collective` shared ones; a worker sees hers' })
  @ApiOkResponse({ type: ActivitiesPage })
  async list(@Query() query: ActivitiesQuery, @CurrentAccount() account: Account): Promise<Page<ActivityBody>> {
    const { limit } = query;
    const after = (query.after() as ActivityId | undefined) ?? null;
    const page = { after, limit: limit + 1, member: confinedTo(account) ?? null };
    const rows = query.kind === 'personal' ? await this.own(page) : await this.shared(page);
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (activity) => ActivityBody.of(activity) });
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id')
  @ApiOperation({ summary: 'One activity with those who have a part in it' })
  @ApiOkResponse({ type: ActivityBody })
  async show(@Id() id: ActivityId, @CurrentAccount() account: Account): Promise<ActivityBody> {
    return ActivityBody.of(await this.visible(id, account));
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/budget')
  @ApiOperation({ summary: 'What the activity has and may spend, line by line' })
  @ApiOkResponse({ type: ActivityBudgetBody })
  async budget(@Id() id: ActivityId, @CurrentAccount() account: Account): Promise<ActivityBudgetBody> {
    const activity = await this.partOf(id, account);
    return ActivityBudgetBody.of(await this.budgets.budget(this.database.reading, activity));
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/entries')
  @ApiOperation({ summary: 'What the book says of the activity, oldest first' })
  @ApiOkResponse({ type: EntriesBody })
  async entries(@Id() id: ActivityId, @CurrentAccount() account: Account): Promise<EntriesBody> {
    const activity = await this.partOf(id, account);
    const lines = await this.budgets.lines(this.database.reading, activity, { limit: entriesShown });
    return Object.assign(new EntriesBody(), { items: lines.map((line) => EntryBody.of(line)) });
  }

  @Allow('worker')
  @Post()
  @ApiOperation({ summary: 'Open an activity that other members may join; whoever opens it leads it' })
  @ApiCreatedResponse({ type: ActivityBody })
  async open(@Body() { name }: NewActivityBody, @CurrentAccount() account: Account): Promise<ActivityBody> {
    const lead = memberOf(account);
    const opened = await this.database.transact((work) => this.activities.open(work, { lead, name }));
    return ActivityBody.of(activityProblems.valueOf(opened));
  }

  @Allow('worker', 'adviser')
  @Post(':id/members')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask a member to take part, or change her role; she says yes herself' })
  @ApiOkResponse({ type: ActivityBody })
  async invite(
    @Id() id: ActivityId,
    @Body() { member, role }: InvitationBody,
    @CurrentAccount() account: Account,
  ): Promise<ActivityBody> {
    await this.partOf(id, account);
    const by = confinedTo(account) ?? null;
    const invited = await this.database.transact((work) => this.activities.invite(work, id, { member, role, by }));
    return ActivityBody.of(activityProblems.valueOf(invited));
  }

  @Allow('worker')
  @Post(':id/join')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say yes to taking part' })
  @ApiOkResponse({ type: ActivityBody })
  async join(@Id() id: ActivityId, @CurrentAccount() account: Account): Promise<ActivityBody> {
    await this.visible(id, account);
    const member = memberOf(account);
    const joined = await this.database.transact((work) => this.activities.join(work, id, member));
    return ActivityBody.of(activityProblems.valueOf(joined));
  }

  @Allow('worker')
  @Post(':id/leave')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no, or take part no more; what was paid stays paid' })
  @ApiOkResponse({ type: ActivityBody })
  async leave(@Id() id: ActivityId, @CurrentAccount() account: Account): Promise<ActivityBody> {
    await this.visible(id, account);
    const member = memberOf(account);
    const left = await this.database.transact((work) => this.activities.leave(work, id, member));
    return ActivityBody.of(activityProblems.valueOf(left));
  }

  /** An activity of which she is, or is asked to be, a part. Her invitation shows her who asks. */
  private async visible(id: ActivityId, account: Account): Promise<Activity> {
    const activity = await this.activities.find(this.database.reading, id);
    const only = confinedTo(account);
    const isSeen = only === undefined || activity?.participants.some(({ member }) => member === only);
    if (!activity || !isSeen) throw new Problem(notFound);
    return activity;
  }

  /** An activity she has joined: its money is shown to nobody else but staff. */
  private async partOf(id: ActivityId, account: Account): Promise<Activity> {
    const activity = await this.visible(id, account);
    const only = confinedTo(account);
    if (only !== undefined && roleOf(activity, only) === null) throw new Problem(notFound);
    return activity;
  }

  private async own({ after, limit, member }: Listed): Promise<readonly Activity[]> {
    const { reading } = this.database;
    if (member === null)
      return (await this.members.page(reading, after as MemberId | null, limit)).map(personalActivity);
    const found = await this.members.find(reading, member as MemberId);
    return found && after === null ? [personalActivity(found)] : [];
  }

  private shared(page: Listed): Promise<readonly Activity[]> {
    return this.activities.page(this.database.reading, page);
  }
}

interface Listed {
  readonly after: ActivityId | null;
  readonly limit: number;
  readonly member: string | null;
}

/** Whose account it is. Staff who are no members have no activity of their own to act for. */
function memberOf(account: Account): MemberId {
  if (account.subject === undefined) throw new Problem(noOwnActivity);

  return account.subject as MemberId;
}
