import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import type { Received, Verdict } from '../../peers/received.js';
import { Reconciliation } from './reconciliation.service.js';

/** What other nodes say about whether both hold the same. */
@Controller()
export class ReconciliationMessages {
  constructor(private readonly reconciliation: Reconciliation) {}

  @MessagePattern('recon')
  told(@Payload() body: BodyOf<'recon'>, @Ctx() received: Received): Promise<Verdict> {
    return this.reconciliation.told(received, body);
  }

  @MessagePattern('recon.range')
  range(@Payload() body: BodyOf<'recon.range'>, @Ctx() received: Received): Promise<Verdict> {
    return this.reconciliation.compared(received, body);
  }

  @MessagePattern('recon.items')
  items(@Payload() body: BodyOf<'recon.items'>, @Ctx() received: Received): Promise<Verdict> {
    return this.reconciliation.shown(received, body);
  }
}
