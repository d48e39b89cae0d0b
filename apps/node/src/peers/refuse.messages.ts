import { Controller, Logger } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import { type Received, type Verdict, applied } from './received.js';

/** A peer says that a message of ours had no effect there. It stays in the history, where people see it. */
@Controller()
export class RefuseMessages {
  private readonly log = new Logger('Peers');

  @MessagePattern('refuse')
  refuse(@Payload() { ref, code }: BodyOf<'refuse'>, @Ctx() { from }: Received): Verdict {
    this.log.warn(`${from} refused our message ${ref}: ${code}`);
    return applied;
  }
}
