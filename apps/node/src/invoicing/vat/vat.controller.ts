import { Body, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  Clock,
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
import type { Mission, MissionId } from '../../missions/mission.js';
import { Missions } from '../../missions/missions.service.js';
import { Taxation } from './taxation.service.js';
import { MissionVatBody, MissionVatQuery, PartnerAnswerBody, PartnerAnswersBody, SupplyBody } from './vat.bodies.js';
import { partnerProblems, supplyFields, supplyProblems } from './vat.problems.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mis'));

@ApiController('missions')
export class MissionVatController {
  constructor(
    private readonly database: Database,
    private readonly missions: Missions,
    private readonly taxation: Taxation,
    private readonly clock: Clock,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Versioned()
  @Get(':id/vat')
  @ApiOperation({ summary: 'How the invoices of a mission are taxed: to the client, and between cooperatives' })
  @ApiOkResponse({ type: MissionVatBody })
  async show(
    @Id() id: MissionId,
    @Query() { language }: MissionVatQuery,
    @CurrentAccount() account: Account,
  ): Promise<MissionVatBody> {
    const work = this.database.reading;
    const mission = await this.found(work, id);
    ownOnly(account, mission.member ?? '');
    return MissionVatBody.of(mission, await this.taxation.ofMission(work, mission, language), account.language);
  }

  /** The same words again change nothing, so that it needs no key. */
  @Allow('adviser', 'finance')
  @AsSeen()
  @Put(':id/vat')
  @ApiOperation({ summary: 'Say what VAT must know of a mission beyond its terms, before the client is billed' })
  @ApiOkResponse({ type: MissionVatBody })
  say(
    @Id() id: MissionId,
    @Body() body: SupplyBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<MissionVatBody> {
    return this.database.transact(async (work) => {
      const shown = async (mission: Mission): Promise<MissionVatBody> =>
        MissionVatBody.of(mission, await this.taxation.ofMission(work, mission, 'en'), account.language);
      const show = async (): Promise<MissionVatBody> => shown(await this.found(work, id));
      await this.versions.unchanged(work, request, { thing: id, show, of: supplyFields, changedAt: ['/vat'] });
      const said = { by: account.id, at: this.clock.now() };
      return shown(supplyProblems.valueOf(await this.taxation.say(work, id, body.toSupply(), said)));
    });
  }

  private async found(work: Work, id: MissionId): Promise<Mission> {
    const mission = await this.missions.find(work, id);
    if (!mission) throw new Problem(notFound);
    return mission;
  }
}

@ApiController('vat')
export class PartnerVatController {
  constructor(
    private readonly database: Database,
    private readonly taxation: Taxation,
    private readonly clock: Clock,
  ) {}

  @Allow('adviser', 'finance')
  @Get('partners')
  @ApiOperation({ summary: 'What VIES said last of the VAT number of each partner cooperative' })
  @ApiOkResponse({ type: PartnerAnswersBody })
  async answers(): Promise<PartnerAnswersBody> {
    const answers = await this.taxation.answers(this.database.reading);
    return Object.assign(new PartnerAnswersBody(), { items: answers.map((answer) => PartnerAnswerBody.of(answer)) });
  }

  /** An answer is known by its number and time, so that it needs no key. */
  @Allow('finance')
  @Post('partners')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record what VIES said of a partner’s VAT number; the same answer again changes nothing' })
  @ApiOkResponse({ type: PartnerAnswerBody })
  record(@Body() body: PartnerAnswerBody, @CurrentAccount() account: Account): Promise<PartnerAnswerBody> {
    return this.database.transact(async (work) => {
      const recorded = await this.taxation.recordAnswer(work, body.toAnswer(), {
        by: account.id,
        now: this.clock.now(),
      });
      return PartnerAnswerBody.of(partnerProblems.valueOf(recorded));
    });
  }
}
