import { Body, Get, Param, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MissionId } from '../missions/mission.js';
import { Missions } from '../missions/missions.service.js';
import { SetAsideBody, SetAsideOfMissionBody, SetAsideWishBody } from './activities.bodies.js';
import { setAsideFields, setAsideProblems } from './activities.problems.js';
import type { ActivityId } from './activity.js';
import { SetAsides } from './set-asides.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mis'));

@ApiController('missions')
export class SetAsidesController {
  constructor(
    private readonly database: Database,
    private readonly missions: Missions,
    private readonly setAsides: SetAsides,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Versioned()
  @Get(':id/set-aside')
  @ApiOperation({ summary: 'What of the mission’s income is kept for expenses' })
  @ApiOkResponse({ type: SetAsideOfMissionBody })
  async show(@Id() id: MissionId, @CurrentAccount() account: Account): Promise<SetAsideOfMissionBody> {
    await this.own(id, account);
    return this.shown(this.database.reading, id);
  }

  @Allow('worker', 'adviser', 'payroll')
  @AsSeen()
  @Put(':id/set-aside')
  @ApiOperation({ summary: 'Keep a part of the income for expenses instead of wage, until the payslip is made' })
  @ApiOkResponse({ type: SetAsideBody })
  async decide(
    @Id() mission: MissionId,
    @Body() { activity, amount }: SetAsideWishBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<SetAsideBody> {
    await this.own(mission, account);
    const wish = { mission, activity: activity as ActivityId, amount: amount.toMoney() };
    const decided = await this.database.transact(async (work) => {
      await this.versions.unchanged(work, request, {
        thing: mission,
        show: () => this.shown(work, mission),
        of: setAsideFields,
        changedAt: ['/set-aside'],
      });
      return this.setAsides.decide(work, wish, account.id);
    });
    return SetAsideBody.of(setAsideProblems.valueOf(decided));
  }

  private async shown(work: Work, id: MissionId): Promise<SetAsideOfMissionBody> {
    return SetAsideOfMissionBody.of(await this.setAsides.find(work, id));
  }

  private async own(id: MissionId, account: Account): Promise<void> {
    const mission = await this.missions.find(this.database.reading, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
  }
}
