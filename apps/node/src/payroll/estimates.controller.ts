import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
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
  Public,
  PublicIdPipe,
} from '@passerelle/doors';
import type { MissionId } from '../missions/mission.js';
import { PreviewBody } from '../missions/missions.bodies.js';
import { missionProblems } from '../missions/missions.problems.js';
import { Missions } from '../missions/missions.service.js';
import { EmployingCountriesBody, EstimateBody, QuestionBody } from './estimates.bodies.js';
import { Estimates } from './estimates.service.js';
import { estimateProblems } from './payroll.problems.js';

@ApiController('estimates')
export class EstimatesController {
  constructor(
    private readonly database: Database,
    private readonly estimates: Estimates,
  ) {}

  @Public()
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What is left of a price, or which price leaves a net, and when; nothing is kept' })
  @ApiOkResponse({ type: EstimateBody })
  async estimate(@Body() body: QuestionBody): Promise<EstimateBody> {
    const estimated = await this.estimates.estimate(this.database.reading, body.toQuestion());
    return EstimateBody.of(estimateProblems.valueOf(estimated));
  }
}

@ApiController('employing-countries')
export class EmployingCountriesController {
  constructor(
    private readonly database: Database,
    private readonly estimates: Estimates,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'Countries in which the cooperative employs, and what to choose from in an estimate' })
  @ApiOkResponse({ type: EmployingCountriesBody })
  async list(): Promise<EmployingCountriesBody> {
    return EmployingCountriesBody.of(await this.estimates.employing(this.database.reading));
  }
}

@ApiController('missions')
export class MissionEstimatesController {
  constructor(
    private readonly database: Database,
    private readonly estimates: Estimates,
    private readonly missions: Missions,
  ) {}

  @Allow('worker', 'adviser')
  @Post('estimate-preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What will be left of the price of a mission, while its form is filled in' })
  @ApiOkResponse({ type: EstimateBody })
  async preview(@Body() body: PreviewBody, @CurrentAccount() account: Account): Promise<EstimateBody> {
    const work = this.database.reading;
    const sketched = await this.missions.sketch(work, body.memberFor(account), body.toForm());
    const estimated = await this.estimates.ofMission(work, missionProblems.valueOf(sketched));
    return EstimateBody.of(estimateProblems.valueOf(estimated));
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/estimate')
  @ApiOperation({ summary: 'What is left of the price of a mission, with what is known of the worker' })
  @ApiOkResponse({ type: EstimateBody })
  async ofMission(
    @Param('id', new PublicIdPipe('mis')) id: MissionId,
    @CurrentAccount() account: Account,
  ): Promise<EstimateBody> {
    const mission = await this.missions.find(this.database.reading, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
    return EstimateBody.of(estimateProblems.valueOf(await this.estimates.ofMission(this.database.reading, mission)));
  }
}
