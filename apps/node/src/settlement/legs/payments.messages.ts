import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf } from '@passerelle/protocol';
import { oursPrefix } from '../../peers/channel/mailbox.strategy.js';
import type { Received, Returned, Verdict } from '../../peers/received.js';
import { Cycles } from '../cycles/cycles.service.js';

/** What other nodes say about the payments of a cycle. */
@Controller()
export class PaymentsMessages {
  constructor(private readonly cycles: Cycles) {}

  @MessagePattern('payment.sent')
  sent(@Payload() body: BodyOf<'payment.sent'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.told(received, 'sent', body);
  }

  @MessagePattern(`${oursPrefix}payment.sent`)
  ourPayment(@Payload() { leg, amount }: BodyOf<'payment.sent'>, @Ctx() { work }: Returned): Promise<void> {
    return this.cycles.rememberSent(work, leg, BigInt(amount));
  }

  @MessagePattern('payment.received')
  received(@Payload() body: BodyOf<'payment.received'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.told(received, 'received', body);
  }

  @MessagePattern('leg.unpaid')
  unpaid(@Payload() { leg, missing }: BodyOf<'leg.unpaid'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.told(received, 'unpaid', { leg, amount: missing });
  }

  @MessagePattern(`${oursPrefix}leg.unpaid`)
  ourClaim(@Payload() { leg, missing }: BodyOf<'leg.unpaid'>, @Ctx() { work }: Returned): Promise<void> {
    return this.cycles.rememberUnpaid(work, leg, BigInt(missing));
  }

  @MessagePattern('fund.call')
  call(@Payload() body: BodyOf<'fund.call'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.fundCalled(received, body);
  }

  @MessagePattern(`${oursPrefix}fund.call`)
  ourCall(@Payload() body: BodyOf<'fund.call'>, @Ctx() { work }: Returned): Promise<void> {
    return this.cycles.fundCalledBefore(work, body);
  }

  @MessagePattern('fund.repay')
  repay(@Payload() body: BodyOf<'fund.repay'>, @Ctx() received: Received): Promise<Verdict> {
    return this.cycles.fundRepaid(received, body);
  }

  @MessagePattern(`${oursPrefix}fund.repay`)
  ourRepayment(@Payload() body: BodyOf<'fund.repay'>, @Ctx() { work, to }: Returned): Promise<void> {
    return this.cycles.fundRepaidBefore(work, to, body);
  }
}
