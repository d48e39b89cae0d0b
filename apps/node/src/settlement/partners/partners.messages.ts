import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import { oursPrefix } from '../../peers/channel/mailbox.strategy.js';
import type { Received, Returned, Verdict } from '../../peers/received.js';
import { Partners } from './partners.service.js';
import { PairSettlements } from './pair-settlements.service.js';

/** What other nodes say about how far they deal with this one. */
@Controller()
export class PartnersMessages {
  constructor(
    private readonly partners: Partners,
    private readonly pairSettlements: PairSettlements,
  ) {}

  @MessagePattern('limit.set')
  limit(@Payload() body: BodyOf<'limit.set'>, @Ctx() received: Received): Promise<Verdict> {
    return this.partners.limited(received, body);
  }

  @MessagePattern('channel.close')
  close(@Payload() body: BodyOf<'channel.close'>, @Ctx() received: Received): Promise<Verdict> {
    return this.partners.closed(received, body);
  }

  @MessagePattern(`${oursPrefix}limit.set`)
  ourLimit(@Payload() body: BodyOf<'limit.set'>, @Ctx() returned: Returned): Promise<void> {
    return this.partners.limitedBefore(returned, body);
  }

  @MessagePattern(`${oursPrefix}channel.close`)
  ourClose(@Payload() _body: BodyOf<'channel.close'>, @Ctx() returned: Returned): Promise<void> {
    return this.partners.leftBefore(returned);
  }

  @MessagePattern('settle.pair')
  settlePair(@Payload() body: BodyOf<'settle.pair'>, @Ctx() received: Received): Promise<Verdict> {
    return this.pairSettlements.heard(received, body);
  }
}
