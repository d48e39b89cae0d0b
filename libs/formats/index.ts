export type {
  BankMessage,
  BankStatement,
  StatementBalance,
  StatementEntry,
  StatementTransaction,
} from './bank-statement.js';
export { type CamtRefusal, readCamt } from './camt.js';
export { type SepaCodeRefusal, type SepaTransfer, sepaCode } from './epc-qr.js';
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
export { type CheckedStatement, type StatementRefusal, checkedStatement, duplicateKey } from './statement-check.js';
