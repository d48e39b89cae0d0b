import { type Work, managerOf } from '@passerelle/doors';
import { readPain001 } from '@passerelle/formats';
import { account, transaction } from '@passerelle/ledger';
import { type CurrencyCode, currency, money } from '@passerelle/values';
import { type Branch, openBranch } from '../invoicing/testing/branch.js';
import { statementFile } from '../invoicing/testing/statement.js';
import type { Payee, TransferOrder } from '../invoicing/bank/transfer-order.js';
import { type PayeeNow, PayeeSource, PayeeSources } from './payee-source.js';
import type { PayoutId } from './payout.js';
import { Payouts } from './payouts.service.js';
import { PayoutsStore } from './payouts.store.js';

const [prepares, approves] = ['payroll@demo.example', 'finance@demo.example'];

/** Accounts that change when the spec says so. */
class Accounts extends PayeeSource {
  override readonly of = 'payslip';
  override readonly purpose = 'SALA';
  readonly accounts = new Map<string, Payee>();

  override payees(_: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PayeeNow>> {
    return Promise.resolve(new Map(ids.map((id) => [id, { to: this.accounts.get(id)!, text: `Slip ${id}` }])));
  }
}

describe('payouts', () => {
  let branch: Branch;
  let payouts: Payouts;
  let payees: Accounts;
  beforeAll(async () => {
    branch = await openBranch('FR');
    payees = new Accounts();
    const sources = new PayeeSources();
    sources.add(payees);
    payouts = new Payouts({ ...branch, store: new PayoutsStore(branch.transfers), sources });
  });
  afterAll(() => branch.fresh.drop());

  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => branch.database.transact(use);

  /** A wage that left the books and waits for the bank. */
  const wage = (slip: string, amount: string, iban = 'FR7630006000011234567890189', code: CurrencyCode = 'EUR') => {
    payees.accounts.set(slip, { name: 'Lucas', iban });
    const net = money(amount, code);
    const cause = `payslip:${slip}` as const;
    const { entity } = branch;
    const id = branch.ids.newId();
    const day = branch.cooperative.today(entity);
    const booking = transaction({ id, entity: entity.id, day, kind: 'wage-paid', cause, text: 'Wage' })
      .debit(account('wages.payable', 'lucas'), net)
      .credit(account('bank.transit'), net)
      .mustBuild();
    const wanted = { entity: entity.id, reference: `W${slip}`, to: { name: 'Lucas', iban }, amount: net, cause };
    return transact((work) => branch.transfers.order(work, wanted, booking));
  };
  const prepare = (transfers: readonly TransferOrder[] | null = null, code = 'EUR') => {
    const wish = {
      entity: branch.entity.id,
      currency: currency(code),
      transfers: transfers?.map(({ id }) => id) ?? null,
    };
    return transact((work) => payouts.prepare(work, wish, prepares));
  };
  const prepared = async (...transfers: readonly TransferOrder[]): Promise<PayoutId> => {
    const made = await prepare(transfers);
    if (!made.ok) throw new Error(made.refusal.kind);
    return made.value.id;
  };
  const approve = (id: PayoutId, by = approves) => transact((work) => payouts.approve(work, id, by));
  const takeOut = (id: PayoutId, transfers: readonly TransferOrder[] | null) =>
    transact((work) => payouts.takeOut(work, id, transfers?.map((each) => each.id) ?? null, approves));
  const file = (id: PayoutId) => payouts.approvedFile(branch.database.reading, id);

  it('go to the bank once a second person has approved, and not before', async () => {
    expect(await prepare()).toMatchObject({ refusal: { kind: 'nothing-waits' } });
    const wages = [await wage('1', '508.89'), await wage('2', '402.48')];
    expect(await payouts.waiting(branch.database.reading)).toMatchObject([{ currency: 'EUR', transfers: wages }]);
    const id = await prepared(...wages);
    expect(await payouts.waiting(branch.database.reading)).toEqual([]);
    expect(await file(id)).toBeNull();
    expect(await approve(id, prepares)).toMatchObject({ refusal: { kind: 'same-person' } });
    expect(await file(id)).toBeNull();
    expect(await approve(id)).toMatchObject({ ok: true, value: { state: 'approved', decidedBy: approves } });
    const content = await file(id);
    const read = readPain001(content!.toString());
    expect(read.ok && read.value.batches.map(({ transfers }) => transfers.map((each) => each.endToEndId))).toEqual([
      ['W1', 'W2'],
    ]);
    expect(content!.toString()).toContain('<CtrlSum>911.37</CtrlSum>');
    expect(await approve(id)).toMatchObject({ refusal: { kind: 'not-prepared', state: 'approved' } });
    expect(await takeOut(id, null)).toMatchObject({ refusal: { kind: 'not-prepared' } });
    expect(await file(id)).toEqual(content);
  });

  it('never hold a transfer twice, whoever asks at the same moment', async () => {
    const one = await wage('3', '10.00');
    const answers = await Promise.all([prepare(), prepare([one])]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await wage('4', '20.00');
    const [id, other] = [answers.find(({ ok }) => ok)!, await prepare()].map((each) => each.ok && each.value.id);
    await expect(
      transact((work) =>
        managerOf(work).query(
          `insert into payout_line (payout, transfer, to_name, to_iban, purpose, text)
           select $1, transfer, to_name, to_iban, purpose, text from payout_line where payout = $2`,
          [other, id],
        ),
      ),
    ).rejects.toThrow('payout_line_is_in_one_file');
  });

  it('cannot be approved by the same person, changed or given another file, whatever the program does', async () => {
    const id = await prepared(await wage('5', '10.00'));
    const refused = async (sql: string, reason: string) =>
      expect(transact((work) => managerOf(work).query(sql, [id]))).rejects.toThrow(reason);
    await refused(
      `update payout set state = 'approved', decided_by = prepared_by, decided_at = now() where id = $1`,
      'approved_by_another',
    );
    await refused(`insert into payout_file (payout, sha256, content) values ($1, sha256(''), '')`, 'foreign key');
    await refused(`update payout_line set to_iban = 'FR76' where payout = $1`, 'never changed');
    await approve(id);
    await refused(`update payout set state = 'withdrawn' where id = $1`, 'decided once');
    await refused(`update payout_line set taken_out_by = 'x', taken_out_at = now() where payout = $1`, 'settled');
    await refused(`update payout_file set content = '' where payout = $1`, 'only added');
  });

  it('stop at a line whose payee has another account by now, until it is taken out and prepared anew', async () => {
    const moved = await wage('6', '508.89');
    const id = await prepared(moved, await wage('7', '402.48'));
    payees.accounts.set('6', { name: 'Lucas', iban: 'FR1420041010050500013M02606' });
    const refused = await approve(id);
    expect(refused).toMatchObject({ refusal: { kind: 'lines-changed', changes: [{ kind: 'payee-changed' }] } });
    expect(await file(id)).toBeNull();
    expect(await takeOut(id, [moved])).toMatchObject({ ok: true, value: { state: 'prepared' } });
    expect(await takeOut(id, [moved])).toMatchObject({ refusal: { kind: 'not-in' } });
    expect(await approve(id)).toMatchObject({ ok: true });
    expect((await file(id))!.toString()).toContain('<CtrlSum>402.48</CtrlSum>');
    const again = await prepared(moved);
    expect(await approve(again)).toMatchObject({ ok: true });
    expect((await file(again))!.toString()).toContain('<IBAN>FR1420041010050500013M02606</IBAN>');
  });

  it('stop at a transfer that a statement shows: it was paid without them', async () => {
    const paid = await wage('8', '508.89');
    const id = await prepared(paid);
    const entries = [{ amount: '-508.89', endToEnd: 'W8', name: 'Lucas' }];
    const statement = statementFile({ iban: branch.entity.iban, closing: '-508.89', entries });
    await transact((work) => branch.statements.import(work, Buffer.from(statement), null));
    expect(await approve(id)).toMatchObject({ refusal: { changes: [{ kind: 'paid-already' }] } });
    expect(await takeOut(id, null)).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
    expect(await prepare([paid])).toMatchObject({ refusal: { kind: 'not-waiting', transfers: [paid.id] } });
  });

  it('are refused where the bank would: without an account in the currency, in one nobody writes yet, unpayable', async () => {
    const swedish = await wage('9', '100.00', 'SE4550000000058398257466', 'SEK');
    expect(await prepare(null, 'DKK')).toMatchObject({ refusal: { kind: 'no-format-yet' } });
    expect(await prepare([swedish], 'SEK')).toMatchObject({ refusal: { kind: 'no-account', currency: 'SEK' } });
    expect(await prepare([swedish])).toMatchObject({ refusal: { kind: 'not-waiting' } });
    const nowhere = await wage('10', '100.00', 'FR76');
    expect(await prepare([nowhere])).toMatchObject({ refusal: { kind: 'not-payable', place: 'W10' } });
    expect(await prepare([await wage('11', '1.00')])).toMatchObject({ ok: true });
  });

  it('pay kronor by the rules of Swedish clearing', async () => {
    const added = {
      entity: branch.entity.id,
      currency: currency('SEK'),
      iban: 'SE4550000000058398257466',
      bic: 'ESSESESS',
    };
    await transact((work) => branch.cooperative.addAccount(work, added));
    const made = await prepare([await wage('12', '12000.00', 'SE3550000000054910000003', 'SEK')], 'SEK');
    if (!made.ok) throw new Error(made.refusal.kind);
    await approve(made.value.id);
    const text = (await file(made.value.id))!.toString();
    expect(text).toContain('<InstdAmt Ccy="SEK">12000.00</InstdAmt>');
    expect(text).not.toContain('SEPA');
  });
});
