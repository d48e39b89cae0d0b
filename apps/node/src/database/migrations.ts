import { doorsMigrations, Incidents1767225604720 } from '@passerelle/doors/at-rest';
import { Activities1767225601310 } from '../activities/activities.migration.js';
import { Grants1767225601330 } from '../activities/grants.migration.js';
import { Contracts1767225604310 } from '../contracts/contracts.migration.js';
import { MonthlyContracts1767225740000 } from '../contracts/monthly-contracts.migration.js';
import { DoctorAcks1767225603620 } from '../commands/doctor/acks.migration.js';
import { Pauses1767225603610 } from '../peers/stuck/pauses.migration.js';
import { BackupRuns1767225601810 } from '../backups/backup-runs.migration.js';
import { Books1767225600200 } from '../books/books.migration.js';
import { ClientTax1767225601110 } from '../clients/client-tax.migration.js';
import { Clients1767225600500 } from '../clients/clients.migration.js';
import { Cooperative1767225600300 } from '../cooperative/cooperative.migration.js';
import { EntityAccounts1767225600310 } from '../cooperative/entity-accounts.migration.js';
import { Countings1767225601240 } from '../countings/countings.migration.js';
import { Declarations1767225601810 } from '../declarations/declarations.migration.js';
import { Erasures1767225602520 } from '../erasures/erasures.migration.js';
import { Expenses1767225601320 } from '../expenses/expenses.migration.js';
import { ExpensesSubmittedAt1767225601325 } from '../expenses/submitted-at.migration.js';
import { Facts1767225600100 } from '../facts/facts.migration.js';
import { FactsRecording1767225604030 } from '../facts/recording.migration.js';
import { RefusedFiles1767225604010 } from '../files/refused-files.migration.js';
import { SealedAnew1767225603920 } from '../files/sealed-anew.migration.js';
import { SealedFiles1767225603910 } from '../files/sealed-files.migration.js';
import { A1Documents1767225601235 } from '../formalities/a1-documents.migration.js';
import { FactTraces1767225604020 } from '../facts/fact-traces.migration.js';
import { FactsPlacing1767225600110 } from '../facts/placing.migration.js';
import { Formalities1767225601230 } from '../formalities/formalities.migration.js';
import { Guarantee1767225600900 } from '../guarantee/guarantee.migration.js';
import { WageParts1767225602530 } from '../guarantee/wage-parts.migration.js';
import { HeldWhy1767225765010 } from '../invoicing/invoices/held-why.migration.js';
import { InvoiceLinks1767225601820 } from '../invoicing/invoices/invoice-links.migration.js';
import { OrderPapers1767225601840 } from '../invoicing/papers/order-papers.migration.js';
import { InvoiceTax1767225601120 } from '../invoicing/invoices/invoice-tax.migration.js';
import { CreditNotes1767225601710 } from '../invoicing/invoices/credit-notes.migration.js';
import { Invoicing1767225600700 } from '../invoicing/invoicing.migration.js';
import { Notices1767225604210 } from '../invoicing/bank/notices.migration.js';
import { LargeBankFiles1767225740010 } from '../invoicing/bank/large-files.migration.js';
import { TooLargeFiles1767225604320 } from '../invoicing/bank/too-large-files.migration.js';
import { DoctorFindings1767225604710 } from '../operations/doctor-findings.migration.js';
import { Announced1767225730000 } from '../peers/channel/announced.migration.js';
import { FindingWords1767225730010 } from '../operations/finding-words.migration.js';
import { Mail1767225600350 } from '../mail/mail.migration.js';
import { Members1767225600400 } from '../members/members.migration.js';
import { Situations1767225601220 } from '../members/situations.migration.js';
import { Missions1767225600600 } from '../missions/missions.migration.js';
import { Placing1767225601210 } from '../missions/placing.migration.js';
import { Notifications1767225602510 } from '../notifications/notifications.migration.js';
import { MonthlyWages1767225602520 } from '../payroll/monthly-wages.migration.js';
import { LawComparisons1767225762000 } from '../payroll/comparisons/law-comparisons.migration.js';
import { Payroll1767225600800 } from '../payroll/payroll.migration.js';
import { Payouts1767225602310 } from '../payouts/payouts.migration.js';
import { MessageTraces1767225604120 } from '../peers/channel/message-traces.migration.js';
import { Peers1767225600450 } from '../peers/peers.migration.js';
import { Rotations1767225600490 } from '../peers/roster/rotations.migration.js';
import { Stuck1767225600460 } from '../peers/stuck/stuck.migration.js';
import { Abstention1767225601015 } from '../settlement/cycles/abstention.migration.js';
import { Evidence1767225600470 } from '../peers/evidence/evidence.migration.js';
import { ChannelNotes1767225600480 } from '../peers/channel/channel-notes.migration.js';
import { Exposure1767225601010 } from '../settlement/partners/exposure.migration.js';
import { PartnerBars1767225601370 } from '../settlement/partners/partner-bars.migration.js';
import { Partners1767225601050 } from '../settlement/partners/partners.migration.js';
import { Recovery1767225601830 } from '../recovery/recovery.migration.js';
import { Reconciliation1767225601060 } from '../settlement/reconciliation/reconciliation.migration.js';
import { Repaying1767225601380 } from '../settlement/fund/repaying.migration.js';
import { MonthlyItems1767225602540 } from '../runs/monthly-items.migration.js';
import { NextItems1767225730020 } from '../runs/next-items.migration.js';
import { Refunds1767225765100 } from '../refunds/refunds.migration.js';
import { Runs1767225601410 } from '../runs/runs.migration.js';
import { DisputeEvidence1767225750000 } from '../settlement/obligations/dispute-evidence.migration.js';
import { Settlement1767225601000 } from '../settlement/settlement.migration.js';
import { PasswordLinks1767225761010 } from '../password-links/password-links.migration.js';
import { PaidMonths1767225602515 } from '../wage-plans/paid-months.migration.js';
import { WagePlans1767225602410 } from '../wage-plans/wage-plans.migration.js';
import { Delegations1767225766000 } from '../inbox/delegations.migration.js';
import { Debits1767225765000 } from '../invoicing/bank/debits.migration.js';
import { WhatWaits1767225760000 } from '../inbox/what-waits.migration.js';

