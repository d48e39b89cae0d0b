import { Body, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  CurrentAccount,
  Database,
  languageOf,
  ownOnly,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import {
  PlannedWageBody,
  WagePlanDecisionBody,
  WagePreviewBody,
  WagePreviewQuestionBody,
} from './wage-plans.bodies.js';
import { wagePlanFields, wagePlanProblems } from './wage-plans.problems.js';
import { WagePlans } from './wage-plans.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mem'));

@ApiController('members')
export class WagePlansController {
  constructor(
    private readonly database: Database,
    private readonly plans: WagePlans,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser', 'payroll')
  @Versioned()
  @Get(':id/wage-plan')
  @ApiOperation({ summary: 'The monthly wage of a member, the months that are paid, and how long her orders carry it' })
  @ApiOkResponse({ type: PlannedWageBody })
  async show(
    @Id() id: MemberId,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<PlannedWageBody> {
    ownOnly(account, id);
    return this.shown(this.database.reading, id, request);
  }

  @Allow('worker', 'adviser', 'payroll')
  @AsSeen()
  @Put(':id/wage-plan')
  @ApiOperation({
    summary: 'Have a monthly wage from a coming month on, change it, or stop it; her missions then pay for it',
  })
  @ApiOkResponse({ type: PlannedWageBody })
  async decide(
    @Id() id: MemberId,
    @Body() { from, gross }: WagePlanDecisionBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<PlannedWageBody> {
    ownOnly(account, id);
    const wanted = { from, gross: gross?.toMoney() ?? null };
    const decided = await this.database.transact(async (work) => {
      const show = (): Promise<PlannedWageBody> => this.shown(work, id, request);
      await this.versions.unchanged(work, request, {
        thing: id,
        show,
        of: wagePlanFields,
        changedAt: ['/wage-plan'],
      });
      return this.plans.decide(work, id, wanted);
    });
    return PlannedWageBody.of(wagePlanProblems.valueOf(decided), languageOf(request.headers['accept-language']));
  }

  @Allow('worker', 'adviser', 'payroll')
  @Post(':id/wage-plan/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a monthly wage would leave and how long it lasts, or the largest even one' })
  @ApiOkResponse({ type: WagePreviewBody })
  async preview(
    @Id() id: MemberId,
    @Body() body: WagePreviewQuestionBody,
    @CurrentAccount() account: Account,
  ): Promise<WagePreviewBody> {
    ownOnly(account, id);
    const question = { from: body.from, wish: body.toWish() };
    return WagePreviewBody.of(wagePlanProblems.valueOf(await this.plans.preview(this.database.reading, id, question)));
  }

  private async shown(work: Work, id: MemberId, request: Request): Promise<PlannedWageBody> {
    const planned = wagePlanProblems.valueOf(await this.plans.planned(work, id));
    return PlannedWageBody.of(planned, languageOf(request.headers['accept-language']));
  }
}
