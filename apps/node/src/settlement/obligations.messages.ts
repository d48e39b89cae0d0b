import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import { comingPrefix } from '../peers/mailbox.strategy.js';
import type { Received, Verdict } from '../peers/received.js';
import { Obligations } from './obligations.service.js';

/** What other nodes say about debts, one handler a message type. */
@Controller()
export class ObligationsMessages {
  constructor(private readonly obligations: Obligations) {}

  /** The next messages are about these: they are read together. */
  @MessagePattern(`${comingPrefix}obligation`)
  coming(@Payload() ids: readonly string[], @Ctx() { work }: Pick<Received, 'work'>): Promise<void> {
    return this.obligations.coming(work, ids);
  }

  @MessagePattern('obligation.propose')
  propose(@Payload() body: BodyOf<'obligation.propose'>, @Ctx() received: Received): Promise<Verdict> {
    return this.obligations.proposed(received, body);
  }

  @MessagePattern('obligation.accept')
  accept(@Payload() body: BodyOf<'obligation.accept'>, @Ctx() received: Received): Promise<Verdict> {
    return this.obligations.accepted(received, body);
  }

  @MessagePattern('obligation.reject')
  reject(@Payload() body: BodyOf<'obligation.reject'>, @Ctx() received: Received): Promise<Verdict> {
    return this.obligations.rejected(received, body);
  }

  @MessagePattern('obligation.withdraw')
  withdraw(@Payload() body: BodyOf<'obligation.withdraw'>, @Ctx() received: Received): Promise<Verdict> {
    return this.obligations.withdrawn(received, body);
  }

  @MessagePattern('dispute.open')
  dispute(@Payload() body: BodyOf<'dispute.open'>, @Ctx() received: Received): Promise<Verdict> {
    return this.obligations.disputed(received, body);
  }

  @MessagePattern('dispute.close')
  closeDispute(@Payload() body: BodyOf<'dispute.close'>, @Ctx() received: Received): Promise<Verdict> {
    return this.obligations.disputeClosed(received, body);
  }
}
