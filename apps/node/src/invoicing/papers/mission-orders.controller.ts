import { Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import { Confirmations } from '../../missions/confirmations.service.js';
import type { MissionId } from '../../missions/mission.js';
import { OrderPapers } from './order-papers.service.js';
import { mediaOf, paperFile } from './paper-file.js';

@ApiController('missions')
export class MissionOrdersController {
  constructor(
    private readonly database: Database,
    private readonly confirmations: Confirmations,
    private readonly papers: OrderPapers,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/order/pdf')
  @ApiOperation({ summary: 'The order that the client accepted, with the proof; the node that invoices has it' })
  @ApiProduces(mediaOf.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(
    @Param('id', new PublicIdPipe('mis')) id: MissionId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    return this.database.transact(async (work) => {
      const accepted = await this.confirmations.accepted(work, id);
      if (!accepted) throw new Problem(notFound);
      ownOnly(account, accepted.mission.member ?? '');
      return paperFile(await this.papers.signed(work, accepted), `order-${accepted.mission.terms.reference}`);
    });
  }
}
