import { Module } from '@nestjs/common';
import { Clock, Sealing } from '@passerelle/doors';
import { Books } from '../books/books.service.js';
import { BooksModule } from '../books/books.module.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FormalitiesModule } from '../formalities/formalities.module.js';
import { Formalities } from '../formalities/formalities.service.js';
import { GuaranteeModule } from '../guarantee/guarantee.module.js';
import { Wages } from '../guarantee/wages.service.js';
import { Bank } from '../invoicing/bank/bank.service.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Invoices } from '../invoicing/invoices/invoices.service.js';
import { MembersModule } from '../members/members.module.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { MonthlyWages } from '../payroll/monthly-wages.service.js';
import { PayrollModule } from '../payroll/payroll.module.js';
import { Payslips } from '../payroll/payslips.service.js';
import { Proofs } from '../peers/evidence/evidence.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import { Cycles } from '../settlement/cycles/cycles.service.js';
import { Obligations } from '../settlement/obligations/obligations.service.js';
import { SettlementModule } from '../settlement/settlement.module.js';
import { AuditExportController } from './audit-export.controller.js';
import { AuditExport } from './audit-export.service.js';
import { AuditExportStore } from './audit-export.store.js';
import { ClientPaymentsStore } from './client-payments.store.js';
import { CyclePostingsController } from './cycle-postings.controller.js';
import { HomeShareController } from './home-share.controller.js';
import { HomeShares } from './home-share.service.js';
import { HomeShareStore } from './home-share.store.js';
import { PersonExportController } from './person-export.controller.js';
import { PersonExport } from './person-export.service.js';
import { PersonExportStore } from './person-export.store.js';
import { ProofsController } from './proofs.controller.js';
import { ProofsStore } from './proofs.store.js';
import { StatementsController } from './statements.controller.js';
import { TimelinesController } from './timelines.controller.js';
import { Timelines } from './timelines.service.js';

/** What the branch and its members learn from the record. */
@Module({
  imports: [
    CooperativeModule,
    BooksModule,
    PeersModule,
    MembersModule,
    MissionsModule,
    FormalitiesModule,
    InvoicingModule,
    PayrollModule,
    GuaranteeModule,
    SettlementModule,
  ],
  controllers: [
    AuditExportController,
    CyclePostingsController,
    StatementsController,
    ProofsController,
    TimelinesController,
    HomeShareController,
    PersonExportController,
  ],
  providers: [
    ProofsStore,
    ClientPaymentsStore,
    HomeShareStore,
    AuditExportStore,
    {
      provide: AuditExport,
      useFactory: (store: AuditExportStore, peers: Peers, proofs: Proofs, clock: Clock) =>
        new AuditExport({ store, peers, proofs, clock }),
      inject: [AuditExportStore, Peers, Proofs, Clock],
    },
    { provide: PersonExportStore, useFactory: (sealing: Sealing) => new PersonExportStore(sealing), inject: [Sealing] },
    {
      provide: PersonExport,
      useFactory: (store: PersonExportStore, clock: Clock) => new PersonExport(store, clock),
      inject: [PersonExportStore, Clock],
    },
    {
      provide: HomeShares,
      useFactory: (store: HomeShareStore, cooperative: Cooperative) => new HomeShares(store, cooperative),
      inject: [HomeShareStore, Cooperative],
    },
    {
      provide: Timelines,
      useFactory: (
        missions: Missions,
        formalities: Formalities,
        cooperative: Cooperative,
        invoices: Invoices,
        bank: Bank,
        payments: ClientPaymentsStore,
        payslips: Payslips,
        monthly: MonthlyWages,
        wages: Wages,
        obligations: Obligations,
        cycles: Cycles,
        books: Books,
      ) =>
        new Timelines({
          missions,
          formalities,
          cooperative,
          invoices,
          bank,
          payments,
          payslips,
          monthly,
          wages,
          obligations,
          cycles,
          books,
        }),
      inject: [
        Missions,
        Formalities,
        Cooperative,
        Invoices,
        Bank,
        ClientPaymentsStore,
        Payslips,
        MonthlyWages,
        Wages,
        Obligations,
        Cycles,
        Books,
      ],
    },
  ],
})
export class InsightsModule {}
