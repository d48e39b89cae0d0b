import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
  type Shown,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Result } from '@passerelle/values';
import type { Request } from 'express';
import type { Mission, MissionId } from '../missions/mission.js';
import { PreviewBody } from '../missions/missions.bodies.js';
import { missionProblems } from '../missions/missions.problems.js';
import { Missions } from '../missions/missions.service.js';
import { A1StepBody, FormalitiesBody, NoticeBody, OverrideBody, PostingFactsBody } from './formalities.bodies.js';
import { formalityFields, formalityProblems, gateSeen } from './formalities.problems.js';
import { Formalities, type FormalityRefusal } from './formalities.service.js';
import type { MissionFormalities } from './mission-formalities.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mis'));

/** What of the formalities the record rests on. */
type Seen = Pick<Shown, 'of' | 'changedAt'>;

type Decide = (work: Work) => Promise<Result<MissionFormalities, FormalityRefusal>>;

@ApiController('missions')
export class FormalitiesController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly missions: Missions,
    private readonly formalities: Formalities,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser')
  @Post('formalities-preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Which formalities a mission will need, and by when, while its form is filled in' })
  @ApiOkResponse({ type: FormalitiesBody })
  async preview(@Body() body: PreviewBody, @CurrentAccount() account: Account): Promise<FormalitiesBody> {
    const found = await this.formalities.preview(this.database.reading, body.memberFor(account), body.toForm());
    return FormalitiesBody.ofSketch(missionProblems.valueOf(found));
  }

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Versioned(FormalitiesBody.version)
  @Get(':id/formalities')
  @ApiOperation({
    summary: 'The gates between the client’s yes and the first day, each with who has to act and by when',
  })
  @ApiOkResponse({ type: FormalitiesBody })
  async show(@Id() id: MissionId, @CurrentAccount() account: Account): Promise<FormalitiesBody> {
    const work = this.database.reading;
    const mission = await this.found(work, id);
    ownOnly(account, mission.member ?? '');
    return this.shown(work, mission);
  }

  @Allow('adviser', 'payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/posting-facts')
  @HttpCode(200)
  @ApiOperation({ summary: 'State what only the cooperative knows about a posting; what is left out is unknown' })
  @ApiOkResponse({ type: FormalitiesBody })
  stateFacts(
    @Id() id: MissionId,
    @Body() body: PostingFactsBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const seen = { of: { facts: formalityFields.facts }, changedAt: ['/posting-facts'] };
    return this.once(request, id, seen, (work) => this.formalities.stateFacts(work, id, body.toFacts(), account.id));
  }

  @Allow('adviser', 'payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/a1')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that the A1 certificate was asked for, or what the institution answered' })
  @ApiOkResponse({ type: FormalitiesBody })
  step(
    @Id() id: MissionId,
    @Body() body: A1StepBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const seen = { of: { requests: formalityFields.requests }, changedAt: ['/a1'] };
    return this.once(request, id, seen, (work) => this.formalities.step(work, id, body, account.id));
  }

  @Allow('adviser', 'payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/notice')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record the number of the posting notice to the country of work' })
  @ApiOkResponse({ type: FormalitiesBody })
  giveNotice(
    @Id() id: MissionId,
    @Body() { number, on }: NoticeBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const seen = { of: { notice: formalityFields.notice }, changedAt: ['/notice'] };
    return this.once(request, id, seen, (work) => this.formalities.giveNotice(work, id, { number, on }, account.id));
  }

  @Allow('adviser')
  @MovesMoney()
  @AsSeen()
  @Post(':id/overrides')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer for a gate as it stands, with a reason that is kept' })
  @ApiOkResponse({ type: FormalitiesBody })
  override(
    @Id() id: MissionId,
    @Body() { gate, reason }: OverrideBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const seen = { of: gateSeen(gate) };
    return this.once(request, id, seen, (work) => this.formalities.override(work, id, { gate, reason }, account.id));
  }

  @Allow('adviser', 'payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/activate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Look at the gates again and let the work begin, or hear which are shut' })
  @ApiOkResponse({ type: FormalitiesBody })
  activate(@Id() id: MissionId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    const seen = { of: { gates: formalityFields.gates } };
    return this.once(request, id, seen, (work) => this.formalities.activate(work, id, account.id));
  }

  /** Rests on what was seen of the formalities, where the request says how they were. */
  private once(request: Request, id: MissionId, seen: Seen, decide: Decide): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const show = async (): Promise<object> =>
        FormalitiesBody.version(await this.shown(work, await this.found(work, id)));
      await this.versions.unchanged(work, request, { thing: id, show, ...seen });
      const decided = formalityProblems.valueOf(await decide(work));
      return { status: 200, body: FormalitiesBody.of(decided) };
    });
  }

  private async shown(work: Work, mission: Mission): Promise<FormalitiesBody> {
    const found = await this.formalities.of(work, mission);
    if (found) return FormalitiesBody.of(found);
    return FormalitiesBody.atHost(mission, await this.formalities.recorded(work, mission));
  }

  private async found(work: Work, id: MissionId): Promise<Mission> {
    const mission = await this.missions.find(work, id);
    if (!mission) throw new Problem(notFound);
    return mission;
  }
}
