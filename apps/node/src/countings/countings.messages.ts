import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import type { Received, Verdict } from '../peers/received.js';
import { Countings } from './countings.service.js';

/** Questions of other cooperatives about the days of somebody whom they employ too, and their answers to ours. */
@Controller()
export class CountingsMessages {
  constructor(private readonly countings: Countings) {}

  @MessagePattern('counts.ask')
  asked(@Payload() body: BodyOf<'counts.ask'>, @Ctx() received: Received): Promise<Verdict> {
    return this.countings.asked(received, body);
  }

  @MessagePattern('counts.tell')
  told(@Payload() body: BodyOf<'counts.tell'>, @Ctx() received: Received): Promise<Verdict> {
    return this.countings.told(received, body);
  }
}
