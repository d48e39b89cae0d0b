import { type Work, managerOf } from '@passerelle/doors';
import { account, printPostings, transaction } from '@passerelle/ledger';
import { type Result, day, money } from '@passerelle/values';
import { type Activity, personalActivity } from '../activities/activity.js';
import { earned, hostPays, linesOf, somebody } from '../activities/testing/earning.js';
import type { Member } from '../members/member.js';
import type { Expense, ExpenseForm } from './expense.js';
import type { ReceiptId } from './receipt.js';
import { type Spending, microphone, openSpending } from './testing/spending.js';
import { jpeg, pdf } from '../files/testing/files.js';

const adviser = { account: 'adviser', member: null };
const sender = '019a0000-0000-7000-8000-000000000001';

describe('an expense', () => {
  let branch: Spending;
  let worker: Member;
  let number = 0;
  beforeAll(async () => (branch = await openSpending()));
  beforeEach(async () => (worker = await somebody(branch)));
  afterAll(() => branch.fresh.drop());

  const reading = () => branch.database.reading;
  const transact = <T, R extends { kind: string }>(use: (work: Work) => Promise<Result<T, R>>) =>
    branch.database.transact(use);
  const must = async <T, R extends { kind: string }>(use: (work: Work) => Promise<Result<T, R>>): Promise<T> => {
    const done = await transact(use);
    if (!done.ok) throw new Error(done.refusal.kind);
    return done.value;
  };
  const kindOf = async (use: (work: Work) => Promise<Result<unknown, { readonly kind: string }>>) => {
    const done = await transact(use);
    return done.ok ? 'done' : done.refusal.kind;
  };
  const photo = (of: Member = worker) =>
    must((work) => branch.receipts.upload(work, of.id, jpeg(`till roll ${(number += 1)}`), sender));
  const draft = async (form: ExpenseForm, activity?: Activity): Promise<Expense> =>
    must((work) => branch.expenses.begin(work, worker.id, { activity: activity?.id, form }));
  const bought = async (net: string) => draft(microphone(net, (await photo()).id));
  const submit = ({ id }: Expense) => transact((work) => branch.expenses.submit(work, id));
  const approve = ({ id }: Expense, by: { account: string; member: string | null } = adviser) =>
    transact((work) => branch.expenses.approve(work, id, by));
  const budget = (of: Activity = personalActivity(worker)) => branch.budgets.budget(reading(), of);
  /** She has so much available, and cents of remainder. */
  const has = async (aside: string) => {
    const done = await earned(branch, { member: worker, price: '2000.00', aside });
    await hostPays(branch, done, '1960.00');
  };

  it('is refused with the sum while the budget has not enough, and accepted once it has', async () => {
    await has('150.00');
    const expense = await bought('200.00');
    const refused = await submit(expense);
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-available' } });
    expect((await branch.expenses.find(reading(), expense.id))?.state).toBe('draft');
    await has('100.00');
    expect(await submit(expense)).toMatchObject({ ok: true, value: { state: 'submitted' } });
    const [reserved] = linesOf(await budget(), 'reserved');
    expect(reserved).toBe('200.00');
  });

  it('refunds 242.00, takes 200.00 from the budget and is paid once, all in the book', async () => {
    await has('250.00');
    const before = await budget();
    const expense = await bought('200.00');
    await submit(expense);
    expect(await approve(expense)).toMatchObject({ ok: true, value: { state: 'approved' } });
    const after = await budget();
    expect(before.available.minus(after.available).toDecimal()).toBe('200.00');
    expect(linesOf(after, 'expenses', 'reserved', 'other')).toEqual(['200.00', '0.00', '0.00']);
    await must((work) => branch.expenses.pay(work, expense.id));
    expect(await kindOf((work) => branch.expenses.pay(work, expense.id))).toBe('not-from-here');
    const order = await branch.transfers.causedBy(reading(), `expense:${expense.id}`);
    expect([order?.amount.toString(), order?.to.iban]).toEqual(['242.00 EUR', worker.iban]);
    const table = printPostings(await branch.expenses.postings(reading(), expense));
    expect(
      table
        .replaceAll(worker.id, 'amina')
        .replaceAll(/(\S) {2,}/g, '$1  ')
        .split('\n')
        .slice(6),
    ).toEqual([
      '2026-03-27  expense-approved (post) · Microphone for the concerts in Lille',
      '  expense.cost  200.00 EUR',
      '  vat.input  42.00 EUR',
      '  expenses.payable:amina  242.00 EUR',
      '  member:amina  200.00 EUR',
      '  mission.share  200.00 EUR',
      '2026-03-27  expense-paid · Expense',
      '  expenses.payable:amina  242.00 EUR',
      '  bank.transit  242.00 EUR',
    ]);
    expect(await branch.books.check(reading())).toEqual([]);
  });

  it('that is refused gives the budget and the receipt free, with the reason', async () => {
    await has('300.00');
    const expense = await bought('200.00');
    await submit(expense);
    const refused = await must((work) => branch.expenses.refuse(work, expense.id, 'It is a gift.', adviser));
    expect(refused.decision).toMatchObject({ by: 'adviser', reason: 'It is a gift.' });
    expect(linesOf(await budget(), 'reserved', 'expenses')).toEqual(['0.00', '0.00']);
    expect(await kindOf((work) => branch.expenses.approve(work, expense.id, adviser))).toBe('not-from-here');
    const again = await draft({ ...expense.form, purpose: 'Microphone for Lille' });
    expect(await submit(again)).toMatchObject({ ok: true });
  });

  it('cannot be promised twice from the same money', async () => {
    await has('300.00');
    const [first, second] = [await bought('200.00'), await bought('200.00')];
    const both = await Promise.all([submit(first), submit(second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is not approved by who claims it, nor when the money has gone meanwhile', async () => {
    await has('250.00');
    const expense = await bought('200.00');
    await submit(expense);
    expect(await approve(expense, { account: 'amina', member: worker.id })).toMatchObject({
      refusal: { kind: 'own-claim' },
    });
    await branch.database.transact((work) => correction(work, '100.00'));
    const refused = await approve(expense);
    expect(refused).toMatchObject({ refusal: { kind: 'not-available' } });
    expect((await branch.expenses.find(reading(), expense.id))?.state).toBe('submitted');
  });

  it('is saved at every step, and stays as it was claimed', async () => {
    await has('300.00');
    const expense = await draft({ kind: 'material' });
    expect(await submit(expense)).toMatchObject({ refusal: { kind: 'incomplete' } });
    const form = microphone('50.00', (await photo()).id);
    await must((work) => branch.expenses.change(work, expense.id, { form }));
    expect((await branch.expenses.find(reading(), expense.id))?.form).toEqual(form);
    await submit(expense);
    expect(await kindOf((work) => branch.expenses.change(work, expense.id, { form: {} }))).toBe('not-from-here');
    const cheat = `update expense set claim = jsonb_set(claim, '{refund,amount}', '"999.00"') where id = '${expense.id}'`;
    await expect(branch.database.transact((work) => managerOf(work).query(cheat))).rejects.toThrow('is not changed');
  });

  it('of a share in the cooperative is always refused', async () => {
    await has('300.00');
    const form: ExpenseForm = { ...microphone('30.00', (await photo()).id), kind: 'membership_share' };
    expect(await submit(await draft(form))).toMatchObject({ refusal: { kind: 'shares-are-personal' } });
  });

  it('of a shared activity is borne by its budget', async () => {
    const activity = await must((work) => branch.activities.open(work, { lead: worker.id, name: 'Brass band' }));
    const done = await earned(branch, { member: worker, aside: '150.00', to: activity });
    await hostPays(branch, done, '980.00');
    const expense = await draft(microphone('120.00', (await photo()).id), activity);
    expect(await submit(expense)).toMatchObject({ ok: true });
    expect(linesOf(await budget(activity), 'reserved', 'available')).toEqual(['120.00', '30.00']);
    const stranger = await somebody(branch);
    const theirs = { activity: activity.id, form: {} };
    expect(await kindOf((work) => branch.expenses.begin(work, stranger.id, theirs))).toBe('no-such-activity');
  });

  it('has receipts of its own worker, each for one expense', async () => {
    const other = await photo(await somebody(branch));
    const mine = await photo();
    const begin = (receipts: readonly ReceiptId[]) =>
      kindOf((work) => branch.expenses.begin(work, worker.id, { form: { receipts } }));
    expect(await begin([other.id])).toBe('not-your-receipt');
    expect(await begin([mine.id, mine.id])).toBe('receipt-used');
    expect(await begin([mine.id])).toBe('done');
    expect(await begin([mine.id])).toBe('receipt-used');
  });

  it('keeps a receipt once for seven years, whoever sends it', async () => {
    const sent = await must((work) => branch.receipts.upload(work, worker.id, pdf('invoice 7'), sender));
    expect([sent.media, sent.keepUntil]).toEqual(['application/pdf', '2036-12-31']);
    const other = await somebody(branch);
    const again = await transact((work) => branch.receipts.upload(work, other.id, pdf('invoice 7'), sender));
    expect(again).toMatchObject({ refusal: { kind: 'same-file', first: { id: sent.id, expense: null } } });
    expect(await branch.receipts.bytes(reading(), sent.id)).toEqual(pdf('invoice 7'));
    const seen = `select position('invoice 7'::bytea in bytes) as at, left(encode(bytes, 'escape'), 14) as head
      from receipt where id = '${sent.id}'`;
    expect(await managerOf(reading()).query(seen)).toEqual([{ at: 0, head: '\\000sealed\\000' }]);
    const edit = `update receipt set bytes = '\\x007365616c65640001' where id = '${sent.id}'`;
    await expect(branch.database.transact((work) => managerOf(work).query(edit))).rejects.toThrow('sealed once');
    expect(await kindOf((work) => branch.expenses.begin(work, worker.id, { form: { receipts: [sent.id] } }))).toBe(
      'done',
    );
    const drop = `delete from receipt where id = '${sent.id}'`;
    await expect(branch.database.transact((work) => managerOf(work).query(drop))).rejects.toThrow('are kept');
  });

  /** Finance takes so much off her budget by hand. */
  async function correction(work: Work, amount: string): Promise<void> {
    const id = branch.ids.newId();
    const entry = { id, entity: branch.entity.id, day: day('2026-03-27'), kind: 'correction', text: 'By hand' };
    const booked = transaction({ ...entry, cause: `correction:${id}` })
      .debit(account('member', worker.id), money(amount, 'EUR'))
      .credit(account('mission.share'), money(amount, 'EUR'))
      .mustBuild();
    await branch.books.post(work, booked);
  }
});
