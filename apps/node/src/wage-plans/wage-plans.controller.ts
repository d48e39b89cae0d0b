import { Body, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  languageOf,
  ownOnly,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import {
  PlannedWageBody,
  WagePlanDecisionBody,
  WagePreviewBody,
  WagePreviewQuestionBody,
} from './wage-plans.bodies.js';
import { wagePlanProblems } from './wage-plans.problems.js';
import { WagePlans } from './wage-plans.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mem'));

@ApiController('members')
export class WagePlansController {
  constructor(
    private readonly database: Database,
    private readonly plans: WagePlans,
  ) {}

  @Allow('worker', 'adviser', 'payroll')
  @Get(':id/wage-plan')
  @ApiOperation({ summary: 'The monthly wage of a member, the months that are paid, and how long her orders carry it' })
  @ApiOkResponse({ type: PlannedWageBody })
  async show(
    @Id() id: MemberId,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<PlannedWageBody> {
    ownOnly(account, id);
    const planned = wagePlanProblems.valueOf(await this.plans.planned(this.database.reading, id));
    return PlannedWageBody.of(planned, languageOf(request.headers['accept-language']));
  }

  @Allow('worker', 'adviser', 'payroll')
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
    const decided = await this.database.transact((work) => this.plans.decide(work, id, wanted));
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
}
