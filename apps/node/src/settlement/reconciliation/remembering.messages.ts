import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import { givenBackPrefix, oursPrefix, restoredPrefix } from '../../peers/channel/mailbox.strategy.js';
import type { NodeId, Returned } from '../../peers/received.js';
import { messageOf } from '../cycles/cycles.messages.js';
import { Cycles } from '../cycles/cycles.service.js';
import { Obligations } from '../obligations/obligations.service.js';

/** What a restored node hears from its peers about itself: that it has forgotten words, which, and that these were all. */
@Controller()
export class RememberingMessages {
  constructor(
    private readonly obligations: Obligations,
    private readonly cycles: Cycles,
  ) {}

  @MessagePattern(`${restoredPrefix}settlement`)
  restored(@Payload() _peer: NodeId, @Ctx() { work }: { readonly work: Work }): Promise<void> {
    return this.cycles.restored(work);
  }

  @MessagePattern(`${givenBackPrefix}settlement`)
  async givenBack(@Payload() peer: NodeId, @Ctx() { work }: { readonly work: Work }): Promise<void> {
    await this.obligations.answerWaiting(work, peer);
    await this.cycles.givenBack(work, peer);
  }

  @MessagePattern(`${oursPrefix}cycle.cut`)
  ourCut(@Payload() body: BodyOf<'cycle.cut'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.cut', body));
  }

  @MessagePattern(`${oursPrefix}cycle.state`)
  ourState(@Payload() body: BodyOf<'cycle.state'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.state', body));
  }

  @MessagePattern(`${oursPrefix}cycle.submit`)
  ourSubmit(@Payload() body: BodyOf<'cycle.submit'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.submit', body));
  }

  @MessagePattern(`${oursPrefix}cycle.propose`)
  ourPropose(@Payload() body: BodyOf<'cycle.propose'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.propose', body));
  }

  @MessagePattern(`${oursPrefix}cycle.approve`)
  ourApprove(@Payload() body: BodyOf<'cycle.approve'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.approve', body));
  }

  @MessagePattern(`${oursPrefix}cycle.ask`)
  ourAsk(@Payload() body: BodyOf<'cycle.ask'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.ask', body));
  }

  @MessagePattern(`${oursPrefix}cycle.lock`)
  ourLock(@Payload() body: BodyOf<'cycle.lock'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.lock', body));
  }

  @MessagePattern(`${oursPrefix}cycle.skip`)
  ourSkip(@Payload() body: BodyOf<'cycle.skip'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.skip', body));
  }

  @MessagePattern(`${oursPrefix}cycle.abort`)
  ourAbort(@Payload() body: BodyOf<'cycle.abort'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.abort', body));
  }

  @MessagePattern(`${oursPrefix}cycle.final`)
  ourFinal(@Payload() body: BodyOf<'cycle.final'>, @Ctx() returned: Returned): Promise<void> {
    return this.cycles.saidBefore(returned, messageOf('cycle.final', body));
  }
}
