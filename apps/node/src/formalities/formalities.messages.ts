import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import type { Received, Verdict } from '../peers/received.js';
import { PartnerFormalities } from './partner-formalities.service.js';

/** What the home of a mission says about its formalities. */
@Controller()
export class FormalitiesMessages {
  constructor(private readonly formalities: PartnerFormalities) {}

  @MessagePattern('mission.formalities')
  told(@Payload() body: BodyOf<'mission.formalities'>, @Ctx() received: Received): Promise<Verdict> {
    return this.formalities.told(received, body);
  }
}
