import { jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Federation } from '../federation.js';
import type { Person } from '../people.js';
import { type Paged, get } from '../stories/border.js';
import { type Scene, act, until } from '../stories/scene.js';
import { type Form, goesWell, goesWrong, losesNothing } from './forms.js';
import { bankTells, creditClient, workAtHome } from './season.js';
import { staged } from './testing/stage.js';
import { signIn, visit } from './visit.js';

// A federation of real processes and a real browser.
jest.setTimeout(3 * 60_000);

interface Run {
  readonly id: string;
  readonly state: string;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly items: { readonly done: number };
}

let federation: Federation;
let browser: Browser;
let scene: Scene;
const month = '2026-06';
const today = '2026-06-03';

/** Amina's week is paid, a part of its invoice is taken back, and the bank took money of which nobody here knew. */
staged(async (stage) => {
  ({ federation, browser, scene } = stage);
  await workAtHome(scene, '40.00');
  await creditClient(scene);
  await bankTells(scene, today, ['-50.00', 'Papeterie du Parc'], ['-75.00', 'Nobody we know']);
});

const person = (role: Person['role']): Person => federation.people.find((one) => one.role === role && one.at === 'be')!;

const opened = async (role: Person['role'], at: Form['at']): Promise<Page> => {
  const { page } = await visit(browser, federation.node('be').url, 'en-GB');
  page.setDefaultTimeout(10_000);
  await signIn(page, person(role));
  await page.getByTestId('lang-switch').selectOption('en');
  await page.goto(await at(page));
  return page;
};

const bank = (): string => '/staff/bank';
const lineOf = (page: Page, name: string): Locator => page.getByTestId('bank-line').filter({ hasText: name });
const formOf = (page: Page, button: string): Locator =>
  page.locator('form').filter({ has: page.getByRole('button', { name: button }) });

const forms: readonly Form[] = [
  {
    what: 'money that left without an order',
    who: 'finance',
    at: bank,
    in: (page) => lineOf(page, 'Papeterie du Parc').locator('form'),
    good: { 'What it was': 'purchase', 'In a sentence': 'Toner, invoice 4711' },
    bad: [
      ['What it was', ''],
      ['In a sentence', ''],
      ['In a sentence', '   '],
    ],
    send: 'Book it as that',
    isAskedAgain: true,
    leadsTo: /bank\/lin_\w+\/done$/,
    writes: /bank\/lines\/[^/]+\/explanation$/,
  },
  {
    what: 'a refund of a client',
    who: 'finance',
    at: bank,
    in: (page) => page.getByTestId('client-credit').locator('form'),
    good: {
      'Amount to pay back': '20,50',
      'To the account (IBAN)': 'BE68 5390 0754 7034',
      'Why, as the client reads it': 'One hour was not played',
      'To confirm, type': '20,50',
    },
    understood: ['Amount to pay back', /20\.50/],
    bad: [
      ['Amount to pay back', ''],
      ['Amount to pay back', '1.234'],
      ['Amount to pay back', 'twenty'],
      ['To the account (IBAN)', ''],
      ['Why, as the client reads it', '   '],
      ['To confirm, type', '20,51'],
      ['To the account (IBAN)', 'BE00 0000 0000 0000'],
    ],
    send: 'Order the refund',
    isAskedAgain: true,
    leadsTo: /refunds\/rfd_\w+\/done$/,
    writes: /client-refunds$/,
  },
  {
    what: 'money that goes into the fund',
    who: 'finance',
    at: () => '/staff/guarantee',
    in: (page) => formOf(page, 'Put it into the fund'),
    good: {
      'Amount to put in': '1 000,50',
      'Who decided, where and when': 'Assembly of 30 May 2026',
      'To confirm, type': '1000.50',
    },
    understood: ['Amount to put in', /1,000\.50/],
    bad: [
      ['Amount to put in', ''],
      ['Amount to put in', '1.234'],
      ['Who decided, where and when', '   '],
      ['To confirm, type', '1000'],
    ],
    send: 'Put it into the fund',
    isAskedAgain: true,
    leadsTo: /guarantee\/fund_\w+\/done$/,
    writes: /guarantee\/endowments$/,
  },
];

describe('a form about money', () => {
  it.each(forms)('for $what says at its fields what is wrong, loses nothing, and acts once', async (form) => {
    const page = await opened(form.who, form.at);
    await goesWrong(page, form);
    await losesNothing(page, form, person(form.who));
    await goesWell(page, form);
    await page.getByTestId('done-reference').waitFor();
  });
});

