import type { DynamicModule, Type } from '@nestjs/common';
import type { LargeBody } from '@passerelle/doors';
import { ActivitiesModule } from './activities/activities.module.js';
import { BackupsModule } from './backups/backups.module.js';
import { BooksModule } from './books/books.module.js';
import { ClientPagesModule } from './client-pages/client-pages.module.js';
import { ClientsModule } from './clients/clients.module.js';
import { CooperativeModule } from './cooperative/cooperative.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { CountingsModule } from './countings/countings.module.js';
import { DeclarationsModule } from './declarations/declarations.module.js';
import { ErasuresModule } from './erasures/erasures.module.js';
import { ExpensesModule } from './expenses/expenses.module.js';
import { receiptFiles } from './expenses/receipts.controller.js';
import { FactsModule } from './facts/facts.module.js';
import { FilesModule } from './files/files.module.js';
import { a1Files } from './formalities/a1-documents.controller.js';
import { FormalitiesModule } from './formalities/formalities.module.js';
import { GuaranteeModule } from './guarantee/guarantee.module.js';
import { statementFiles } from './invoicing/bank/bank.controller.js';
import { InboxModule } from './inbox/inbox.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { ReportModule } from './insights/report.module.js';
import { InvoicingModule } from './invoicing/invoicing.module.js';
import { MailModule } from './mail/mail.module.js';
import { LiveModule } from './live/live.module.js';
import { MembersModule } from './members/members.module.js';
import { MissionsModule } from './missions/missions.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PasswordLinksModule } from './password-links/password-links.module.js';
import { PayrollModule } from './payroll/payroll.module.js';
import { PayoutsModule } from './payouts/payouts.module.js';
import { PeersModule } from './peers/peers.module.js';
import { RunsModule } from './runs/runs.module.js';
import { RecoveryModule } from './recovery/recovery.module.js';
import { RefundsModule } from './refunds/refunds.module.js';
import { SettlementModule } from './settlement/settlement.module.js';
import { WagePlansModule } from './wage-plans/wage-plans.module.js';

/** The rooms of the node, from the ground up. A new room is one more line. */
export const rooms: readonly (Type | DynamicModule)[] = [
  FactsModule,
  MailModule,
  PasswordLinksModule,
  FilesModule,
  BackupsModule,
  InboxModule,
  CooperativeModule,
  MembersModule,
  ClientsModule,
  BooksModule,
  PeersModule,
  MissionsModule,
  CountingsModule,
  FormalitiesModule,
  InvoicingModule,
  RecoveryModule,
  ClientPagesModule,
  PayoutsModule,
  RefundsModule,
  ActivitiesModule,
  WagePlansModule,
  ExpensesModule,
  PayrollModule,
  ContractsModule,
  DeclarationsModule,
  GuaranteeModule,
  RunsModule,
  NotificationsModule,
  SettlementModule,
  InsightsModule,
  LiveModule,
  ErasuresModule,
  OperationsModule,
  ReportModule,
];

/** What rooms read that is larger than the usual JSON. */
export const largeBodies: readonly LargeBody[] = [statementFiles, receiptFiles, a1Files];
