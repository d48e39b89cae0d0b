import { Module } from '@nestjs/common';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { MissionsModule } from '../missions/missions.module.js';
import { RecoveryModule } from '../recovery/recovery.module.js';
import { ClientInvoicesController } from './client-invoices.controller.js';
import { ClientOrdersController } from './client-orders.controller.js';

/** What a client opens from a letter, without an account: her order to answer, her invoice to pay or to dispute. */
@Module({
  imports: [CooperativeModule, MissionsModule, InvoicingModule, RecoveryModule],
  controllers: [ClientOrdersController, ClientInvoicesController],
})
export class ClientPagesModule {}
