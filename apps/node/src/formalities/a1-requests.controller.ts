import { Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  type Language,
  languages,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import { IsIn, IsOptional } from 'class-validator';
import type { Response } from 'express';
import { Members } from '../members/members.service.js';
import type { MissionId } from '../missions/mission.js';
import { Missions } from '../missions/missions.service.js';
import { printableOf } from './a1-request.js';
import { a1RequestPage } from './a1-request.page.js';
import { formalityProblems } from './formalities.problems.js';
import { Formalities } from './formalities.service.js';

export class LanguageQuery {
  @ApiPropertyOptional({ enum: languages, description: 'Her own language when left out.' })
  @IsOptional()
  @IsIn(languages)
  lang?: Language;
}

@ApiController('missions')
export class A1RequestsController {
  constructor(
    private readonly database: Database,
    private readonly missions: Missions,
    private readonly members: Members,
    private readonly formalities: Formalities,
  ) {}

  @Allow('worker', 'adviser', 'payroll')
  @Get(':id/a1-request')
  @ApiOperation({ summary: 'The request for the A1 certificate, to print or to copy into the institution’s own form' })
  @ApiProduces('text/html')
  @ApiOkResponse({ type: String })
  async print(
    @Param('id', new PublicIdPipe('mis')) id: MissionId,
    @Query() { lang }: LanguageQuery,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const work = this.database.reading;
    const mission = await this.missions.find(work, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
    const found = await this.formalities.of(work, mission);
    if (!found) throw formalityProblems.problemFor({ kind: 'only-the-home' });
    const { language } = await this.members.member(work, mission.member!);
    response.type('html').set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    return a1RequestPage(printableOf(found), lang ?? language);
  }
}
