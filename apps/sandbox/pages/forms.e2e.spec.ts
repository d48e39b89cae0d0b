import { jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Federation, startFederation } from '../federation.js';
import type { Person } from '../people.js';
import { sow } from '../seeds.js';
import { agree, confirm, days, register } from '../stories/border.js';
import { postingFacts } from '../stories/gates.js';
import { act, enter } from '../stories/scene.js';
import { throwawayFolder } from '../testing/throwaway.js';
import { chromiumProgram, openBrowser } from './browser.js';
import { type Form, goesWell, goesWrong, losesNothing, part } from './forms.js';
import { signIn, visit } from './visit.js';

// A federation of real processes and a real browser.
jest.setTimeout(2 * 60_000);

const folder = throwawayFolder();
let federation: Federation;
let browser: Browser;
/** Amina's mission in Paris, whose formalities are open. */
let mission: string;

beforeAll(async () => {
  browser = await openBrowser(chromiumProgram(() => undefined));
  federation = await startFederation({
    dir: folder.dir,
    addresses: 'any',
    clock: days.registered,
    databaseUrl: process.env.PASSERELLE_TEST_DATABASE_URL,
  });
  await sow({ federation, note: () => undefined });
  const { nodes, centre, people } = federation;
  const scene = await enter({ nodes, centreUrl: centre.url, people }, () => undefined);
  const registered = await register(scene);
  await agree(scene, registered);
  await confirm(scene, registered.mission);
  await act(scene.branch('be').adviser, `/missions/${registered.mission}/posting-facts`, postingFacts);
  mission = registered.mission;
});

// Pages that nobody looks at any more go on asking.
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await federation.stop();
  folder.remove();
});

const person = (role: Person['role']): Person =>
  federation.people.find((one) => one.role === role && (one.at === 'be' || one.at === 'federation'))!;

const opened = async (form: Form): Promise<Page> => {
  const { page } = await visit(browser, federation.node('be').url, 'en-GB');
  page.setDefaultTimeout(8_000);
  await signIn(page, person(form.who));
  await page.getByTestId('lang-switch').selectOption('en');
  await page.goto(await form.at(page));
  return page;
};

/** The first client that the desk lists. */
const clientOf = async (page: Page): Promise<string> => {
  const { items } = (await (await page.request.get('/api/v1/clients')).json()) as { items: { id: string }[] };
  return `/staff/clients/${items[0]!.id}`;
};

/** A form more is a line more. */
const forms: readonly Form[] = [
  {
    what: 'the request for an A1 certificate',
    who: 'adviser',
    at: () => `/staff/missions/${mission}`,
    in: (page) => part(page, 'A1'),
    good: { 'Reference of the institution': 'BE-A1-2026-004711' },
    bad: [['Reference of the institution', 'no spaces, please']],
    send: 'Record this',
    writes: /missions\/[^/]+\/a1$/,
  },
  {
    what: 'an answer for a certificate that has not come',
    who: 'adviser',
    at: () => `/staff/missions/${mission}`,
    in: (page) => page.locator('form').filter({ has: page.getByRole('button', { name: 'Answer for the missing A1' }) }),
    good: { Reason: 'The institution said by telephone that it is on its way' },
    bad: [
      ['Reason', ''],
      ['Reason', '   '],
    ],
    send: 'Answer for the missing A1',
    writes: /overrides$/,
  },
  {
    what: 'what a client buys as',
    who: 'adviser',
    at: clientOf,
    in: (page) => page.getByRole('form', { name: 'Tax' }),
    good: { 'Buys as': 'taxable', 'VAT number': 'FR83404833048' },
    bad: [['VAT number', 'FR12345678901']],
    send: 'Keep this for the next invoices',
    writes: /clients\/[^/]+\/tax$/,
  },
  {
    what: 'a decision of the members',
    who: 'finance',
    at: () => '/staff/policies',
    in: (page) => page.getByRole('form', { name: 'Record a decision' }),
    good: {
      'New value': '1.234',
      'First day on which it holds': '2027-01-01',
      'Who decided, where and when': 'Assembly',
    },
    understood: ['New value', /1\.234%/],
    bad: [
      ['New value', ''],
      ['New value', 'six'],
      ['First day on which it holds', ''],
      ['First day on which it holds', '2026-01-01'],
      ['Who decided, where and when', ''],
    ],
    send: 'Record the decision',
    writes: /policies$/,
  },
  {
    what: 'the limit of a partner',
    who: 'finance',
    at: () => '/staff/partners',
    in: (page) => page.locator('[data-testid=partner][data-node=fr] form').first(),
    good: { 'may owe us at most': '8 000,50', 'Why, for your own people': 'A quiet year' },
    understood: ['may owe us at most', /8,000\.50/],
    bad: [
      ['may owe us at most', ''],
      ['may owe us at most', '1.234'],
      ['may owe us at most', 'much'],
      ['may owe us at most', '90000000'],
    ],
    send: 'Set this limit in EUR',
    isAskedAgain: true,
    writes: /partners\/fr\/cap$/,
  },
  {
    what: 'the suspension of a partner',
    who: 'finance',
    at: () => '/staff/partners',
    in: (page) =>
      page
        .locator('[data-testid=partner][data-node=se] form')
        .filter({ hasText: /^Suspend|Why, for/ })
        .first(),
    good: { 'Why, for your own people': 'Its accounts are being looked into' },
    bad: [['Why, for your own people', '   ']],
    send: /^Suspend /,
    isAskedAgain: true,
    writes: /partners\/se\/suspend$/,
  },
  {
    what: 'a monthly wage',
    who: 'worker',
    at: () => '/budget',
    in: (page) => page.getByRole('form', { name: 'Plan a monthly wage' }),
    good: { 'Gross wage of a month': '2 400,00' },
    understood: ['Gross wage of a month', /2,400\.00/],
    bad: [
      ['Gross wage of a month', ''],
      ['Gross wage of a month', '1.234'],
      ['Gross wage of a month', '12'],
    ],
    send: 'Plan this wage',
    writes: /wage-plan$/,
  },
  {
    what: 'the part of a mission that is kept for expenses',
    who: 'worker',
    at: () => `/missions/${mission}`,
    in: (page) => page.getByTestId('set-aside'),
    good: { 'Amount to keep': '40,23' },
    understood: ['Amount to keep', /40\.23/],
    bad: [
      ['Amount to keep', ''],
      ['Amount to keep', '1.234'],
      ['Amount to keep', '999999'],
    ],
    send: 'Keep this amount',
    writes: /set-aside$/,
  },
];

describe('a form', () => {
  it.each(forms)('for $what says at its fields what is wrong, loses nothing, and acts once', async (form) => {
    const page = await opened(form);
    await goesWrong(page, form);
    await losesNothing(page, form, person(form.who));
    await goesWell(page, form);
  });

  it('for what she wants to hear of keeps her choice while the network is away', async () => {
    const { page } = await visit(browser, federation.node('be').url, 'en-GB');
    await signIn(page, person('worker'));
    await page.goto('/me/notifications');
    const choice: Locator = page.locator('[data-way=mail]:not(:checked)').first();
    await choice.waitFor();
    const name = await choice.evaluate((it) => it.parentElement!.textContent);
    const row = page.getByLabel(name);
    await page.context().setOffline(true);
    await row.click();
    await page.getByRole('alert').waitFor();
    expect(await row.isChecked()).toBe(true);
    await page.context().setOffline(false);
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.reload();
    await row.waitFor();
    expect(await row.isChecked()).toBe(true);
  });
});
