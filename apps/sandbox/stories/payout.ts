import { type PaymentFile, readPain001 } from '@passerelle/formats';
import { type Branch, act, check, same } from './scene.js';

interface Payout {
  readonly id: string;
  readonly state: string;
}

interface Waiting {
  readonly entity: string;
  readonly sum: { readonly currency: string };
}

/** Two people of a branch send all that is ordered in a currency to its bank; the file is what the bank would read. */
export async function payOut({ id, payroll, finance }: Branch, currency: string): Promise<PaymentFile> {
  const { items } = (await payroll.must('GET', '/payouts/waiting')) as { items: readonly Waiting[] };
  const waiting = items.find(({ sum }) => sum.currency === currency);
  check(waiting !== undefined, `${id} has something to pay in ${currency}`);
  const { id: payout } = (await act(payroll, '/payouts', { entity: waiting.entity, currency })) as Payout;
  const early = await finance.ask('GET', `/payouts/${payout}/file`);
  same('a file before anybody approved it', early.status, 409);
  same('the state of the payout', ((await act(finance, `/payouts/${payout}/approve`)) as Payout).state, 'approved');
  const file = readPain001((await finance.must('GET', `/payouts/${payout}/file`)) as string);
  if (!file.ok) throw new Error(`${id} wrote a file that no bank reads: ${file.refusal.detail}`);
  return file.value;
}

/** Each transfer of a file as "reference amount". */
export const transfersIn = ({ batches }: PaymentFile): readonly string[] =>
  batches.flatMap(({ transfers }) => transfers.map(({ endToEndId, amount }) => `${endToEndId} ${amount.toString()}`));
