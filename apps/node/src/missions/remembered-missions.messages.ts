import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import { givenBackPrefix, oursPrefix } from '../peers/channel/mailbox.strategy.js';
import type { NodeId, Returned } from '../peers/received.js';
import { RememberedMissions } from './remembered-missions.service.js';

/** What a restored node hears from its partners about its own words on missions. */
@Controller()
export class RememberedMissionsMessages {
  constructor(private readonly missions: RememberedMissions) {}

  @MessagePattern(`${givenBackPrefix}missions`)
  givenBack(@Payload() peer: NodeId, @Ctx() { work }: { readonly work: Work }): Promise<void> {
    return this.missions.complete(work, peer);
  }

  @MessagePattern(`${oursPrefix}mission.offer`)
  offer(@Payload() body: BodyOf<'mission.offer'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.offered(returned, body);
  }

  @MessagePattern(`${oursPrefix}mission.accept`)
  accept(@Payload() body: BodyOf<'mission.accept'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.accepted(returned, body);
  }

  @MessagePattern(`${oursPrefix}mission.refuse`)
  refuse(@Payload() body: BodyOf<'mission.refuse'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.refused(returned, body);
  }

  @MessagePattern(`${oursPrefix}mission.start`)
  start(@Payload() body: BodyOf<'mission.start'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.confirmed(returned, body);
  }

  @MessagePattern(`${oursPrefix}mission.report`)
  report(@Payload() body: BodyOf<'mission.report'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.reported(returned, body);
  }

  @MessagePattern(`${oursPrefix}mission.approve`)
  approve(@Payload() body: BodyOf<'mission.approve'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.approved(returned, body);
  }

  @MessagePattern(`${oursPrefix}mission.cancel`)
  cancel(@Payload() body: BodyOf<'mission.cancel'>, @Ctx() returned: Returned): Promise<void> {
    return this.missions.cancelled(returned, body);
  }
}
