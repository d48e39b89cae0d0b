export type {
  BankMessage,
  BankStatement,
  StatementBalance,
  StatementEntry,
  StatementTransaction,
} from './bank-statement.js';
export { type CamtRefusal, readCamt } from './camt.js';
export { ciiOf } from './cii.js';
export { readCii } from './cii-read.js';
export { type SepaCodeRefusal, type SepaTransfer, sepaCode } from './epc-qr.js';
export {
  type CompanyIdentifiers,
  type IdentifierRefusal,
  identifiersOf,
  isBankgiro,
  isBelgianNumber,
  isSiren,
  isSwedishNumber,
} from './identifiers.js';
export type {
  DraftLine,
  Identifier,
  InvoiceAddress,
  InvoiceDocument,
  InvoiceDraft,
  InvoiceLineItem,
  InvoiceNote,
  InvoiceParty,
  InvoicePayment,
  InvoicePeriod,
  InvoiceProfile,
  InvoiceTotals,
  LineVat,
  VatCategory,
  VatExemption,
  VatSubtotal,
} from './invoice-document.js';
export type { InvoiceReadRefusal } from './invoice-read.js';
export type { InvoiceFault } from './invoice-rules.js';
export { type InvoiceRefusal, makeInvoice } from './make-invoice.js';
export { pain001Of } from './pain001.js';
export { type PaymentReadRefusal, readPain001 } from './pain001-read.js';
export {
  type BankAccount,
  type BankAddress,
  type BankParty,
  type CreditTransfer,
  type PaymentBatch,
  type PaymentFile,
  type PaymentFileRefusal,
  bankAddress,
  controlOf,
  makePaymentFile,
} from './payment-file.js';
export {
  type PaymentReference,
  type ReferenceRefusal,
  isOcr,
  isOgm,
  isRf,
  makeOcr,
  makeOgm,
  makeRf,
  printOgm,
  printRf,
  readReference,
  referencesIn,
} from './references.js';
export { type CheckedStatement, type StatementRefusal, checkedNotice, checkedStatement } from './statement-check.js';
export { ublOf } from './ubl.js';
export { readUbl } from './ubl-read.js';
