import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import type { Received, Verdict } from '../peers/received.js';
import { PartnerMissions } from './partner-missions.service.js';

/** What other nodes say about missions, one handler a message type. */
@Controller()
export class MissionsMessages {
  constructor(private readonly missions: PartnerMissions) {}

  @MessagePattern('mission.offer')
  offer(@Payload() body: BodyOf<'mission.offer'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.offered(received, body);
  }

  @MessagePattern('mission.accept')
  accept(@Payload() body: BodyOf<'mission.accept'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.accepted(received, body);
  }

  @MessagePattern('mission.refuse')
  refuse(@Payload() body: BodyOf<'mission.refuse'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.refused(received, body);
  }

  @MessagePattern('mission.start')
  start(@Payload() body: BodyOf<'mission.start'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.confirmed(received, body);
  }

  @MessagePattern('mission.report')
  report(@Payload() body: BodyOf<'mission.report'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.reported(received, body);
  }

  @MessagePattern('mission.approve')
  approve(@Payload() body: BodyOf<'mission.approve'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.approved(received, body);
  }

  @MessagePattern('mission.cancel')
  cancel(@Payload() body: BodyOf<'mission.cancel'>, @Ctx() received: Received): Promise<Verdict> {
    return this.missions.cancelled(received, body);
  }
}
