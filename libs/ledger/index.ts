export { type Account, account, concernOfAccount, isAccount, kindOfAccount } from './account.js';
export { type Balance, balanceOf, balances, weightOf } from './balances.js';
export { Draft, transaction } from './build.js';
export { printPostings } from './print.js';
export { type Outcome, type ResolveRefusal, type Reversal, resolve, reverse } from './resolve.js';
export {
  type Cause,
  type Entry,
  type Phase,
  type PhasedEntry,
  type Posting,
  type Transaction,
  type TransactionId,
  type TransactionRefusal,
  mustBeTransaction,
  reasonOf,
  transactionOf,
} from './transaction.js';
