import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import type { CycleMessage } from '@passerelle/settlement';
import type { Received, Verdict } from '../../peers/received.js';
import { Cycles } from './cycles.service.js';

/** What other nodes say about cycles, one handler a message type. */
@Controller()
export class CyclesMessages {
  constructor(private readonly cycles: Cycles) {}

  @MessagePattern('cycle.cut')
  cut(@Payload() body: BodyOf<'cycle.cut'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.cut', body));
  }

  @MessagePattern('cycle.state')
  state(@Payload() body: BodyOf<'cycle.state'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.state', body));
  }

  @MessagePattern('cycle.submit')
  submit(@Payload() body: BodyOf<'cycle.submit'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.submit', body));
  }

  @MessagePattern('cycle.propose')
  propose(@Payload() body: BodyOf<'cycle.propose'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.propose', body));
  }

  @MessagePattern('cycle.approve')
  approve(@Payload() body: BodyOf<'cycle.approve'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.approve', body));
  }

  @MessagePattern('cycle.ask')
  ask(@Payload() body: BodyOf<'cycle.ask'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.ask', body));
  }

  @MessagePattern('cycle.lock')
  lock(@Payload() body: BodyOf<'cycle.lock'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.lock', body));
  }

  @MessagePattern('cycle.skip')
  skip(@Payload() body: BodyOf<'cycle.skip'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.skip', body));
  }

  @MessagePattern('cycle.abort')
  abort(@Payload() body: BodyOf<'cycle.abort'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.abort', body));
  }

  @MessagePattern('cycle.final')
  final(@Payload() body: BodyOf<'cycle.final'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.heard(received, messageOf('cycle.final', body));
  }
}

/** The channel has checked the body against its type; here only the two descriptions of it meet. */
export const messageOf = <T extends CycleMessage['type']>(type: T, body: BodyOf<T>): CycleMessage =>
  ({ type, body }) as unknown as CycleMessage;
