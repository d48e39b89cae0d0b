import { Sealing } from '@passerelle/doors';
import { country, day, money, percent } from '@passerelle/values';
import { RefusedFiles } from '../../files/refused-files.service.js';
import { RefusedFilesStore } from '../../files/refused-files.store.js';
import { type Guaranteed, openGuaranteed } from '../../guarantee/testing/guaranteed.js';
import type { ExpenseForm } from '../expense.js';
import { Expenses } from '../expenses.service.js';
import { ExpensesStore } from '../expenses.store.js';
import type { ReceiptId } from '../receipt.js';
import { Receipts } from '../receipts.service.js';
import { ReceiptsStore } from '../receipts.store.js';

export type Spending = Awaited<ReturnType<typeof openSpending>>;

/** A Belgian branch whose members claim expenses, as the node wires it. */
export async function openSpending() {
  const branch: Guaranteed = await openGuaranteed();
  const { books, transfers, cooperative, members, facts, clock, ids, activities, budgets } = branch;
  const sealing = new Sealing({ secretsKey: 'a sentence for the safe' });
  const receiptsStore = new ReceiptsStore(sealing);
  const refused = new RefusedFiles(new RefusedFilesStore(sealing), clock, ids);
  const receipts = new Receipts(receiptsStore, refused, members, cooperative, clock, ids);
  const parts = { activities, budgets, books, transfers, cooperative, members, facts, clock, ids };
  const expenses = new Expenses({ store: new ExpensesStore(), receipts: receiptsStore, ...parts });
  return { ...branch, receipts, expenses };
}

/** A microphone for so much without VAT, bought in Brussels in the name of the cooperative. */
export function microphone(net: string, receipt: ReceiptId): ExpenseForm {
  const price = money(net, 'EUR');
  return {
    kind: 'material',
    spentOn: day('2026-03-20'),
    purpose: 'Microphone for the concerts in Lille',
    country: country('BE'),
    madeOutTo: 'cooperative',
    lines: [{ net: price, rate: percent('21'), vat: price.times(percent('21'), 'halfUp') }],
    receipts: [receipt],
  };
}