/** Every room's changes of the schema, in no particular order: their names hold the time. They only go forward. */
export const migrations = [
  ...doorsMigrations,
  Facts1767225600100,
  FactsPlacing1767225600110,
  Books1767225600200,
  Cooperative1767225600300,
  EntityAccounts1767225600310,
  Mail1767225600350,
  Members1767225600400,
  Peers1767225600450,
  Stuck1767225600460,
  Evidence1767225600470,
  ChannelNotes1767225600480,
  Rotations1767225600490,
  Clients1767225600500,
  Missions1767225600600,
  Invoicing1767225600700,
  Activities1767225601310,
  Grants1767225601330,
  WagePlans1767225602410,
  PaidMonths1767225602515,
  Expenses1767225601320,
  ExpensesSubmittedAt1767225601325,
  Payroll1767225600800,
  MonthlyWages1767225602520,
  Declarations1767225601810,
  Guarantee1767225600900,
  WageParts1767225602530,
  Runs1767225601410,
  MonthlyItems1767225602540,
  Settlement1767225601000,
  Partners1767225601050,
  Reconciliation1767225601060,
  Exposure1767225601010,
  Abstention1767225601015,
  Placing1767225601210,
  Situations1767225601220,
  Formalities1767225601230,
  A1Documents1767225601235,
  Countings1767225601240,
  ClientTax1767225601110,
  InvoiceTax1767225601120,
  CreditNotes1767225601710,
  Payouts1767225602310,
  InvoiceLinks1767225601820,
  OrderPapers1767225601840,
  Recovery1767225601830,
  PartnerBars1767225601370,
  Repaying1767225601380,
  BackupRuns1767225601810,
  Pauses1767225603610,
  DoctorAcks1767225603620,
  Notifications1767225602510,
  Erasures1767225602520,
  SealedFiles1767225603910,
  SealedAnew1767225603920,
  RefusedFiles1767225604010,
  FactTraces1767225604020,
  FactsRecording1767225604030,
  MessageTraces1767225604120,
  Notices1767225604210,
  Contracts1767225604310,
  TooLargeFiles1767225604320,
  DoctorFindings1767225604710,
  Incidents1767225604720,
  Announced1767225730000,
  FindingWords1767225730010,
  NextItems1767225730020,
  MonthlyContracts1767225740000,
  LargeBankFiles1767225740010,
  DisputeEvidence1767225750000,
  PasswordLinks1767225761010,
  LawComparisons1767225762000,
  WhatWaits1767225760000,
  Delegations1767225766000,
  Debits1767225765000,
  HeldWhy1767225765010,
  Refunds1767225765100,
];
