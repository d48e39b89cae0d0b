import { Body, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { MissionId } from '../missions/mission.js';
import { Missions } from '../missions/missions.service.js';
import { SetAsideBody, SetAsideOfMissionBody, SetAsideWishBody } from './activities.bodies.js';
import { setAsideProblems } from './activities.problems.js';
import type { ActivityId } from './activity.js';
import { SetAsides } from './set-asides.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mis'));

@ApiController('missions')
export class SetAsidesController {
  constructor(
    private readonly database: Database,
    private readonly missions: Missions,
    private readonly setAsides: SetAsides,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/set-aside')
  @ApiOperation({ summary: 'What of the mission’s income is kept for expenses' })
  @ApiOkResponse({ type: SetAsideOfMissionBody })
  async show(@Id() id: MissionId, @CurrentAccount() account: Account): Promise<SetAsideOfMissionBody> {
    await this.own(id, account);
    return SetAsideOfMissionBody.of(await this.setAsides.find(this.database.reading, id));
  }

  @Allow('worker', 'adviser', 'payroll')
  @Put(':id/set-aside')
  @ApiOperation({ summary: 'Keep a part of the income for expenses instead of wage, until the payslip is made' })
  @ApiOkResponse({ type: SetAsideBody })
  async decide(
    @Id() mission: MissionId,
    @Body() { activity, amount }: SetAsideWishBody,
    @CurrentAccount() account: Account,
  ): Promise<SetAsideBody> {
    await this.own(mission, account);
    const wish = { mission, activity: activity as ActivityId, amount: amount.toMoney() };
    const decided = await this.database.transact((work) => this.setAsides.decide(work, wish, account.id));
    return SetAsideBody.of(setAsideProblems.valueOf(decided));
  }

  private async own(id: MissionId, account: Account): Promise<void> {
    const mission = await this.missions.find(this.database.reading, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
  }
}
