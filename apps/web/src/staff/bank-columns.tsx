import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import type { Column } from '../parts/table/table.js';

/** What a statement and a notice both tell of a movement. */
type Moved = Pick<NodeBody<'BankLineBody'>, 'counterparty' | 'text' | 'bookedOn' | 'amount'>;

/** From whom, when, with which words, how much: the columns of every table of movements. */
export function useBankColumns(): Readonly<Record<'from' | 'day' | 'text' | 'amount', Column<Moved>>> {
  const { say, day, money } = useTexts();
  return {
    from: {
      name: say('desk.bank.from'),
      of: 'counterparty',
      show: ({ counterparty, text }) => counterparty ?? (text || say('desk.bank.nobody')),
    },
    day: { name: say('desk.bank.day'), of: 'bookedOn', show: ({ bookedOn }) => day(bookedOn) },
    text: { name: say('desk.bank.text'), of: 'text', show: ({ text }) => text },
    amount: { name: say('desk.amount'), of: 'amount', show: ({ amount }) => money(amount), isAmount: true },
  };
}