describe('a debit that was taken wrongly', () => {
  it('ends its alarm when it is claimed back, and stays on the page until the bank has given it back', async () => {
    const page = await opened('finance', bank);
    const taken = lineOf(page, 'Nobody we know');
    await taken.getByLabel('What it was').selectOption('claimed-back');
    await taken.getByLabel('In a sentence').fill('No mandate of ours; told the bank by telephone');
    await taken.getByRole('button', { name: 'Book it as that' }).click();
    await taken.getByText('stays on this page until it is back').waitFor();
    await taken.getByRole('button', { name: 'Book it as that' }).click();
    await page.getByRole('heading', { name: 'It is claimed back from the bank' }).waitFor();
    const { items } = await get<Paged<{ about: string }>>(scene.branch('be').finance, '/inbox?kind=bank-debit');
    expect(items.map(({ about }) => about)).not.toContain('Nobody we know');
    await page.goto('/staff/bank');
    await page.getByTestId('claim').filter({ hasText: 'still to come: €75.00' }).waitFor();
    await bankTells(scene, today, ['75.00', 'La Banque']);
    await lineOf(page, 'La Banque')
      .getByRole('button', { name: /It brings back the €75.00/ })
      .click();
    await page.getByRole('heading', { name: 'All of it came back' }).waitFor();
    await page.goto('/staff/bank');
    await page.getByText('Every line is explained').waitFor();
    expect(await page.getByTestId('claim').count()).toBe(0);
  });

  it('is asked of the second of two people, who loses nothing of what was typed', async () => {
    await bankTells(scene, today, ['-9.99', 'Forfait Mobile']);
    const page = await opened('finance', bank);
    const say = async (at: Page, kind: string): Promise<void> => {
      await lineOf(at, 'Forfait Mobile').getByLabel('What it was').selectOption(kind);
      await lineOf(at, 'Forfait Mobile').getByLabel('In a sentence').fill(`It is a ${kind}`);
      await book(at).click();
      await lineOf(at, 'Forfait Mobile').locator('.notice.attention[role=status]').waitFor();
    };
    const book = (at: Page): Locator => lineOf(at, 'Forfait Mobile').getByRole('button', { name: 'Book it as that' });
    await say(page, 'purchase');
    const held = await holding(page, /explanation$/);
    await book(page).click();
    await held.asked;
    const twin = await opened('finance', bank);
    await say(twin, 'bank-fee');
    await book(twin).click();
    await twin.getByRole('heading', { name: 'It is booked as “Fee of the bank”' }).waitFor();
    const answered = page.waitForResponse((answer) => /explanation$/.test(new URL(answer.url()).pathname));
    held.goOn();
    expect((await answered).status()).toBe(412);
    const { items } = await get<Paged<{ explanations: readonly { kind: string }[]; counterparty: string }>>(
      scene.branch('be').finance,
      '/bank/lines?state=explained',
    );
    const said = items.find(({ counterparty }) => counterparty === 'Forfait Mobile')!.explanations;
    expect(said.map(({ kind }) => kind)).toEqual(['bank-fee']);
  });
});

/** Keeps back what a page asks at that address, until it may go on. */
async function holding(
  page: Page,
  path: RegExp,
): Promise<{ readonly asked: Promise<void>; readonly goOn: () => void }> {
  let goOn = (): void => undefined;
  let wasAsked = (): void => undefined;
  const gate = new Promise<void>((open) => (goOn = open));
  const asked = new Promise<void>((open) => (wasAsked = open));
  await page.route(
    ({ pathname }) => path.test(pathname),
    async (route) => {
      wasAsked();
      await gate;
      await route.continue();
    },
  );
  return { asked, goOn: () => goOn() };
}

