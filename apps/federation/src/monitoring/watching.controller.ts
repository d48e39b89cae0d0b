import { Body, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Accounts,
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  CurrentAccount,
  Idempotency,
  languageOf,
  MovesMoney,
  publicId,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import { AcknowledgeBody, acknowledgedOf, AlarmBody, AlarmsBody } from './alarms.bodies.js';
import { acknowledgeProblems, whatWasSaid } from './alarms.problems.js';
import { Monitoring, type StandingAlarm } from './monitoring.service.js';
import {
  AgedBody,
  AgeingBody,
  DisputeBody,
  DisputesBody,
  FundBody,
  FundStakeBody,
  StuckItemBody,
  StuckItemsBody,
} from './watching.bodies.js';

@ApiController('alarms')
@Allow('fedadmin')
export class AlarmsController {
  constructor(
    private readonly monitoring: Monitoring,
    private readonly accounts: Accounts,
    private readonly idempotency: Idempotency,
    private readonly versions: Versions,
  ) {}

  @Versioned(AlarmsBody.version)
  @Get()
  @ApiOperation({ summary: 'What a person should look at' })
  @ApiOkResponse({ type: AlarmsBody })
  async list(@Headers('accept-language') wishes?: string): Promise<AlarmsBody> {
    const { alarms } = await this.monitoring.picture();
    return { items: await this.bodiesOf(alarms, wishes) };
  }

  @MovesMoney()
  @AsSeen()
  @Post(':id/acknowledge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that somebody looks after an alarm, why it may stand, and until when' })
  @ApiOkResponse({ type: AlarmBody })
  acknowledge(
    @Param('id', new PublicIdPipe('alm')) alarm: string,
    @Body() { reason, until }: AcknowledgeBody,
    @CurrentAccount() { id: by }: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const wishes = request.headers['accept-language'];
    const said = { alarm, reason: reason.normalize('NFC'), until: new Date(until), by };
    return this.idempotency.once(request, async (work) => {
      await this.asSeen(work, request, alarm);
      const standing = acknowledgeProblems.valueOf(await this.monitoring.acknowledge(work, said));
      const [body] = await this.bodiesOf([standing], wishes);
      return { status: 200, body };
    });
  }

  private asSeen(work: Work, request: Request, alarm: string): Promise<void> {
    const show = async (): Promise<object> => {
      const standing = await this.monitoring.alarm(work, alarm);
      if (!standing) throw acknowledgeProblems.problemFor({ kind: 'no-such-alarm' });
      return AlarmsBody.version({ items: await this.bodiesOf([standing]) });
    };
    const of = { [acknowledgedOf(publicId('alm', alarm))]: whatWasSaid };
    return this.versions.unchanged(work, request, { thing: alarm, show, of, changedAt: ['/acknowledge'] });
  }

  private async bodiesOf(alarms: readonly StandingAlarm[], wishes?: string): Promise<readonly AlarmBody[]> {
    const emails = await this.accounts.emails(alarms.flatMap(({ acknowledged }) => acknowledged?.by ?? []));
    return alarms.map((alarm) => AlarmBody.of(alarm, { language: languageOf(wishes), emails }));
  }
}

@ApiController('ageing')
@Allow('fedadmin')
export class AgeingController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'How old the debts between members are' })
  @ApiOkResponse({ type: AgeingBody })
  async list(): Promise<AgeingBody> {
    const { ageing } = await this.monitoring.picture();
    return { items: ageing.map((each) => AgedBody.of(each)) };
  }
}

@ApiController('disputes')
@Allow('fedadmin')
export class DisputesController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'Which debts a party holds back, by the reports of both' })
  @ApiOkResponse({ type: DisputesBody })
  async list(): Promise<DisputesBody> {
    const { disputes } = await this.monitoring.picture();
    return { items: disputes.map((each) => DisputeBody.of(each)) };
  }
}

@ApiController('stuck')
@Allow('fedadmin')
export class StuckController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({
    summary: 'What does not go on between nodes: why, since when, what is done about it, and who can act',
  })
  @ApiOkResponse({ type: StuckItemsBody })
  async list(@Headers('accept-language') wishes?: string): Promise<StuckItemsBody> {
    const { stuck } = await this.monitoring.picture();
    return { items: stuck.map((each) => StuckItemBody.of(each, languageOf(wishes))) };
  }
}

@ApiController('fund')
@Allow('fedadmin')
export class FundController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'The stakes in the guarantee fund of the federation, and what defaults have used of them' })
  @ApiOkResponse({ type: FundBody })
  async list(): Promise<FundBody> {
    const { fund } = await this.monitoring.picture();
    return { items: fund.map((each) => FundStakeBody.of(each)) };
  }
}
