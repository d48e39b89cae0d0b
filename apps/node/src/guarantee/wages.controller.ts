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
  PublicIdPipe,
} from '@passerelle/doors';
import type { MissionId } from '../missions/mission.js';
import { PreviewBody } from '../missions/missions.bodies.js';
import { missionProblems } from '../missions/missions.problems.js';
import { Missions } from '../missions/missions.service.js';
import type { PayslipId } from '../payroll/payslip.js';
import { FundReading } from './fund-reading.service.js';
import { VerdictBody, WageBody } from './guarantee.bodies.js';
import { notGuaranteedHere } from './guarantee.problems.js';
import { Wages } from './wages.service.js';

@ApiController('payslips')
export class WagesController {
  constructor(
    private readonly database: Database,
    private readonly wages: Wages,
  ) {}

  @Allow('worker', 'payroll', 'adviser', 'finance')
  @Get(':id/payment')
  @ApiOperation({ summary: 'Whether the wage of a payslip has left, to which account, and which money paid it' })
  @ApiOkResponse({ type: WageBody })
  async payment(
    @Param('id', new PublicIdPipe('slip')) id: PayslipId,
    @CurrentAccount() account: Account,
  ): Promise<WageBody> {
    const found = await this.wages.wage(this.database.reading, id);
    if (!found) throw new Problem(notFound);
    ownOnly(account, found.wage.member);
    return WageBody.of(found, await this.wages.ibanOf(this.database.reading, found));
  }
}

@ApiController('missions')
export class VerdictsController {
  constructor(
    private readonly database: Database,
    private readonly missions: Missions,
    private readonly reading: FundReading,
  ) {}

  @Allow('worker', 'adviser')
  @Post('guarantee-preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Whether the guarantee fund would carry the wage of a mission, while its form is filled in',
  })
  @ApiOkResponse({ type: VerdictBody })
  async preview(@Body() body: PreviewBody, @CurrentAccount() account: Account): Promise<VerdictBody> {
    const work = this.database.reading;
    const sketched = missionProblems.valueOf(await this.missions.sketch(work, body.memberFor(account), body.toForm()));
    const verdict = await this.reading.verdict(work, sketched);
    if (!verdict) throw new Problem(notGuaranteedHere);
    return VerdictBody.of(verdict);
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/guarantee')
  @ApiOperation({ summary: 'Whether the guarantee fund will carry the wage of a mission, with every reason' })
  @ApiOkResponse({ type: VerdictBody })
  async verdict(
    @Param('id', new PublicIdPipe('mis')) id: MissionId,
    @CurrentAccount() account: Account,
  ): Promise<VerdictBody> {
    const mission = await this.missions.find(this.database.reading, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
    const verdict = await this.reading.verdict(this.database.reading, mission);
    if (!verdict) throw new Problem(notGuaranteedHere);
    return VerdictBody.of(verdict);
  }
}