describe('the approval of a payroll run', () => {
  const approving: Form = {
    what: 'the approval of a payroll run',
    who: 'finance',
    at: () => `/staff/payroll/${month}`,
    in: (page) => page.locator('[data-testid=payroll-run][data-state=checking]'),
    good: {},
    bad: [],
    send: /^Approve \d+ payslip/,
    leadsTo: /payroll\/2026-06\/run_\w+\/done$/,
    writes: /payroll-runs\/[^/]+\/approve$/,
  };
  const withdrawing: Form = {
    ...approving,
    what: 'the withdrawal of a payroll run',
    in: (page) => formOf(page, 'Withdraw the run'),
    good: { 'Reason, which colleagues read': 'The index is missing' },
    bad: [
      ['Reason, which colleagues read', ''],
      ['Reason, which colleagues read', '   '],
    ],
    send: 'Withdraw the run',
    isAskedAgain: true,
    leadsTo: /payroll\/2026-06$/,
    writes: /payroll-runs\/[^/]+\/withdraw$/,
  };
  const approve = (page: Page): Locator => approving.in(page).getByRole('button', { name: approving.send });

  /** Payroll collects the wages of the month, and they are computed. */
  async function collected(): Promise<Run> {
    const { payroll } = scene.branch('be');
    const { items } = await get<Paged<{ entity: string }>>(payroll, `/payroll-runs/waiting?period=${month}`);
    const { id } = (await act(payroll, '/payroll-runs', { entity: items[0]!.entity, period: month })) as Run;
    return until('the run is computed', async () => {
      const run = await get<Run>(payroll, `/payroll-runs/${id}`);
      return run.state === 'checking' && run;
    });
  }
  const stateOf = async ({ id }: Run): Promise<string> =>
    (await get<Run>(scene.branch('be').finance, `/payroll-runs/${id}`)).state;

  it('is neither offered to whoever prepared it nor taken from her', async () => {
    const run = await collected();
    const page = await opened('payroll', approving.at);
    await page.getByText('You prepared this run. Somebody else approves it.').waitFor();
    expect(await approve(page).count()).toBe(0);
    const body = { payslips: run.items.done, total: run.total };
    const answer = await scene.branch('be').payroll.ask('POST', `/payroll-runs/${run.id}/approve`, body, 'by-herself');
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/payroll-run-needs-another-person' } });
    expect(await stateOf(run)).toBe('checking');
  });

  it('is not taken for another number or another sum than was checked', async () => {
    const { items } = await get<Paged<Run>>(scene.branch('be').finance, `/payroll-runs?period=${month}`);
    const run = items.find(({ state }) => state === 'checking')!;
    const { amount, currency } = run.total;
    for (const body of [
      { payslips: run.items.done + 1, total: run.total },
      { payslips: run.items.done, total: { amount: `1${amount}`, currency } },
      { payslips: run.items.done },
      {},
    ]) {
      const { finance } = scene.branch('be');
      const { status } = await finance.ask('POST', `/payroll-runs/${run.id}/approve`, body, JSON.stringify(body));
      expect([400, 409, 422]).toContain(status);
    }
    expect(await stateOf(run)).toBe('checking');
  });

  it('of a run that was withdrawn meanwhile approves nothing, and the page says who withdrew it and why', async () => {
    const page = await opened('finance', approving.at);
    const run = { id: (await approving.in(page).getAttribute('data-id'))! } as Run;
    const held = await holding(page, approving.writes);
    await approve(page).click();
    await held.asked;
    await act(scene.branch('be').payroll, `/payroll-runs/${run.id}/withdraw`, { reason: 'The index is missing' });
    const answered = page.waitForResponse((answer) => approving.writes.test(new URL(answer.url()).pathname));
    held.goOn();
    expect((await answered).status()).toBe(412);
    await page.getByText('Withdrawn by payroll@demo.example: The index is missing').waitFor();
    expect([await stateOf(run), new URL(page.url()).pathname]).toEqual(['withdrawn', `/staff/payroll/${month}`]);
  });

  it('can be refused instead, with a reason that nobody has to type twice', async () => {
    const run = await collected();
    const page = await opened('finance', approving.at);
    await goesWrong(page, withdrawing);
    await losesNothing(page, withdrawing, person('finance'));
    await goesWell(page, { ...withdrawing, in: (at) => at.locator('main') });
    expect(await stateOf(run)).toBe('withdrawn');
  });

  it('is done once, from one of two tabs, whatever the network and the session do', async () => {
    const run = await collected();
    const page = await opened('finance', approving.at);
    await losesNothing(page, approving, person('finance'));
    const twin = await page.context().newPage();
    twin.setDefaultTimeout(10_000);
    await twin.goto(page.url());
    const held = await holding(twin, approving.writes);
    await approve(twin).click();
    await held.asked;
    await goesWell(page, approving);
    await page.getByTestId('done-reference').filter({ hasText: run.id }).waitFor();
    const answered = twin.waitForResponse((answer) => approving.writes.test(new URL(answer.url()).pathname));
    held.goOn();
    expect([409, 412]).toContain((await answered).status());
    expect(await stateOf(run)).toBe('approved');
    await page.goBack();
    await page.getByRole('button', { name: /^Give \d+ payslip/ }).waitFor();
    expect(await approve(page).count()).toBe(0);
  });
});
