import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import { comingPrefix, oursPrefix } from '../../peers/channel/mailbox.strategy.js';
import type { Received, Returned, Verdict } from '../../peers/received.js';
import { Obligations } from './obligations.service.js';

/** What other nodes say about debts, one handler a message type. */
@Controller()
export class ObligationsMessages {
  constructor(private readonly obligations: Obligations) {}

  @MessagePattern(`${oursPrefix}obligation.propose`)
  ourProposal(@Payload() body: BodyOf<'obligation.propose'>, @Ctx() returned: Returned): Promise<void> {
    return this.obligations.saidBefore(returned, { type: 'obligation.propose', body });
  }

  @MessagePattern(`${oursPrefix}obligation.accept`)
  ourAccept(@Payload() body: BodyOf<'obligation.accept'>, @Ctx() returned: Returned): Promise<void> {
    return this.obligations.saidBefore(returned, { type: 'obligation.accept', body });
  }

  @MessagePattern(`${oursPrefix}obligation.reject`)
  ourReject(@Payload() body: BodyOf<'obligation.reject'>, @Ctx() returned: Returned): Promise<void> {
    return this.obligations.saidBefore(returned, { type: 'obligation.reject', body });
  }

  @MessagePattern(`${oursPrefix}obligation.withdraw`)
  ourWithdrawal(@Payload() body: BodyOf<'obligation.withdraw'>, @Ctx() returned: Returned): Promise<void> {
    return this.obligations.saidBefore(returned, { type: 'obligation.withdraw', body });
  }

  @MessagePattern(`${oursPrefix}dispute.open`)
  ourDispute(@Payload() body: BodyOf<'dispute.open'>, @Ctx() returned: Returned): Promise<void> {
    return this.obligations.saidBefore(returned, { type: 'dispute.open', body });
  }

  @MessagePattern(`${oursPrefix}dispute.close`)
  ourWordOnDispute(@Payload() body: BodyOf<'dispute.close'>, @Ctx() returned: Returned): Promise<void> {
    return this.obligations.saidBefore(returned, { type: 'dispute.close', body });
  }

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
