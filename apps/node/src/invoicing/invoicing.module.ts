import { Module } from '@nestjs/common';
import { Accounts, Clock, Ids, ProgramAddress, Sealing } from '@passerelle/doors';
import { BooksModule } from '../books/books.module.js';
import { Books } from '../books/books.service.js';
import { ClientsModule } from '../clients/clients.module.js';
import { Clients } from '../clients/clients.service.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsModule } from '../facts/facts.module.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { MailModule } from '../mail/mail.module.js';
import { Mail } from '../mail/mail.service.js';
import { Confirmations } from '../missions/confirmations.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import { Missions } from '../missions/missions.service.js';
import { BankController } from './bank/bank.controller.js';
import { Bank } from './bank/bank.service.js';
import { BankMetrics } from './bank/bank.metrics.js';
import { BankStore } from './bank/bank.store.js';
import { ClientCredits } from './bank/client-credits.service.js';
import { DebitsController } from './bank/debits.controller.js';
import { Debits } from './bank/debits.service.js';
import { DebitsStore } from './bank/debits.store.js';
import { ShownLines } from './bank/shown-lines.service.js';
import { Bookings } from './bank/bookings.service.js';
import { LinesToExplain } from './bank/lines-to-explain.service.js';
import { ClientLetters } from './client/client-letters.service.js';
import { CreditNotesController } from './invoices/credit-notes.controller.js';
import { CreditNotes } from './invoices/credit-notes.service.js';
import { CreditNotesStore } from './invoices/credit-notes.store.js';
import { HeldInvoices } from './invoices/held-invoices.service.js';
import { HeldStore } from './invoices/held.store.js';
import { InvoiceLinks } from './invoices/invoice-links.service.js';
import { InvoiceLinksStore } from './invoices/invoice-links.store.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { Invoices } from './invoices/invoices.service.js';
import { InvoicesStore } from './invoices/invoices.store.js';
import { InvoicingFollower } from './invoicing.follower.js';
import { KeptPapers } from './papers/kept-papers.service.js';
import { KeptPapersStore } from './papers/kept-papers.store.js';
import { MissionOrdersController } from './papers/mission-orders.controller.js';
import { OrderPapers } from './papers/order-papers.service.js';
import { OrderPapersStore } from './papers/order-papers.store.js';
import { PapersFollower } from './papers/papers.follower.js';
import { Notices } from './bank/notices.service.js';
import { NoticesStore } from './bank/notices.store.js';
import { Payments } from './bank/payments.service.js';
import { LargeFiles } from './bank/large-files.service.js';
import { LargeFilesStore } from './bank/large-files.store.js';
import { Statements } from './bank/statements.service.js';
import { StatementsStore } from './bank/statements.store.js';
import { SuppliesStore } from './vat/supplies.store.js';
import { Taxation } from './vat/taxation.service.js';
import { Transfers } from './bank/transfers.service.js';
import { TransfersStore } from './bank/transfers.store.js';
import { MissionVatController, PartnerVatController } from './vat/vat.controller.js';

