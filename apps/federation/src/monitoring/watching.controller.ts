import { Body, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Account, Allow, ApiController, CurrentAccount, languageOf, notFound, Problem } from '@passerelle/doors';
import { AcknowledgeBody, AlarmBody, AlarmsBody } from './alarms.bodies.js';
import { acknowledgeProblems } from './alarms.problems.js';
import { Monitoring } from './monitoring.service.js';
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
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'What a person should look at' })
  @ApiOkResponse({ type: AlarmsBody })
  async list(@Headers('accept-language') wishes?: string): Promise<AlarmsBody> {
    const { alarms } = await this.monitoring.picture();
    return { items: alarms.map((alarm) => AlarmBody.of(alarm, languageOf(wishes))) };
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that somebody looks after an alarm, why it may stand, and until when' })
  @ApiOkResponse({ type: AlarmBody })
  async acknowledge(
    @Param('id') id: string,
    @Body() { reason, until }: AcknowledgeBody,
    @CurrentAccount() account: Account,
    @Headers('accept-language') wishes?: string,
  ): Promise<AlarmBody> {
    const said = { alarm: id, reason: reason.normalize('NFC'), until: new Date(until), by: account.id };
    acknowledgeProblems.valueOf(await this.monitoring.acknowledge(said));
    const found = (await this.monitoring.picture()).alarms.find((alarm) => alarm.id === id);
    if (!found) throw new Problem(notFound);
    return AlarmBody.of(found, languageOf(wishes));
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
