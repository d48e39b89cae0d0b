import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import { Proofs } from './evidence.service.js';
import type { Received, Verdict } from '../received.js';

/** Proofs that other members show. */
@Controller()
export class EvidenceMessages {
  constructor(private readonly proofs: Proofs) {}

  @MessagePattern('evidence')
  show(@Payload() body: BodyOf<'evidence'>, @Ctx() received: Received): Promise<Verdict> {
    return this.proofs.heard(received, body);
  }
}