@Module({
  imports: [FactsModule, BooksModule, CooperativeModule, ClientsModule, MailModule, MissionsModule, PeersModule],
  controllers: [
    InvoicesController,
    CreditNotesController,
    MissionOrdersController,
    MissionVatController,
    PartnerVatController,
    BankController,
    DebitsController,
  ],
  providers: [
    InvoicesStore,
    HeldStore,
    BankStore,
    BankMetrics,
    StatementsStore,
    { provide: LargeFilesStore, useFactory: (sealing: Sealing) => new LargeFilesStore(sealing), inject: [Sealing] },
    {
      provide: LargeFiles,
      useFactory: (store: LargeFilesStore, clock: Clock, ids: Ids) => new LargeFiles(store, clock, ids),
      inject: [LargeFilesStore, Clock, Ids],
    },
    NoticesStore,
    TransfersStore,
    SuppliesStore,
    CreditNotesStore,
    KeptPapersStore,
    InvoiceLinksStore,
    OrderPapersStore,
    {
      provide: InvoiceLinks,
      useFactory: (store: InvoiceLinksStore, clock: Clock, address: ProgramAddress) =>
        new InvoiceLinks(store, clock, address),
      inject: [InvoiceLinksStore, Clock, ProgramAddress],
    },
    {
      provide: ClientLetters,
      useFactory: (links: InvoiceLinks, mail: Mail, cooperative: Cooperative, clients: Clients, missions: Missions) =>
        new ClientLetters({ links, mail, cooperative, clients, missions }),
      inject: [InvoiceLinks, Mail, Cooperative, Clients, Missions],
    },
    {
      provide: KeptPapers,
      useFactory: (store: KeptPapersStore, clock: Clock) => new KeptPapers(store, clock),
      inject: [KeptPapersStore, Clock],
    },
    {
      provide: Taxation,
      useFactory: (
        supplies: SuppliesStore,
        invoices: InvoicesStore,
        cooperative: Cooperative,
        clients: Clients,
        missions: Missions,
        peers: Peers,
      ) => new Taxation({ supplies, invoices, cooperative, clients, missions, peers }),
      inject: [SuppliesStore, InvoicesStore, Cooperative, Clients, Missions, Peers],
    },
    {
      provide: OrderPapers,
      useFactory: (store: OrderPapersStore, cooperative: Cooperative, taxation: Taxation) =>
        new OrderPapers({ store, cooperative, taxation }),
      inject: [OrderPapersStore, Cooperative, Taxation],
    },
    {
      provide: Invoices,
      useFactory: (
        store: InvoicesStore,
        held: HeldStore,
        papers: KeptPapers,
        books: Books,
        facts: Facts,
        cooperative: Cooperative,
        clients: Clients,
        missions: Missions,
        taxation: Taxation,
        clock: Clock,
        ids: Ids,
      ) => new Invoices({ store, held, papers, books, facts, cooperative, clients, missions, taxation, clock, ids }),
      inject: [
        InvoicesStore,
        HeldStore,
        KeptPapers,
        Books,
        Facts,
        Cooperative,
        Clients,
        Missions,
        Taxation,
        Clock,
        Ids,
      ],
    },
    {
      provide: CreditNotes,
      useFactory: (
        store: CreditNotesStore,
        invoices: InvoicesStore,
        held: HeldStore,
        papers: KeptPapers,
        books: Books,
        facts: Facts,
        cooperative: Cooperative,
        missions: Missions,
        clock: Clock,
        ids: Ids,
      ) => new CreditNotes({ store, invoices, held, papers, books, facts, cooperative, missions, clock, ids }),
      inject: [CreditNotesStore, InvoicesStore, HeldStore, KeptPapers, Books, Facts, Cooperative, Missions, Clock, Ids],
    },
    {
      provide: Bank,
      useFactory: (store: BankStore, books: Books) => new Bank(store, books),
      inject: [BankStore, Books],
    },
    {
      provide: Transfers,
      useFactory: (store: TransfersStore, books: Books, ids: Ids) => new Transfers(store, books, ids),
      inject: [TransfersStore, Books, Ids],
    },
    {
      provide: Payments,
      useFactory: (bank: Bank, invoices: InvoicesStore, transfers: TransfersStore, facts: Facts, ids: Ids) =>
        new Payments({ bank, invoices, transfers, facts, ids }),
      inject: [Bank, InvoicesStore, TransfersStore, Facts, Ids],
    },
    {
      provide: Bookings,
      useFactory: (
        lines: BankStore,
        bank: Bank,
        transfers: TransfersStore,
        payments: Payments,
        books: Books,
        facts: Facts,
        ids: Ids,
      ) => new Bookings({ lines, bank, transfers, payments, books, facts, ids }),
      inject: [BankStore, Bank, TransfersStore, Payments, Books, Facts, Ids],
    },
    DebitsStore,
    {
      provide: ClientCredits,
      useFactory: (books: Books, clients: Clients, cooperative: Cooperative, lines: BankStore) =>
        new ClientCredits(books, clients, cooperative, lines),
      inject: [Books, Clients, Cooperative, BankStore],
    },
    {
      provide: Debits,
      useFactory: (
        store: DebitsStore,
        lines: BankStore,
        bank: Bank,
        credits: ClientCredits,
        books: Books,
        cooperative: Cooperative,
        facts: Facts,
        clock: Clock,
        ids: Ids,
      ) => new Debits({ store, lines, bank, credits, books, cooperative, facts, clock, ids }),
      inject: [DebitsStore, BankStore, Bank, ClientCredits, Books, Cooperative, Facts, Clock, Ids],
    },
    {
      provide: ShownLines,
      useFactory: (payments: Payments, debits: Debits, accounts: Accounts) =>
        new ShownLines(payments, debits, accounts),
      inject: [Payments, Debits, Accounts],
    },
    {
      provide: Notices,
      useFactory: (store: NoticesStore, bookings: Bookings, ids: Ids) => new Notices(store, bookings, ids),
      inject: [NoticesStore, Bookings, Ids],
    },
    {
      provide: Statements,
      useFactory: (
        store: StatementsStore,
        bookings: Bookings,
        notices: Notices,
        cooperative: Cooperative,
        clock: Clock,
        ids: Ids,
      ) => new Statements({ store, bookings, notices, cooperative, clock, ids }),
      inject: [StatementsStore, Bookings, Notices, Cooperative, Clock, Ids],
    },
    {
      provide: InvoicingFollower,
      useFactory: (invoices: Invoices, missions: Missions) => new InvoicingFollower(invoices, missions),
      inject: [Invoices, Missions],
    },
    {
      provide: PapersFollower,
      useFactory: (
        invoices: Invoices,
        papers: KeptPapers,
        letters: ClientLetters,
        creditNotes: CreditNotes,
        confirmations: Confirmations,
        orders: OrderPapers,
      ) => new PapersFollower({ invoices, papers, letters, creditNotes, confirmations, orders }),
      inject: [Invoices, KeptPapers, ClientLetters, CreditNotes, Confirmations, OrderPapers],
    },
  ],
  exports: [
    Invoices,
    InvoiceLinks,
    CreditNotes,
    ClientLetters,
    KeptPapers,
    OrderPapers,
    Bank,
    ClientCredits,
    Transfers,
  ],
})
export class InvoicingModule {
  constructor(
    runner: FactsRunner,
    follower: InvoicingFollower,
    papers: PapersFollower,
    inbox: InboxSources,
    held: HeldStore,
    missions: Missions,
    lines: BankStore,
  ) {
    runner.add(follower);
    runner.add(papers);
    inbox.add(new HeldInvoices(held, missions));
    inbox.add(new LinesToExplain(lines));
  }
}
